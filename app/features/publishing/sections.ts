import { slugOf } from "~/platform/slug";

/** One `## Heading {#key}` of a text with all that follows it. The first may have no heading: what stands before any. */
export type Section = { key: string; heading: string; text: string };

const HEADING = /^##[ \t]/;
const KEY = /\{#([a-z0-9][a-z0-9-]{0,59})\}$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Cuts a Markdown text into its sections. Put together again, their texts are the text, to the letter. */
export function sectionsOf(body: string): Section[] {
  const sections: Section[] = [];
  let fence: string | null = null;
  let current: Section = { key: "", heading: "", text: "" };
  for (const line of linesOf(body)) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && fence === null) fence = mark;
    else if (mark && fence !== null && mark[0] === fence[0] && mark.length >= fence.length) fence = null;

    if (fence === null && !mark && HEADING.test(line)) {
      if (current.text !== "") sections.push(current);
      const title = withoutSpace(line.slice(2).replace(/\n$/, ""));
      current = { key: KEY.exec(title)?.[1] ?? "", heading: withoutSpace(title.replace(KEY, "")), text: "" };
    }
    current.text += line;
  }
  if (current.text !== "") sections.push(current);
  return sections;
}

/** Gives every section a key of its own and writes it behind the heading, where it stays when the heading changes. */
export function withKeys(body: string): string {
  const taken = new Set(sectionsOf(body).map(({ key }) => key));
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return sectionsOf(body)
    .map((section) => {
      if (section.heading === "" || (section.key !== "" && !seen.has(section.key))) {
        seen.add(section.key);
        return section.text;
      }
      const key = freeKey(slugOf(section.heading).slice(0, 50) || "section", taken, counts);
      taken.add(key);
      seen.add(key);
      const [line = "", ...rest] = section.text.split("\n");
      return [`${line.trimEnd().replace(KEY, "").trimEnd()} {#${key}}`, ...rest].join("\n");
    })
    .join("");
}

/** Counts on from the last number given to the same words: a text of 10,000 equal headings must not be slow. */
function freeKey(wanted: string, taken: Set<string>, counts: Map<string, number>): string {
  for (let count = (counts.get(wanted) ?? 0) + 1; ; count += 1) {
    const key = count === 1 ? wanted : `${wanted}-${count}`;
    if (taken.has(key)) continue;
    counts.set(wanted, count);
    return key;
  }
}

/** Without the spaces and tabs around it. An expression for those at the end takes time by the square of their number. */
function withoutSpace(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end -= 1;
  return text.slice(0, end).replace(/^[ \t]+/, "");
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
