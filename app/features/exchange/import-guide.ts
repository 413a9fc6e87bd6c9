/** A text that someone brought. Its pictures stand in it as `picture:1` and so on. */
export type ReadGuide = { title: string; summary: string; body: string; sources: string; pictures: Uint8Array[] };

const MARK = /^<!--(title|summary|sources)-->(.*)$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The parts of a guide in a Markdown text: a marked title, or the one heading of the first level, is its title; its headings begin with the second
 * level; what follows the mark of the sources are the sources, one a line.
 */
export function guideIn(markdown: string): Omit<ReadGuide, "pictures"> {
  const found = { title: "", summary: "" };
  const body: string[] = [];
  const sources: string[] = [];
  let isInSources = false;
  for (const line of markdown.split("\n")) {
    const [, mark, words = ""] = MARK.exec(line) ?? [];
    if (mark === "sources") isInSources = true;
    else if (mark === "title" || mark === "summary") found[mark] = [found[mark], unescaped(words)].filter(Boolean).join(" ");
    // Notes stand at the end of a document, behind the sources too.
    else (isInSources && !/^\[\^[^\]\s]{1,40}\]:/.test(line) ? sources : body).push(line);
  }
  const headed = levelled(body, found.title);

  return {
    title: headed.title,
    summary: found.summary,
    body: headed.body.replace(/\n{3,}/g, "\n\n").trim(),
    sources: sources
      .map((line) => line.replace(/^(?:[-*]|\d+[.)])\s+/, "").trim())
      .filter(Boolean)
      .join("\n"),
  };
}

/** Headings as a guide has them. One alone of the first level, above all others, is the title where no other is known. */
function levelled(lines: string[], title: string): { title: string; body: string } {
  const headings = headingsIn(lines);
  const tops = headings.filter(({ level }) => level === 1);
  const [top] = tops;
  const isTitle = title === "" && tops.length === 1 && top !== undefined && top.line === headings[0]?.line;
  const rest = isTitle ? headings.slice(1) : headings;
  const shift = 2 - Math.min(...rest.map(({ level }) => level), 6);
  const moved = new Map(rest.map(({ line, level, words }) => [line, `${"#".repeat(Math.min(6, level + shift))} ${words}`]));
  const body = lines.map((line, index) => (isTitle && index === top.line ? "" : (moved.get(index) ?? line)));

  return { title: isTitle ? unescaped(top.words) : title, body: body.join("\n") };
}

function headingsIn(lines: string[]): { line: number; level: number; words: string }[] {
  let fence = "";
  return lines.flatMap((text, line) => {
    const mark = FENCE.exec(text)?.[1] ?? "";
    if (fence !== "") fence = mark.startsWith(fence) ? "" : fence;
    else if (mark !== "") fence = mark;
    else {
      const [, signs, words = ""] = /^(#{1,6})[ \t]+(.*)$/.exec(text) ?? [];
      if (signs) return [{ line, level: signs.length, words: words.replace(/[*_]{2}/g, "").trim() }];
    }
    return [];
  });
}

/** Words as they are typed into a field that is no Markdown. */
const unescaped = (words: string): string =>
  words
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~<])/g, "$1")
    .replace(/(\*\*|__|\*)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .trim();
