/** A piece of a text: from where, up to where. */
export type Range = readonly [from: number, to: number];

type Line = { from: number; to: number; text: string };

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;
const LIST = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** Where a Markdown text is code: nothing that is written there means anything. In time proportional to its length. */
export function codeRanges(source: string): Range[] {
  const ranges: Range[] = [];
  let paragraph: Line[] = [];
  let fence: { mark: string; from: number } | null = null;
  let isInList = false;
  let isAfterBlank = true;
  const endParagraph = () => {
    ranges.push(...spansIn(source, paragraph));
    paragraph = [];
  };

  for (const line of linesOf(source)) {
    const [, mark = "", rest = ""] = FENCE.exec(line.text) ?? [];
    if (fence !== null) {
      if (mark.startsWith(fence.mark) && rest.trim() === "") {
        ranges.push([fence.from, line.to]);
        fence = null;
      }
      continue;
    }
    if (mark !== "" && !(mark.startsWith("`") && rest.includes("`"))) {
      endParagraph();
      fence = { mark, from: line.from };
      continue;
    }
    const isBlank = line.text.trim() === "";
    if (LIST.test(line.text)) isInList = true;
    else if (!isBlank && isAfterBlank && /^\S/.test(line.text)) isInList = false;

    if (isBlank) endParagraph();
    else if (!isInList && paragraph.length === 0 && /^(?: {4}|\t)/.test(line.text)) ranges.push([line.from, line.to]);
    else paragraph.push(line);
    isAfterBlank = isBlank;
  }
  endParagraph();
  if (fence !== null) ranges.push([fence.from, source.length]);
  return ranges.sort(([one], [other]) => one - other);
}

function linesOf(source: string): Line[] {
  let from = 0;
  return source.split("\n").map((text) => {
    const line = { from, to: from + text.length, text };
    from = line.to + 1;
    return line;
  });
}

/** Code within a paragraph: between two runs of as many backticks. */
function spansIn(source: string, paragraph: Line[]): Range[] {
  const [first] = paragraph;
  const last = paragraph.at(-1);
  if (!first || !last) return [];
  const text = source.slice(first.from, last.to);
  // A backslash takes the meaning from the first mark behind it, but not within code.
  const closings = new Map<number, { at: number[]; next: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = closings.get(run.length);
    if (known) known.at.push(index);
    else closings.set(run.length, { at: [index], next: 0 });
  }

  const spans: Range[] = [];
  let done = 0;
  for (const { 0: run, index } of text.matchAll(/\\[\s\S]|`+/g)) {
    const closing = run.startsWith("`") && index >= done ? closings.get(run.length) : undefined;
    if (!closing) continue;
    while ((closing.at[closing.next] ?? Number.POSITIVE_INFINITY) < index + run.length) closing.next += 1;
    const end = closing.at[closing.next];
    if (end === undefined) continue;
    done = end + run.length;
    spans.push([first.from + index, first.from + done]);
  }
  return spans;
}
