import type { Edit, Selected } from "~/features/publishing/markdown-toolbar";

/** What is chosen becomes code: between backticks within a line, in a block of its own where it has several lines. Pressed again, it is text. */
export const codeFor = (selected: Selected, placeholder: string): Edit =>
  selected.text.slice(selected.start, selected.end).includes("\n")
    ? inBlock(selected, "```", "```", placeholder)
    : between(selected, "`", placeholder);

/** What is chosen is hidden until a reader opens it. Pressed again, it is text. */
export const spoilerFor = (selected: Selected, placeholder: string): Edit => inBlock(selected, "[spoiler]", "[/spoiler]", placeholder);

function between({ text, start, end }: Selected, mark: string, placeholder: string): Edit {
  const chosen = text.slice(start, end);
  const isInside = chosen.length >= 2 * mark.length && chosen.startsWith(mark) && chosen.endsWith(mark);
  if (isInside) return exchanged(start, end, chosen.slice(mark.length, -mark.length));

  const isAround = text.slice(0, start).endsWith(mark) && text.slice(end).startsWith(mark);
  if (isAround && chosen !== "") return exchanged(start - mark.length, end + mark.length, chosen);
  return exchanged(start, end, chosen || placeholder, mark, mark);
}

/** Between two marks that have lines of their own. */
function inBlock({ text, start, end }: Selected, open: string, close: string, placeholder: string): Edit {
  const chosen = text.slice(start, end);
  const inside = chosen.trim();
  if (inside.startsWith(`${open}\n`) && inside.endsWith(`\n${close}`))
    return exchanged(start, end, inside.slice(open.length + 1, -close.length - 1));

  const isAround = text.slice(0, start).endsWith(`${open}\n`) && text.slice(end).startsWith(`\n${close}`);
  if (isAround && chosen !== "") return exchanged(start - open.length - 1, end + close.length + 1, chosen);
  const lead = start === 0 || text[start - 1] === "\n" ? "" : "\n";
  const tail = end === text.length || text[end] === "\n" ? "" : "\n";
  return exchanged(start, end, chosen.replace(/\n+$/, "") || placeholder, `${lead}${open}\n`, `\n${close}${tail}`);
}

/** Words in the place of what stands there, chosen, with something before and behind. */
const exchanged = (from: number, to: number, words: string, before = "", behind = ""): Edit => ({
  from,
  to,
  insert: before + words + behind,
  start: from + before.length,
  end: from + before.length + words.length,
});
