import fc from "fast-check";

import { sectionsOf, withKeys } from "~/features/publishing/sections";

/** A paragraph, a list, a fence with what looks like a heading in it, a table, or nothing. */
export const block = fc.oneof(
  fc.lorem({ maxCount: 8 }),
  fc.constantFrom(
    "- one\n- two",
    "```\n## no heading\n```",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "Été : « oui »",
    "1. first\n2. second",
    "",
  ),
);

const heading = fc.constantFrom("Purpose", "Steps", "Équité", "How you know", "Steps", "Before", "  Wide  ");

const section = fc.record({ heading, blocks: fc.array(block, { maxLength: 3 }), end: fc.constantFrom("\n", "\n\n", "\n\n\n", " \n") });

type Part = { heading: string; blocks: string[]; end: string };

const written = ({ heading: title, blocks, end }: Part) => `## ${title}\n\n${blocks.join("\n\n")}${end}`;

/** A text of sections, perhaps with words before the first, perhaps without a line end at its end. */
export const text = fc
  .record({ before: fc.constantFrom("", "First words.\n\n"), parts: fc.array(section, { maxLength: 5 }), isOpen: fc.boolean() })
  .map(({ before, parts, isOpen }) => {
    const whole = withKeys(before + parts.map(written).join(""));
    return isOpen ? whole.trimEnd() : whole;
  });

/** What someone does with a text. */
export const edit = fc.oneof(
  fc.record({ what: fc.constant("write" as const), at: fc.nat(9), block }),
  fc.record({ what: fc.constant("add" as const), at: fc.nat(9), section }),
  fc.record({ what: fc.constant("drop" as const), at: fc.nat(9) }),
  fc.record({ what: fc.constant("move" as const), at: fc.nat(9), to: fc.nat(9) }),
  fc.record({ what: fc.constant("retitle" as const), at: fc.nat(9), heading }),
  fc.record({ what: fc.constant("split" as const), at: fc.nat(9), heading }),
);

export type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

/** The text after an edit, with a key for each section as a save gives them. */
export function edited(body: string, change: Edit): string {
  const parts = sectionsOf(body).map(({ text: words }) => (words.endsWith("\n") ? words : `${words}\n`));
  const at = parts.length === 0 ? 0 : change.at % parts.length;
  const part = parts[at] ?? "";
  if (change.what === "add") parts.splice(at, 0, written(change.section));
  else if (parts.length === 0) return body;
  else if (change.what === "write") parts[at] = `${part.trimEnd()}\n\n${change.block}\n\n`;
  else if (change.what === "drop") parts.splice(at, 1);
  else if (change.what === "move") parts.splice(change.to % parts.length, 0, ...parts.splice(at, 1));
  else if (change.what === "retitle") parts[at] = part.replace(/^##[^\n{]*/, `## ${change.heading} `);
  else parts.splice(at + 1, 0, `## ${change.heading}\n\nThe second half.\n\n`);
  return withKeys(parts.join(""));
}
