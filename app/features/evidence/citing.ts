import type { Fields } from "~/features/publishing/fields";

import { codeRanges, type Range } from "./code-ranges";
import { evidenceOf, keysIn } from "./evidence";

/** One reference that a bracket names. `locator` is where in it: "p. 12". Without a key it is none, and `typed` says what stands there. */
export type Cite = { key: string | null; locator: string; typed: string };

/** A bracket of a Markdown text that cites: [@kiely2022] or [@kiely2022; @mercer2019, p. 12]. */
export type Citation = { from: number; to: number; cites: Cite[] };

// Not behind a backslash, and not what a link is called: [@name](address).
const BRACKET = /(?<!\\)\[@[^[\]]{1,2000}\](?!\()/g;
const CITE = /^@([\p{L}\p{N}][\p{L}\p{N}_:.-]*)(?:,\s*(\S[\s\S]*))?$/u;

/** The citations in a Markdown text, in order; what is code cites nothing. */
export function citationsIn(source: string): Citation[] {
  const code = codeRanges(source);
  let at = 0;
  const isCode = (from: number) => {
    while ((code[at]?.[1] ?? Number.POSITIVE_INFINITY) <= from) at += 1;
    return isWithin(code[at], from);
  };
  return [...source.matchAll(BRACKET)].flatMap(({ 0: bracket, index }) =>
    isCode(index) || /\n\s*\n/.test(bracket)
      ? []
      : [{ from: index, to: index + bracket.length, cites: bracket.slice(1, -1).split(";").map(citeOf) }],
  );
}

const isWithin = (range: Range | undefined, at: number) => range !== undefined && range[0] <= at && at < range[1];

function citeOf(part: string): Cite {
  const typed = part.trim();
  const [, key = null, locator = ""] = CITE.exec(typed) ?? [];
  return { key: key?.replace(/[_:.-]+$/, "") ?? null, locator, typed };
}

type Citing = Pick<Fields, "body" | "own">;

/** The keys of everything that a text cites, each once: first in its body, then in its findings, then in its ratings. */
export function citedKeys(fields: Citing): string[] {
  const { findings } = evidenceOf(fields.own);
  return [
    ...new Set([
      ...citationsIn(fields.body).flatMap(({ cites }) => cites.flatMap(({ key }) => key ?? [])),
      ...findings.flatMap(({ references }) => references),
      ...findings.flatMap(({ ratings }) => ratings.flatMap(({ reference }) => keysIn(reference))),
    ]),
  ];
}

/** What a text cites that is not among its references, as it was typed. Without `known` these are the ones that were drawn with it. */
export function unknownKeys(fields: Citing, known: Iterable<string> = evidenceOf(fields.own).references.map(({ key }) => key)): string[] {
  const keys = new Set(known);
  const broken = citationsIn(fields.body).flatMap(({ cites }) => cites.flatMap(({ key, typed }) => (key === null ? typed : [])));
  return [...new Set([...broken, ...citedKeys(fields).filter((key) => !keys.has(key))])];
}

/** Where in a text a reference is cited. */
export type Place = "body" | "findings" | "ratings";

/** In which parts of a text a key is cited. */
export function placesOf(fields: Citing, key: string): Place[] {
  const { findings } = evidenceOf(fields.own);
  const isIn: Record<Place, boolean> = {
    body: citationsIn(fields.body).some(({ cites }) => cites.some((cite) => cite.key === key)),
    findings: findings.some(({ references }) => references.includes(key)),
    ratings: findings.some(({ ratings }) => ratings.some(({ reference }) => keysIn(reference).includes(key))),
  };
  return (["body", "findings", "ratings"] as const).filter((place) => isIn[place]);
}

/** The number of each reference: those cited first in the order of their citation, then the others in the order given. */
export function numbersOf(cited: readonly string[], keys: readonly string[]): Map<string, number> {
  const known = new Set(keys);
  const order = new Set([...cited.filter((key) => known.has(key)), ...keys]);
  return new Map([...order].map((key, index) => [key, index + 1]));
}

/** The text with a Markdown link for each citation that has an address; what is unknown stays as it was typed. */
export function withLinks(body: string, linkTo: (key: string) => { number: number; address: string } | null): string {
  let drawn = "";
  let done = 0;
  for (const { from, to, cites } of citationsIn(body)) {
    const links = cites.map(({ key }) => (key === null ? null : linkTo(key)));
    const parts = cites.map(({ locator, typed }, index) => {
      const link = links[index];
      if (!link) return `\\[${typed}\\]`;
      // The renderer sets brackets around what leads to the list below the text; what leads elsewhere brings its own.
      const label = link.address.startsWith("#") ? link.number : `\\[${link.number}\\]`;
      return `[${label}](${link.address})${locator === "" ? "" : `, ${locator}`}`;
    });
    if (links.every((link) => link === null)) continue;
    // A picture begins with "![".
    const before = body.slice(done, from).replace(/(?<!\\)!$/, "\\!");
    drawn += before + parts.join(", ");
    done = to;
  }
  return drawn + body.slice(done);
}
