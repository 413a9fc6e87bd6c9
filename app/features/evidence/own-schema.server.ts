import { z } from "zod";

import { inRow } from "~/features/publishing/row-faults";

import { columnOf } from "./faults";
import { type DomainName, domains } from "./grade";
import { levels, limits, studyTypes } from "./limits";

const tooLong = (max: number) => `evidence.error.tooLong:${max}`;

/** A text that the form has once. */
const text = (max: number) =>
  z
    .array(z.string().max(max, tooLong(max)))
    .max(1, "publishing.error.unknownChoice")
    .default([]);

/** A column of rows: each fault names its row. How many rows there may be is said once, by the column that stands first on the page. */
function column(rows: number, faultOf: (cell: string) => string | null, tooMany?: string) {
  return z
    .array(z.string())
    .max(tooMany ? rows : rows * 2, tooMany ?? "publishing.error.unknownChoice")
    .superRefine((cells, context) => {
      for (const [index, cell] of cells.entries()) {
        const reason = faultOf(cell);
        if (reason !== null) context.addIssue({ code: "custom", message: inRow(index + 1, reason) });
      }
    })
    .default([]);
}

const words = (max: number) => (cell: string) => (cell.length > max ? tooLong(max) : null);

const oneOf = (choices: readonly string[]) => (cell: string) =>
  cell === "" || choices.includes(cell) ? null : "publishing.error.unknownChoice";

const aKey = (cell: string) => (/^(?:[a-z][a-z0-9-]{0,19})?$/.test(cell) ? null : "publishing.error.unknownChoice");

const finding = (faultOf: (cell: string) => string | null) => column(limits.findings, faultOf);
const rating = (faultOf: (cell: string) => string | null) => column(limits.ratings, faultOf);

/** What a draft of a summary may hold in its own fields: half a sentence and half a row, but nothing that is too long. */
export const ownSchema: Record<string, z.ZodType<string[]>> = {
  picoPopulation: text(limits.question),
  picoIntervention: text(limits.question),
  picoComparison: text(limits.question),
  picoOutcomes: text(limits.question),
  evidenceUpTo: text(limits.word),
  funding: text(limits.statement),
  conflicts: text(limits.statement),
  studyTypes: z
    .array(z.enum(studyTypes, "publishing.error.unknownChoice"))
    .max(studyTypes.length, "publishing.error.unknownChoice")
    .default([]),
  findingKey: finding(aKey),
  findingOutcome: column(limits.findings, words(limits.cell), `evidence.error.tooManyFindings:${limits.findings}`),
  findingEffect: finding(words(limits.cell)),
  findingBasis: finding(words(limits.cell)),
  findingReferences: finding(words(limits.cell)),
  ratingFinding: column(limits.ratings, aKey, `evidence.error.tooManyRatings:${limits.ratings}`),
  ratingLevel: rating(oneOf(levels)),
  ratingTool: rating(words(limits.word)),
  ratingBy: rating(words(limits.word)),
  ratingOn: rating(words(limits.word)),
  ratingReference: rating(words(limits.word)),
  ratingNote: rating(words(limits.cell)),
  ...Object.fromEntries((Object.keys(domains) as DomainName[]).map((name) => [columnOf(name), rating(oneOf(domains[name]))])),
};
