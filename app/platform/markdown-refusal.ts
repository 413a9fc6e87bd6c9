/** Why a text is not drawn at all. The words for it stand in the dictionary under `publishing.markdown`. */
export type Refusal = "tooLong" | "tooDeep" | "tooSlow";

/** In characters. */
const LONGEST = 200_000;
/** Levels of quotes, lists and spoilers, of brackets, of emphasis. */
const DEEPEST = 20;
/** Columns of a table: each row is filled up to them, so a wide head makes a short text long. */
const WIDEST = 60;

const MARKER = /^([ \t]*)(>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/;
const RULE = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const NOT_A_TABLE_HEAD = /[^|:\- \t]/;

/**
 * Whether a text must not reach the parser: some short texts keep it busy for seconds (500 quotes and then 500 lines), and no
 * limit of length helps against them. One pass over the text, in time proportional to its length.
 */
export function refusalOf(source: string): Refusal | null {
  if (source.length > LONGEST) return "tooLong";

  let containers: Container[] = [];
  let marks = noMarks;
  let fence = "";
  let spoilers = 0;
  for (const line of source.split("\n")) {
    const { markers, text } = markersOf(line);
    for (const marker of markers) containers = containersAfter(marker, containers);
    if (containers.length > DEEPEST || markers.length > DEEPEST) return "tooDeep";
    if (!NOT_A_TABLE_HEAD.test(text) && text.split("|").length > WIDEST + 2) return "tooDeep";

    const mark = FENCE.exec(text)?.[1] ?? "";
    if (fence === "") fence = mark;
    else if (mark.startsWith(fence)) fence = "";
    if (fence !== "" || mark !== "") continue;

    if (spoilerOpens(text)) spoilers += 1;
    if (spoilerCloses(text)) spoilers = Math.max(0, spoilers - 1);
    if (containers.length + spoilers > DEEPEST) return "tooDeep";

    if (markers.length > 0 || text.trim() === "") marks = noMarks;
    marks = marksAfter(text, marks);
    if (marks.deepest > DEEPEST) return "tooDeep";
  }
  return null;
}

/** Whether a line begins what is hidden until someone opens it, and whether it ends that. Both only in posts. */
export const spoilerOpens = (line: string): boolean => /^\[spoiler\]/i.test(line);
export const spoilerCloses = (line: string): boolean => line.trimEnd().slice(-10).toLowerCase() === "[/spoiler]";

type Container = { column: number; isQuote: boolean };

/** The quote and list markers that a line starts with, and what stands behind them. */
function markersOf(line: string): { markers: Container[]; text: string } {
  const markers: Container[] = [];
  let text = line;
  let column = 0;
  while (markers.length <= DEEPEST && !RULE.test(text)) {
    const [whole, indent = "", marker = ""] = MARKER.exec(text) ?? [];
    if (whole === undefined) break;
    column += indent.replaceAll("\t", "    ").length;
    markers.push({ column, isQuote: marker === ">" });
    column += marker.length;
    text = text.slice(whole.length);
  }
  return { markers, text };
}

/** A quote goes on as long as its marker stands in the same column; anything else ends what stood there or to its right. */
function containersAfter(marker: Container, open: Container[]): Container[] {
  if (marker.isQuote && open.some(({ column, isQuote }) => isQuote && column === marker.column)) return open;
  return [...open.filter(({ column }) => column < marker.column), marker];
}

type Marks = { brackets: number; emphasis: number; deepest: number };

const noMarks: Marks = { brackets: 0, emphasis: 0, deepest: 0 };

/** Follows what is open across a line: brackets, and runs of the marks of emphasis, of which two make one level. */
function marksAfter(text: string, { brackets, emphasis, deepest }: Marks): Marks {
  for (const { 0: run, index } of text.matchAll(/\\.|\[|\]|\*+|_+|~+/g)) {
    if (run[0] === "\\") continue;
    if (run === "[") brackets += 1;
    else if (run === "]") brackets = Math.max(0, brackets - 1);
    else {
      const levels = Math.ceil(run.length / 2);
      const opens = /\S/.test(text[index + run.length] ?? " ");
      const closes = /\S/.test(text[index - 1] ?? " ");
      if (closes && (emphasis > 0 || !opens)) emphasis = Math.max(0, emphasis - levels);
      else if (opens) emphasis += levels;
    }
    deepest = Math.max(deepest, brackets, emphasis);
  }
  return { brackets, emphasis, deepest };
}
