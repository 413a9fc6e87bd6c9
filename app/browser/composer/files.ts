import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES } from "~/features/uploads/limits";

/** What is wrong with a file before it is sent: the key of a word. The portal looks into it more closely. */
export function faultOf({ type, size }: Pick<File, "type" | "size">): "wrongType" | "tooBig" | "empty" | null {
  if (type !== "" && !ATTACHMENT_TYPES.includes(type)) return "wrongType";
  if (size > MAX_ATTACHMENT_BYTES) return "tooBig";
  return size === 0 ? "empty" : null;
}

/** A name as it can stand in a text without becoming Markdown. */
export const plainName = (name: string): string =>
  name
    .replace(/[[\]()*_`<>#|\\\n]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80) || "…";

/** Where something goes that takes a line of its own: with the line breaks that it needs before and behind. */
export function asOwnLine(text: string, place: number, line: string): string {
  const lead = place === 0 || text[place - 1] === "\n" ? "" : "\n";
  const tail = text[place] === "\n" ? "" : "\n";
  return lead + line + tail;
}

/** A text without the lines that stand for files on their way. */
export const withoutLines = (text: string, lines: Iterable<string>): string =>
  [...lines].reduce((rest, line) => rest.replace(`${line}\n`, "").replace(line, ""), text);
