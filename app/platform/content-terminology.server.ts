import { existsSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

import { type Faults, type Place, readText, readYaml } from "./content-files.server";
import { key, missing, text } from "./content-shapes.server";

/** Where the pairs of terms stand below a content folder. */
export const TERMINOLOGY_FILE = "terminology/terms.yaml";
const MOST_PAIRS = 2_000;

const word = text(1, 100).refine((value) => /\p{L}/u.test(value) && !/[<>]/.test(value), "has no letter, or has < or >");
const others = z
  .array(word, { error: missing("a list of words") })
  .max(10, "has more than 10 words")
  .default([]);
const note = text(0, 400).default("");

const pairsShape = z
  .array(
    z.strictObject(
      { key, en: word, fr: word, enOthers: others, frOthers: others, enNote: note, frNote: note, source: text(0, 300).default("") },
      { error: missing("a pair of terms") },
    ),
    { error: missing("a list of pairs of terms") },
  )
  .max(MOST_PAIRS, `has more than ${MOST_PAIRS} pairs`);

export type ContentPair = z.output<typeof pairsShape>[number] & { at: Place };

/** The pairs of terms of a content folder; none where it has no file of them. One that stands twice is a fault. */
export function readTerminology(folder: string, faults: Faults): ContentPair[] {
  const file = path.join(folder, TERMINOLOGY_FILE);
  const words = existsSync(file) ? readText(file, faults) : null;
  const read = words === null ? null : readYaml(words, pairsShape, file, faults);
  if (!read) return [];
  const pairs = read.value.map((pair, index) => ({ ...pair, at: { file, line: read.lineOf([index]) } }));
  const keys = new Set<string>();
  const terms = new Map<string, string>();
  for (const { key, en, fr, at } of pairs) {
    const both = `${en} – ${fr}`;
    if (keys.has(key)) faults.add(at.file, at.line, `the key ${key} stands twice`);
    else if (terms.has(both)) faults.add(at.file, at.line, `the pair ${both} is that of ${terms.get(both)} too`);
    keys.add(key);
    terms.set(both, key);
  }
  return pairs;
}
