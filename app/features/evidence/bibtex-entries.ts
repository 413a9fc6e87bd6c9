/** One entry of a BibTeX file, cut out of it. `isBroken`: its braces do not close, or close too early. */
export type BibtexEntry = { type: string; key: string; text: string; line: number; isBroken: boolean };

const START = /@\s*([A-Za-z]{1,40})\s*([{(])/g;

/** The entries of a file with the abbreviations that it defines. A broken one ends where the next begins, so that those around it stay whole. */
export function bibtexEntries(text: string): { entries: BibtexEntry[]; strings: BibtexEntry[] } {
  const found: BibtexEntry[] = [];
  const lineAt = lineCounter(text);
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const { end, isWhole } = endOf(text, START.lastIndex - 1);
    const type = (start[1] ?? "").toLowerCase();
    const body = text.slice(start.index, end);
    const key = /^[^{(]*[{(]\s*([^,\s{}"=]*)/.exec(body)?.[1] ?? "";
    if (type !== "comment")
      found.push({ type, key, text: body, line: lineAt(start.index), isBroken: !isWhole || isFollowedByRest(text, end) });
    START.lastIndex = end;
  }
  const isEntry = ({ type }: BibtexEntry) => type !== "string" && type !== "preamble";
  return { entries: found.filter(isEntry), strings: found.filter(({ type }) => type === "string") };
}

/** Up to the brace that closes the one at `from`; or up to where a new entry begins on a line of its own while that is still open. */
function endOf(text: string, from: number): { end: number; isWhole: boolean } {
  let depth = 0;
  const isRound = text[from] === "(";
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\\") at += /[\\{}]/.test(text[at + 1] ?? "") ? 1 : 0;
    else if (sign === "{") depth += 1;
    else if (sign === "}" && depth > 0) depth -= 1;
    else if (sign === "\n" && /^\s*@\s*[A-Za-z]{1,40}\s*[{(]\s*[^\s,{}="]+\s*,/.test(text.slice(at + 1, at + 300)))
      return { end: at + 1, isWhole: false };
    const closes = isRound ? sign === ")" && depth === 0 && at > from : sign === "}" && depth === 0;
    if (closes) return { end: at + 1, isWhole: true };
  }
  return { end: text.length, isWhole: false };
}

/** What stands behind the end of an entry belongs to it, where a brace closed too early. */
function isFollowedByRest(text: string, end: number): boolean {
  const rest = text.slice(end, end + 2_000).split(/^\s*@/m)[0] ?? "";
  return /^[\s,"]*[A-Za-z_-]+\s*=\s*["{\d]/.test(rest) || /^[\s,]*\}/.test(rest);
}

/** The line of a place, asked for in rising order. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let from = 0;
  return (place) => {
    for (let at = text.indexOf("\n", from); at !== -1 && at < place; at = text.indexOf("\n", at + 1)) {
      line += 1;
      from = at + 1;
    }
    return line;
  };
}
