import { stringify } from "yaml";

import type { Book, BookFace, Run } from "./book";

/**
 * A book as Markdown: what is to know of it stands before the text, as YAML; the text is that of its writers, with whole addresses. What the portal
 * reads of it when it is brought back is the same guide (import-markdown.server.ts).
 */
export function markdownOf({ faces, origin }: Book): string {
  const [first, ...others] = faces;
  if (!first) throw new Error("A book has a text.");
  if (others.length === 0) return `---\n${stringify(frontOf(first), { lineWidth: 0 })}---\n\n${bodyOf(first, origin)}\n`;

  const front = faces.map((face) => `---\n${stringify(frontOf(face), { lineWidth: 0 })}---\n`).slice(0, 1);
  const texts = faces.map((face, index) => [index === 0 ? "" : factsOf(face), `# ${face.title}`, bodyOf(face, origin), sourcesOf(face)]);
  return `${front.join("")}\n${texts.flat().filter(Boolean).join("\n\n")}\n`;
}

const frontOf = (face: BookFace) => ({
  title: face.title,
  summary: face.summary,
  language: face.language,
  ...(face.authors.length > 0 ? { authors: face.authors } : {}),
  organization: face.publisher,
  version: face.words.version,
  published: face.publishedOn,
  licence: face.licence.name,
  ...(face.licence.address === "" ? {} : { "licence-address": face.licence.address }),
  address: face.address,
  copy: face.copy,
  ...(face.lineage.length === 0 ? {} : { "adapted-from": textOf(face.lineage) }),
  ...(face.evidence.length > 0
    ? { evidence: face.evidence.map(({ section, lines }) => ({ section, "rests-on": lines.map(textOf) })) }
    : {}),
  ...(face.sources.trim() === "" ? {} : { sources: face.sources.split("\n").filter((line) => line.trim() !== "") }),
});

/** Of the second language of a file, whose facts no longer stand before everything. */
const factsOf = (face: BookFace): string => `---\n\n${face.facts.map(({ name, said }) => `- ${name} — ${textOf(said)}`).join("\n")}`;

const sourcesOf = ({ sources, words }: BookFace): string =>
  sources.trim() === ""
    ? ""
    : `## ${words.sources}\n\n${sources
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line, index) => `${index + 1}. ${line.trim()}`)
        .join("\n")}`;

const textOf = (runs: Run[]): string => runs.map(({ text }) => text).join("");

/** Files and pages of the portal with their whole address. */
const bodyOf = ({ body }: BookFace, origin: string): string => body.trim().replace(/\]\((?=\/(?:files|en|fr)\/)/g, `](${origin}`);
