/** What is being completed: people and organizations (`@`) or threads and guides (`#`), from the sign on to the cursor. */
export type Query = { kind: "@" | "#"; words: string; from: number; to: number };

const LONGEST = 60;
const MOST_SPACES = { "@": 2, "#": 6 };
const FEWEST = { "@": 1, "#": 2 };

/** What may stand before the sign: nothing, a space, or a mark that opens something. */
const BEFORE = /(?:^|[\s([{"'«“‘*_>—–-])$/u;
const ALLOWED = { "@": /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’ _-]*$/u, "#": /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.,:'’«» ?!()_-]*$/u };

/** The name or the title that is being typed at the cursor, if there is one. There is none in code, nor in the target of a link. */
export function queryAt(text: string, cursor: number): Query | null {
  const line = text.slice(Math.max(text.lastIndexOf("\n", cursor - 1) + 1, cursor - LONGEST - 1), cursor);
  for (let place = line.length - 1; place >= 0; place -= 1) {
    const kind = line[place];
    if (kind !== "@" && kind !== "#") continue;

    const words = line.slice(place + 1);
    const before = line.slice(0, place);
    const from = cursor - words.length - 1;
    const isOne =
      words.length >= FEWEST[kind] &&
      ALLOWED[kind].test(words) &&
      !/\s$/.test(words) &&
      (words.match(/\s/g)?.length ?? 0) <= MOST_SPACES[kind] &&
      BEFORE.test(before) &&
      !before.endsWith("](") &&
      !isInCode(text, from);
    return isOne ? { kind, words: words.normalize("NFC"), from, to: cursor } : null;
  }
  return null;
}

/** Whether a place is between backticks of its line, or in a block of code. */
function isInCode(text: string, place: number): boolean {
  const before = text.slice(0, place);
  const fences = before.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0;
  const ticks = before.slice(before.lastIndexOf("\n") + 1).match(/`/g)?.length ?? 0;
  return fences % 2 === 1 || ticks % 2 === 1;
}

/** What a name becomes in the text, and a title: a link that says it. */
export const mentionOf = (handle: string): string => `@${handle} `;

export const linkOf = (title: string, path: string): string => `[${title.replace(/([\\[\]])/g, "\\$1")}](${path}) `;
