import { expect, test } from "vitest";

import { placeFor } from "~/browser/composer/placing";
import { markdownOf, type Readable } from "~/browser/composer/selection-markdown";
import { quoteOf } from "~/features/forums/quote";

type Inside = (Readable | string)[];

const text = (nodeValue: string): Readable => ({ nodeType: 3, nodeName: "#text", nodeValue, childNodes: [] });

function element(name: string, inside: Inside, attributes: Record<string, string> = {}): Readable {
  const childNodes = inside.map((child) => (typeof child === "string" ? text(child) : child));
  return { nodeType: 1, nodeName: name.toUpperCase(), nodeValue: null, childNodes, getAttribute: (key) => attributes[key] ?? null };
}

const drawn = (...inside: Inside) => markdownOf(element("div", inside));

test("words keep their marks and their links", () => {
  const line = element("p", ["Ask ", element("strong", ["first "]), "and ", element("a", ["read this"], { href: "/en/practices/x" }), "."]);
  expect(drawn(line, element("p", [element("em", ["Then"]), " go."]))).toBe(
    "Ask **first** and [read this](/en/practices/x).\n\n*Then* go.",
  );
});

test("a part of a paragraph, as it was chosen, is a paragraph", () => {
  expect(drawn("only these ", element("code", ["words"]))).toBe("only these `words`");
});

test("names stay names, and marks of footnotes are left out", () => {
  const name = element("a", ["@marie"], { href: "/en/people/marie" });
  const note = element("sup", [element("a", ["1"], { href: "#s-footnote-1" })]);
  expect(drawn(element("p", [name, " said so", note]))).toBe("@marie said so");
});

test("lists keep their order and what hangs in them", () => {
  const inner = element("ul", ["\n", element("li", ["inner"])]);
  const list = element("ol", ["\n", element("li", ["one"]), "\n", element("li", ["two\n", inner])]);
  expect(drawn(list)).toBe("1. one\n2. two\n   - inner");
});

test("quotations nest, code keeps its lines, and tables can still be read", () => {
  const code = element("pre", [element("code", ["a\n  b\n"])]);
  const cells = (name: string, ...words: string[]) =>
    element(
      "tr",
      words.map((word) => element(name, [word])),
    );
  const table = element("table", [element("thead", [cells("th", "Day", "Place")]), element("tbody", [cells("td", "Monday", "Park")])]);
  expect(drawn(element("blockquote", [element("p", ["said"]), element("blockquote", [element("p", ["before"])])]))).toBe(
    "> said\n>\n> > before",
  );
  expect(drawn(code)).toBe("```\na\n  b\n```");
  expect(drawn(table)).toBe("Day | Place\nMonday | Park");
});

test("a quotation names who said it, leads to where it stands, and quotes what was quoted there", () => {
  const quote = quoteOf({ name: "Marie [stage]", number: 12, address: "/en/posts/1", text: "> before\n\nnow\n" });
  expect(quote).toBe("> [Marie \\[stage\\], #12](/en/posts/1)\n>\n> > before\n>\n> now\n\n");
});

test("a quotation goes behind the line of the cursor, and never into another one", () => {
  const put = (marked: string) => {
    const text = marked.replace("|", "");
    const { place, before, after } = placeFor(text, marked.indexOf("|"));
    return `${text.slice(0, place)}${before}Q${after}${text.slice(place)}`;
  };
  expect(put("|")).toBe("Q");
  expect(put("I th|ink so")).toBe("I think so\n\nQ");
  expect(put("first|\nsecond")).toBe("first\n\nQ\n\nsecond");
  expect(put("first\n\n|")).toBe("first\n\nQ");
  expect(put("> one|\n>\n> two\n\nmine")).toBe("> one\n>\n> two\n\nQ\n\nmine");
});
