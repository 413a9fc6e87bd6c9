/** A text with what is selected in it. */
export type Selected = { text: string; start: number; end: number };

/** What a button does: `insert` takes the place of what stands from `from` to `to`; then `start` to `end` is selected. */
export type Edit = { from: number; to: number; insert: string; start: number; end: number };

/** The words that stand where the writer's own will stand. */
export type Placeholders = { bold: string; italic: string; link: string; column: string; cell: string };

export const tools = ["bold", "italic", "heading", "list", "numbered", "checklist", "quote", "link", "table"] as const;

export type Tool = (typeof tools)[number];

/** The change that a button of the toolbar makes. Pressed again, most of them take back what they did. */
export function editFor(tool: Tool, selected: Selected, words: Placeholders): Edit {
  switch (tool) {
    case "bold":
      return wrapped(selected, "**", words.bold);
    case "italic":
      return wrapped(selected, "*", words.italic);
    case "heading":
      return changedLines(selected, headed);
    case "list":
      return marked(selected, /^[-*+] (?!\[[ xX]\] )/, () => "- ");
    case "numbered":
      return marked(selected, /^\d{1,9}[.)] /, (index) => `${index + 1}. `);
    case "checklist":
      return marked(selected, /^[-*+] \[[ xX]\] /, () => "- [ ] ");
    case "quote":
      return marked(selected, /^> ?/, () => "> ", false);
    case "link":
      return linked(selected, words.link);
    case "table":
      return tabled(selected, words);
  }
}

const ANY_LIST_MARK = /^(?:[-*+] \[[ xX]\] |[-*+] |\d{1,9}[.)] )/;

function wrapped({ text, start, end }: Selected, mark: string, placeholder: string): Edit {
  const size = mark.length;
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text.slice(start, end)) ?? [];
  if (inner === "")
    return { from: start, to: end, insert: mark + placeholder + mark, start: start + size, end: start + size + placeholder.length };

  // Marks belong at the words: spaces at the ends of what is chosen stay outside.
  const from = start + before.length;
  const to = end - after.length;
  const inside = Math.min(starsAtStart(inner), starsAtEnd(inner));
  if (says(mark, inside) && inner.length > 2 * inside)
    return { from, to, insert: inner.slice(size, -size), start: from, end: to - 2 * size };

  const outside = Math.min(starsAtEnd(text.slice(Math.max(0, from - 3), from)), starsAtStart(text.slice(to, to + 3)));
  if (says(mark, outside)) return { from: from - size, to: to + size, insert: inner, start: from - size, end: to - size };

  return { from, to, insert: mark + inner + mark, start: from + size, end: to + size };
}

const starsAtStart = (text: string): number => /^\**/.exec(text)?.[0].length ?? 0;

const starsAtEnd = (text: string): number => /\**$/.exec(text)?.[0].length ?? 0;

/** One star is italic, two are bold, three are both. */
const says = (mark: string, stars: number): boolean => (mark === "**" ? stars >= 2 : stars === 1 || stars >= 3);

/** Changes every line that the selection touches, and selects them. */
function changedLines({ text, start, end }: Selected, change: (lines: string[]) => string[]): Edit {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const after = text.indexOf("\n", last);
  const to = after === -1 ? text.length : after;
  const before = text.slice(from, to).split("\n");
  const lines = change(before);
  const insert = lines.join("\n");
  // A mere cursor stays where it was among the words of its line.
  if (start === end) {
    const place = Math.max(from, Math.min(from + insert.length, start + insert.length - (to - from)));
    return { from, to, insert, start: place, end: place };
  }
  return { from, to, insert, start: from, end: from + insert.length };
}

/** No heading, section, part of a section, and no heading again. */
const headed = (lines: string[]): string[] =>
  lines.map((line, index) => {
    if (line.trim() === "" && !(index === 0 && lines.length === 1)) return line;
    const [, marks = "", words = ""] = /^(#{1,6})?[ \t]*(.*)$/.exec(line) ?? [];
    const next = marks === "" ? "## " : marks.length <= 2 ? "### " : "";
    return next + words;
  });

function marked(selected: Selected, mark: RegExp, markOf: (index: number) => string, replacesLists = true): Edit {
  return changedLines(selected, (lines) => {
    const filled = lines.filter((line) => line.trim() !== "");
    if (filled.length > 0 && filled.every((line) => mark.test(line.trimStart())))
      return lines.map((line) => line.replace(/^(\s*)(.*)$/, (_, indent: string, rest: string) => indent + rest.replace(mark, "")));

    let count = 0;
    return lines.map((line) => {
      if (line.trim() === "" && lines.length > 1) return line;
      const [, indent = "", rest = ""] = /^(\s*)(.*)$/.exec(line) ?? [];
      return indent + markOf(count++) + (replacesLists ? rest.replace(ANY_LIST_MARK, "") : rest);
    });
  });
}

function linked({ text, start, end }: Selected, placeholder: string): Edit {
  const chosen = text.slice(start, end);
  if (/^(https?:\/\/|mailto:)\S+$/.test(chosen)) {
    const insert = `[${placeholder}](${chosen})`;
    return { from: start, to: end, insert, start: start + 1, end: start + 1 + placeholder.length };
  }
  const words = chosen || placeholder;
  const address = "https://";
  const insert = `[${words}](${address})`;
  const place = start + words.length + 3;
  return { from: start, to: end, insert, start: place, end: place + address.length };
}

/** A small table in a paragraph of its own, behind what is selected. */
function tabled({ text, end }: Selected, { column, cell }: Placeholders): Edit {
  const before = text.slice(0, end);
  const after = text.slice(end);
  const lead = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = after.startsWith("\n\n") || after === "" ? "\n" : after.startsWith("\n") ? "\n" : "\n\n";
  const rows = [`| ${column} 1 | ${column} 2 |`, "| --- | --- |", `| ${cell} | ${cell} |`, `| ${cell} | ${cell} |`];
  const start = end + lead.length + 2;
  return { from: end, to: end, insert: lead + rows.join("\n") + tail, start, end: start + column.length + 2 };
}
