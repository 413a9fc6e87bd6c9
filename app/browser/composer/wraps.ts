import type { Edit, Selected } from "~/features/publishing/markdown-toolbar";

/** What is chosen becomes code: between backticks within a line, in a block of its own where it has several lines. Pressed again, it is text. */
export function codeFor(selected: Selected, placeholder: string): Edit {
  const chosen = selected.text.slice(selected.start, selected.end);
  if (!chosen.includes("\n")) return between(selected, "`", "`", placeholder);

  const { text, start, end } = selected;
  const block = /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(chosen);
  if (block) {
    const inner = block[1] ?? "";
    return { from: start, to: end, insert: inner, start, end: start + inner.length };
  }
  const lead = start === 0 || text[start - 1] === "\n" ? "" : "\n";
  const tail = end === text.length || text[end] === "\n" ? "" : "\n";
  const inner = chosen.replace(/\n+$/, "");
  const insert = `${lead}\`\`\`\n${inner}\n\`\`\`${tail}`;
  const from = start + lead.length + 4;
  return { from: start, to: end, insert, start: from, end: from + inner.length };
}

/** What is chosen stands between two marks, or no longer does. */
export function between({ text, start, end }: Selected, open: string, close: string, placeholder: string): Edit {
  const chosen = text.slice(start, end);
  const isInside = chosen.length >= open.length + close.length && chosen.startsWith(open) && chosen.endsWith(close);
  if (isInside) {
    const inner = chosen.slice(open.length, chosen.length - close.length);
    return { from: start, to: end, insert: inner, start, end: start + inner.length };
  }
  const isAround = text.slice(0, start).endsWith(open) && text.slice(end).startsWith(close);
  if (isAround && chosen !== "") {
    const from = start - open.length;
    return { from, to: end + close.length, insert: chosen, start: from, end: from + chosen.length };
  }
  const words = chosen || placeholder;
  const from = start + open.length;
  return { from: start, to: end, insert: open + words + close, start: from, end: from + words.length };
}
