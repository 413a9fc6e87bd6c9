const LONGEST_ADDRESS = 2_000;

/** Where a link may lead: the web, a mail program, the same text or the portal. Null for anything else. `prefix` is that of the ids of the text. */
export function targetOf(address: string, prefix = "s-"): string | null {
  if (address.length > LONGEST_ADDRESS) return null;
  const href = address.replaceAll("&amp;", "&").trim();
  if (/^#source-\d{1,3}$/.test(href)) return href;
  if (/^#[\p{L}\p{N}._-]+$/u.test(href)) return `#${prefix}${href.slice(1)}`;
  if (/^\/(?![/\\])[^\s\\"'<>]*$/.test(href)) return href;
  if (!URL.canParse(href)) return null;

  const url = new URL(href);
  const leadsOut = ["http:", "https:"].includes(url.protocol) && url.username === "" && url.password === "";
  return leadsOut || url.protocol === "mailto:" ? url.href : null;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
