import type { Piece } from "./bibliography-entry";
import { fault } from "./csl";

/** The items of a CSL-JSON text, an array or a single one, cut apart before any of them is read: one that is broken leaves the others whole. */
export function cslPieces(text: string): Piece[] {
  const from = text.search(/[[{]/);
  const listed = text[from] === "[" ? from : /^\s*\{\s*"(?:items|references)"\s*:\s*\[/.test(text) ? text.indexOf("[", from) : -1;
  return (listed === -1 ? [{ line: 1, text: text.slice(Math.max(0, from)) }] : elements(text, listed)).map((element) => ({
    line: element.line,
    read: () => read(element.text),
  }));
}

function read(text: string) {
  const raw = parsed(text);
  if (raw === undefined) return { raw: null, label: "", faults: [fault(null, "broken"), fault(null, "notAnEntry")] };
  const own = (key: string): unknown =>
    typeof raw === "object" && raw !== null && Object.hasOwn(raw, key) ? (raw as Record<string, unknown>)[key] : "";
  return { raw, label: own("citation-key") || own("id"), faults: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What stands between the commas of a list, with the line in which it begins. */
function elements(text: string, from: number): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  let depth = 0;
  let line = text.slice(0, from).split("\n").length;
  let start = from + 1;
  let startLine = line;
  const take = (end: number) => {
    const element = text.slice(start, end);
    const space = element.match(/^\s*/)?.[0] ?? "";
    if (element.trim() !== "") found.push({ text: element.trim(), line: startLine + space.split("\n").length - 1 });
    start = end + 1;
    startLine = line;
  };
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\n") line += 1;
    else if (sign === '"') at = endOfString(text, at);
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (sign === "," && depth === 1) take(at);
    if (depth === 0) {
      take(at);
      return found;
    }
  }
  take(text.length);
  return found;
}

function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    // No string goes on behind the end of its line: this one is broken, and the others are not.
    else if (text[at] === '"' || text[at] === "\n") return text[at] === "\n" ? at - 1 : at;
  }
  return text.length;
}
