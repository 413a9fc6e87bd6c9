import type { Faults } from "./content-files.server";

export type Heading = { line: number; heading: string; key: string };

const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t]*$/;
const KEY = /[ \t]*\{#([a-z0-9][a-z0-9-]{0,59})\}$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const CITATION = /\[([^\]\n]*)\]\(#source-(\d+)\)/g;

/** The `## Heading {#key}` of a text. A heading of the first level, or one without a key, is a fault: links lead to keys. */
export function headingsOf(body: string, file: string, firstLine: number, faults: Faults): Heading[] {
  const headings: Heading[] = [];
  let fence = "";
  for (const [index, line] of body.split("\n").entries()) {
    const mark = FENCE.exec(line)?.[1] ?? "";
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence)) fence = "";
    const [, level = "", title = ""] = (fence === "" && mark === "" && HEADING.exec(line)) || [];
    if (level.length === 1) faults.add(file, firstLine + index, "the title is the only heading of the first level: begin sections with ##");
    if (level.length !== 2) continue;

    const key = KEY.exec(title)?.[1] ?? "";
    if (key === "") faults.add(file, firstLine + index, `the section “${title}” has no {#key}`);
    else if (headings.some((one) => one.key === key)) faults.add(file, firstLine + index, `the key ${key} stands twice`);
    headings.push({ line: firstLine + index, heading: title.replace(KEY, ""), key });
  }
  return headings;
}

/** The sections of both languages are the same, in the same order, so that whoever changes the language stays in place. */
export function compareSections(one: Heading[], other: Heading[], otherFile: string, faults: Faults) {
  const [left, right] = [one.map(({ key }) => key), other.map(({ key }) => key)];
  // One without a key was told already.
  if (left.join() === right.join() || left.includes("") || right.includes("")) return;
  const [lacking, extra] = [left.filter((key) => !right.includes(key)), right.filter((key) => !left.includes(key))];
  const differences = [lacking.length > 0 && `lacks ${lacking.join(", ")}`, extra.length > 0 && `has ${extra.join(", ")} besides`].filter(
    Boolean,
  );
  const line = other.find(({ key }, index) => key !== left[index])?.line ?? other.at(-1)?.line ?? 1;
  faults.add(otherFile, line, `the sections are not those of the other language: it ${differences.join(" and ") || "has another order"}`);
}

/** Each citation `[2](#source-2)` has its source, and each source is cited. */
export function checkCitations(
  body: string,
  file: string,
  firstLine: number,
  sources: number,
  lineOfSource: (index: number) => number,
  faults: Faults,
) {
  const cited = new Set<number>();
  for (const [index, line] of body.split("\n").entries()) {
    for (const [citation, label = "", digits = ""] of line.matchAll(CITATION)) {
      const number = Number(digits);
      cited.add(number);
      if (number < 1 || number > sources)
        faults.add(file, firstLine + index, `${citation} cites a source that is not listed (there are ${sources})`);
      else if (/^\d+$/.test(label) && Number(label) !== number)
        faults.add(file, firstLine + index, `${citation} shows one number and leads to another`);
    }
  }
  for (let number = 1; number <= sources; number += 1)
    if (!cited.has(number)) faults.add(file, lineOfSource(number - 1), `source ${number} is never cited`);
}
