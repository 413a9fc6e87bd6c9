import { describe, expect, test } from "vitest";

import { asOwnLine, faultOf, plainName, withoutLines } from "~/browser/composer/files";
import { codeFor, spoilerFor } from "~/browser/composer/wraps";
import type { Edit } from "~/features/publishing/markdown-toolbar";

/** The text after a change to what stands between the brackets; they then stand around what is chosen. */
function after(marked: string, change: (selected: { text: string; start: number; end: number }) => Edit): string {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  const text = marked.replace(/[⟦⟧]/g, "");
  const edit = change({ text, start, end });
  const changed = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${changed.slice(0, edit.start)}⟦${changed.slice(edit.start, edit.end)}⟧${changed.slice(edit.end)}`;
}

describe("code", () => {
  const code = (marked: string) => after(marked, (selected) => codeFor(selected, "code"));

  test("stands between backticks in a line, and is text again when pressed twice", () => {
    expect(code("run ⟦npm⟧ first")).toBe("run `⟦npm⟧` first");
    expect(code("run `⟦npm⟧` first")).toBe("run ⟦npm⟧ first");
    expect(code("run ⟦`npm`⟧ first")).toBe("run ⟦npm⟧ first");
    expect(code("⟦⟧")).toBe("`⟦code⟧`");
  });

  test("of several lines stands in a block of its own", () => {
    expect(code("so: ⟦a\nb⟧ end")).toBe("so: \n```\n⟦a\nb⟧\n```\n end");
    expect(code("⟦```\na\nb\n```⟧")).toBe("⟦a\nb⟧");
  });
});

test("what is hidden stands between marks on lines of their own, and is shown again when pressed twice", () => {
  const hide = (marked: string) => after(marked, (selected) => spoilerFor(selected, "hidden"));
  expect(hide("so:\n⟦it ends well⟧")).toBe("so:\n[spoiler]\n⟦it ends well⟧\n[/spoiler]");
  expect(hide("it ⟦ends⟧ well")).toBe("it \n[spoiler]\n⟦ends⟧\n[/spoiler]\n well");
  expect(hide("[spoiler]\n⟦it ends well⟧\n[/spoiler]")).toBe("⟦it ends well⟧");
  expect(hide("⟦⟧")).toBe("[spoiler]\n⟦hidden⟧\n[/spoiler]");
});

describe("files", () => {
  test("are looked at before they are sent", () => {
    expect(faultOf({ type: "image/png", size: 10 })).toBeNull();
    expect(faultOf({ type: "application/pdf", size: 10_000_000 })).toBeNull();
    expect(faultOf({ type: "application/pdf", size: 10_000_001 })).toBe("tooBig");
    expect(faultOf({ type: "image/gif", size: 10 })).toBe("wrongType");
    expect(faultOf({ type: "image/png", size: 0 })).toBe("empty");
  });

  test("have names that are no Markdown", () => {
    expect(plainName("plan [final] *v2*.pdf")).toBe("plan final v2 .pdf");
    expect(plainName("***")).toBe("…");
  });

  test("stand on a line of their own while they are on their way, which is not kept with a draft", () => {
    expect(asOwnLine("words", 5, "line")).toBe("\nline\n");
    expect(asOwnLine("one\n\ntwo", 4, "line")).toBe("line");
    expect(withoutLines("one\n[a…]\ntwo\n[b…]", ["[a…]", "[b…]"])).toBe("one\ntwo\n");
  });
});
