/** What someone seeks, as an address brought it: one line, no longer than `most` letters, without what PostgreSQL cannot hold. */
export const soughtText = (text: string | null, most = 200): string =>
  (text ?? "")
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, most)
    .toWellFormed();

/** The filters of a list as an address has them: only what is set. */
export const onlySet = (filters: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));

/** A key of a vocabulary, as an address brought it; anything else counts as none. */
export function soughtKey(text: string | null): string {
  const key = text ?? "";
  return /^[a-z-]{1,60}$/.test(key) ? key : "";
}

/** The last part of an address of ours, as another address brought it. */
export const soughtSlug = (text: string | null): string => (text ?? "").replace(/[^a-z0-9-]/g, "").slice(0, 120);
