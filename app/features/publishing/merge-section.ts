import { diff3Merge } from "node-diff3";

export type MergedSection = { text: string; hasConflict: boolean };

const SECTION = /^##[ \t]+/;
const KEY = /\{#[a-z0-9-]+\}[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Of more blocks than that, equal ones are compared for too long: it is the thread that answers everyone. */
const MOST_BLOCKS = 1_000;

/** What goes on with the line before it, so that a list, a quote or a table stays whole. */
const GOES_ON = /^(?:[ \t]+\S|[-*+][ \t]|\d{1,9}[.)][ \t]|>|\|)/;

/**
 * Joins two people's changes to one section, block by block: paragraphs, lists, tables and fenced code stay whole. What only one of them
 * touched is taken as they left it. Where both touched the same place, both texts stand one after the other below the given marks; of two new headings, the other one as words. No block that either side
 * wrote is ever lost.
 */
export function mergeSection(base: string, mine: string, theirs: string, marks: { mine: string; theirs: string }): MergedSection {
  if (mine === theirs || same(theirs, base)) return { text: mine, hasConflict: false };
  if (same(mine, base)) return { text: theirs, hasConflict: false };

  const [was, own, other] = [base, mine, theirs].map(headed) as [Headed, Headed, Headed];
  const heading = own.heading === was.heading ? other.heading : own.heading;
  // A section has one heading: the other one stands below it, as words.
  const otherWords =
    heading !== other.heading && other.heading !== was.heading ? other.heading.replace(SECTION, "").replace(KEY, "").trim() : "";
  let hasConflict = otherWords !== "";
  const isLong = [was, own, other].some(({ blocks }) => blocks.length > MOST_BLOCKS);
  const regions = isLong ? whole(own, other) : diff3Merge(own.blocks, was.blocks, other.blocks, { excludeFalseConflicts: true });
  const parts = regions.flatMap((part) => {
    if (part.ok) return part.ok;
    const { a = [], b = [] } = part.conflict ?? {};
    // One side took out what the other one changed: what was written stays, and is pointed out.
    hasConflict = true;
    return [...(a.length > 0 ? [marks.mine, ...a] : []), ...(b.length > 0 ? [marks.theirs, ...b] : [])];
  });
  const head = [heading, otherWords && `${marks.theirs} ${otherWords}`].filter((block) => block !== "");
  return { text: `${[...head, ...parts].join("\n\n")}\n`, hasConflict };
}

/** Both texts as they are, one after the other. */
const whole = (own: Headed, other: Headed): ReturnType<typeof diff3Merge<string>> => [
  { conflict: { a: own.blocks, aIndex: 0, o: [], oIndex: 0, b: other.blocks, bIndex: 0 } },
];

type Headed = { heading: string; blocks: string[] };

/** The heading that opens a section, and the blocks below it. */
function headed(text: string): Headed {
  const [first = "", ...rest] = blocksOf(text);
  return SECTION.test(first) ? { heading: first, blocks: rest } : { heading: "", blocks: first === "" ? [] : [first, ...rest] };
}

const same = (one: string, other: string) => one.trimEnd() === other.trimEnd();

/** The blocks of a text, without the empty lines between them. */
export function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  let block: string[] = [];
  let fence = "";
  let isApart = false;
  const close = () => {
    if (block.length > 0) blocks.push(block.join("\n"));
    block = [];
  };
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    if (fence !== "") {
      block.push(line);
      if (mark.startsWith(fence)) fence = "";
      continue;
    }
    if (line.trim() === "") {
      isApart = block.length > 0;
      continue;
    }
    // An indented line or another point after an empty line still belongs to the list above it.
    const isSameList = isApart && GOES_ON.test(line) && /^(?:[-*+][ \t]|\d{1,9}[.)][ \t])/.test(block[0] ?? "");
    if (isSameList) block.push("");
    else if (isApart || /^#{1,6}[ \t]/.test(line)) close();
    isApart = false;
    block.push(line);
    if (mark !== "") fence = mark;
    else if (/^#{1,6}[ \t]/.test(line)) close();
  }
  close();
  return blocks;
}
