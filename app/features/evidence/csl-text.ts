/** The markup that may stand in a title, as the styles understand it. */
const TAG = /<(\/?)(i|b|sup|sub|span)( class="nocase")?\s*>/gi;

/** Text on one line, without signs that steer and with no more than so many characters. */
export function lineOf(text: string, most: number): string {
  const line = text
    .slice(0, most * 4)
    // TeX puts accents on an i without its dot.
    .replace(/ı(?=\p{Mn})/gu, "i")
    .normalize("NFC")
    .replace(/\u202f/g, "\u00a0")
    .replace(/[^\S\u00a0]+/g, " ")
    .replace(/[\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, "");
  return [...line].length > most ? [...line].slice(0, most).join("").trimEnd() : line;
}

/** Without any markup. */
export const plainOf = (text: string): string => withoutTags(entitiesRead(text), false);

/** With italics, bold, raised, lowered and protected words alone, each of them closed; anything else that looks like markup is left out. */
export const richOf = (text: string): string => balanced(withoutTags(entitiesRead(text), true));

function entitiesRead(text: string): string {
  const read = text.replace(
    /&(amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,5});/gi,
    (whole, name: string) => entityOf(name.toLowerCase()) ?? whole,
  );
  // Some sources escape twice.
  return read === text || read.length >= text.length ? read : entitiesRead(read);
}

function entityOf(name: string): string | undefined {
  if (!name.startsWith("#")) return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" }[name];
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
}

/** Until there is none left: what is cut out may bring the ends of another together. */
function withoutTags(text: string, keepsInline: boolean): string {
  let rest = text.replace(/<(?:em|italic)>/gi, "<i>").replace(/<\/(?:em|italic)>/gi, "</i>");
  rest = rest.replace(/<(?:strong|bold)>/gi, "<b>").replace(/<\/(?:strong|bold)>/gi, "</b>");
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/<(script|style|iframe|object|template)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, "");
    rest = rest.replace(/<[/!?]?[a-z][^<>]*>|<!--[\s\S]*?-->|<\/>/gi, (tag) => (keepsInline && tag.search(TAG) === 0 ? tag : ""));
  }
  return rest;
}

/** Opens nothing without closing it, and closes nothing that is not open. */
function balanced(text: string): string {
  const open: string[] = [];
  const marked = text.replace(TAG, (_, slash: string, name: string, nocase?: string) => {
    const tag = name.toLowerCase();
    if (slash === "") {
      if (tag === "span" && !nocase) return "";
      open.push(tag);
      return tag === "span" ? '<span class="nocase">' : `<${tag}>`;
    }
    if (open.at(-1) !== tag) return "";
    open.pop();
    return `</${tag}>`;
  });
  const closed =
    marked +
    open
      .reverse()
      .map((tag) => `</${tag}>`)
      .join("");
  // What holds nothing says nothing.
  const bare = closed.replace(/<(i|b|sup|sub|span)(?: class="nocase")?>(\s*)<\/\1>/g, "$2");
  return bare === closed ? closed : balanced(bare);
}
