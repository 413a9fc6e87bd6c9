export const PAGE_SIZE = 20;

/** Reads `?after=`: the id after which the page starts. Anything that is no id counts as the first page. */
export function cursorOf(url: URL): string | null {
  const after = url.searchParams.get("after") ?? "";
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(after) ? after : null;
}
