import fc from "fast-check";
import { expect, test } from "vitest";

import { stepsIn } from "~/features/library/steps-in";
import { renderMarkdown } from "~/platform/markdown.server";

const steps = async (markdown: string) => stepsIn((await renderMarkdown(markdown, { language: "en" })).html, "steps");

test("the steps are the first numbered list of the section, in plain words", async () => {
  expect(
    await steps(
      "## Purpose {#purpose}\n\n1. Not this.\n\n## Steps {#steps}\n\nFirst:\n\n1. **Find** a [path](https://example.org) & a bench.\n2. Invite.\n\n1. Another list.\n\n## After {#after}\n\n1. Nor this.\n",
    ),
  ).toEqual(["Find a path & a bench.", "Invite.", "Another list."]);
});

test("lists within a step belong to it, and what is listed with dots is no step", async () => {
  expect(await steps("## Steps {#steps}\n\n- a dot\n\n1. Ask:\n   1. who\n   2. when\n   - where\n2. Go.\n")).toEqual([
    "Ask: who when where",
    "Go.",
  ]);
  expect(await steps("## Steps {#steps}\n\n- one\n- two\n")).toEqual([]);
  expect(await steps("## Other {#other}\n\n1. one\n")).toEqual([]);
  expect(await steps("")).toEqual([]);
});

test("whatever stands there, reading it ends", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("<ol>", "</ol>", "<li>", "</li>", "<ul>", "</ul>", '<h2 id="s-steps">', "</h2>", "x", "<")),
      (parts) => {
        expect(Array.isArray(stepsIn(parts.join(""), "steps"))).toBe(true);
      },
    ),
  );
});
