import { z } from "zod";

import { frontFields, sharedFields } from "~/features/publishing/content-kind.server";
import { shapes } from "~/features/publishing/kind-shape";
import { type Own, ownOf } from "~/features/publishing/own-fields";
import { missing } from "~/platform/content-shapes.server";

import { cslTypes } from "./csl";
import { evidenceOf, type Level } from "./evidence";

const words = z.string({ error: missing("a text") }).trim();

const optional = words.default("");

const ratingParts = [
  "start",
  "riskOfBias",
  "inconsistency",
  "indirectness",
  "imprecision",
  "publicationBias",
  "largeEffect",
  "doseResponse",
  "confounding",
  "note",
] as const;

const levelWords = ["high", "moderate", "low", "very-low"] as const;

const rating = z.strictObject(
  {
    finding: words,
    level: z.enum(levelWords, { error: missing("high, moderate, low or very-low") }),
    tool: optional,
    by: optional,
    on: optional,
    reference: optional,
    ...(Object.fromEntries(ratingParts.map((part) => [part, optional])) as Record<(typeof ratingParts)[number], typeof optional>),
  },
  { error: missing("a rating") },
);

const finding = z.strictObject(
  {
    key: words,
    outcome: words,
    effect: words,
    basis: optional,
    references: z.array(words, { error: missing("a list of keys of references") }).default([]),
  },
  { error: missing("a finding") },
);

const question = z.strictObject(
  { population: optional, intervention: optional, comparison: optional, outcomes: optional },
  { error: missing("a question with population, intervention, comparison and outcomes") },
);

/** summary.yaml: what both languages of a summary have in common. */
export const summaryShape = z.strictObject({
  ...sharedFields,
  evidenceUpTo: words,
  studyTypes: z.array(words, { error: missing("a list of study types") }).default([]),
  references: z
    .array(
      z.looseObject(
        {
          id: words.regex(/^[\p{L}\p{N}][\p{L}\p{N}_:.-]*$/u, "is not a key of letters and digits"),
          type: z.enum(cslTypes, { error: missing("a type of CSL, such as article-journal, report or webpage") }),
        },
        { error: missing("a reference") },
      ),
      { error: missing("a list of references") },
    )
    .default([]),
});

/** The front matter of a summary. */
export const summaryFrontShape = z.strictObject({
  ...frontFields,
  question: question.default({ population: "", intervention: "", comparison: "", outcomes: "" }),
  funding: optional,
  conflicts: optional,
  findings: z.array(finding, { error: missing("a list of findings") }).default([]),
  ratings: z.array(rating, { error: missing("a list of ratings") }).default([]),
});

export type SummaryFile = z.output<typeof summaryShape>;

export type SummaryFront = z.output<typeof summaryFrontShape>;

type Said = Pick<SummaryFront, "question" | "funding" | "conflicts" | "findings" | "ratings"> &
  Pick<SummaryFile, "evidenceUpTo" | "studyTypes">;

/** What files say of a summary as its own fields. */
export function ownFrom({ question, funding, conflicts, findings, ratings, evidenceUpTo, studyTypes }: Said): Own {
  const column = <Row extends object>(rows: Row[], value: (row: Row) => string) => rows.map(value);
  return ownOf(shapes.summary.own, {
    picoPopulation: question.population,
    picoIntervention: question.intervention,
    picoComparison: question.comparison,
    picoOutcomes: question.outcomes,
    evidenceUpTo,
    funding,
    conflicts,
    studyTypes,
    findingKey: column(findings, ({ key }) => key),
    findingOutcome: column(findings, ({ outcome }) => outcome),
    findingEffect: column(findings, ({ effect }) => effect),
    findingBasis: column(findings, ({ basis }) => basis),
    findingReferences: column(findings, ({ references }) => references.join(", ")),
    ...Object.fromEntries(
      ratingColumns.map((name) => [columnOf(name), column(ratings, (row) => (name === "level" ? asLevel(row.level) : row[name]))]),
    ),
  });
}

const ratingColumns = ["finding", "level", "tool", "by", "on", "reference", ...ratingParts] as const;

const columnOf = (name: string) => `rating${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const asLevel = (word: (typeof levelWords)[number]): Level => word.toUpperCase().replace("-", "_") as Level;

/** The own fields of a summary as files say them. */
export function saidOf(own: Own | undefined): Said {
  const { question, funding, conflicts, findings, evidenceUpTo, studyTypes } = evidenceOf(own);
  const trimmed = <Row extends object>(row: Row): Row =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value])) as Row;
  return {
    question,
    funding,
    conflicts,
    evidenceUpTo,
    studyTypes,
    findings: findings.map(({ ratings: _, ...row }) => trimmed(row)),
    ratings: findings.flatMap(({ ratings }) =>
      ratings.map((row) => trimmed({ ...row, level: row.level.toLowerCase().replace("_", "-") as (typeof levelWords)[number] })),
    ),
  };
}
