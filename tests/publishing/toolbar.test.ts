import { expect, test } from "vitest";

import { editFor, type Tool } from "~/features/publishing/markdown-toolbar";

const words = { bold: "bold text", italic: "italic text", link: "words of the link", column: "Column", cell: "Cell" };

test("the words chosen become bold, and pressed again they are plain", () => {
  expect(press("bold", "Call [people] first")).toBe("Call **[people]** first");
  expect(press("bold", "Call **[people]** first")).toBe("Call [people] first");
  expect(press("bold", "Call [**people**] first")).toBe("Call [people] first");
});

test("spaces at the ends of what is chosen stay outside the marks, where Markdown wants them", () => {
  expect(press("bold", "Call[ people ]first")).toBe("Call **[people]** first");
});

test("italic and bold are told apart", () => {
  expect(press("italic", "Call [people] first")).toBe("Call *[people]* first");
  expect(press("italic", "Call *[people]* first")).toBe("Call [people] first");
  expect(press("italic", "Call **[people]** first")).toBe("Call ***[people]*** first");
  expect(press("italic", "[**people**]")).toBe("*[**people**]*");
  expect(press("bold", "*[people]*")).toBe("***[people]***");
});

test("with nothing chosen, words to write over are put in and chosen", () => {
  expect(press("bold", "Say []")).toBe("Say **[bold text]**");
  expect(press("italic", "[]")).toBe("*[italic text]*");
  expect(press("link", "See []")).toBe("See [words of the link](⟨https://⟩)");
});

test("a line becomes a section, then a part of one, then a line again; its key stays", () => {
  expect(press("heading", "Be[]fore")).toBe("## Be[]fore");
  expect(press("heading", "## Be[]fore {#before}")).toBe("### Be[]fore {#before}");
  expect(press("heading", "### Be[]fore {#before}")).toBe("Be[]fore {#before}");
  expect(press("heading", "[]")).toBe("## []");
});

test("each line chosen becomes an item, empty ones do not, and pressed again they are lines", () => {
  expect(press("list", "a\nf[irst\n\nseco]nd\nb")).toBe("a\n[- first\n\n- second]\nb");
  expect(press("list", "[- first\n- second]")).toBe("[first\nsecond]");
  expect(press("numbered", "[first\nsecond\n]third")).toBe("[1. first\n2. second]\nthird");
  expect(press("numbered", "[1. first\n2. second]")).toBe("[first\nsecond]");
  expect(press("checklist", "[first\nsecond]")).toBe("[- [ ] first\n- [ ] second]");
  expect(press("checklist", "[- [x] first\n- [ ] second]")).toBe("[first\nsecond]");
  expect(press("quote", "[first\nsecond]")).toBe("[> first\n> second]");
  expect(press("quote", "[> first\n> second]")).toBe("[first\nsecond]");
});

test("one kind of list becomes another, and indents stay", () => {
  expect(press("numbered", "[- first\n  - inner]")).toBe("[1. first\n  2. inner]");
  expect(press("list", "[- [ ] first\n- [x] second]")).toBe("[- first\n- second]");
  expect(press("checklist", "[1. first]")).toBe("[- [ ] first]");
});

test("on an empty line a list begins", () => {
  expect(press("list", "text\n\n[]")).toBe("text\n\n- []");
});

test("words chosen become a link whose address is to be typed; a chosen address gets words", () => {
  expect(press("link", "See [the form] there")).toBe("See [the form](⟨https://⟩) there");
  expect(press("link", "See [https://example.org/a]")).toBe("See [⟨words of the link⟩](https://example.org/a)");
});

test("a table stands in a paragraph of its own", () => {
  const table = "| ⟨Column 1⟩ | Column 2 |\n| --- | --- |\n| Cell | Cell |\n| Cell | Cell |\n";
  expect(press("table", "Text[]")).toBe(`Text\n\n${table}`);
  expect(press("table", "Text\n[]more")).toBe(`Text\n\n${table}\nmore`);
  expect(press("table", "[]")).toBe(table);
});

/** Presses a button on a text whose selection stands in brackets, and shows the new one likewise (⟨ ⟩ where brackets are meant). */
function press(tool: Tool, shown: string): string {
  const open = shown.search(/\[(?![ x]\])/);
  const close = open + 1 + endOf(shown.slice(open + 1));
  const text = shown.slice(0, open) + shown.slice(open + 1, close) + shown.slice(close + 1);
  const { from, to, insert, start, end } = editFor(tool, { text, start: open, end: close - 1 }, words);
  const after = text.slice(0, from) + insert + text.slice(to);
  const [left, right] = tool === "link" || tool === "table" ? ["⟨", "⟩"] : ["[", "]"];

  return after.slice(0, start) + left + after.slice(start, end) + right + after.slice(end);
}

const endOf = (text: string): number => {
  const marks = /(?<!\[[ x])\]/.exec(text);
  return marks?.index ?? 0;
};
