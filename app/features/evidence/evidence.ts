import { shapes } from "~/features/publishing/kind-shape";
import { type Own, rowsOf } from "~/features/publishing/own-fields";

import { levels } from "./limits";

export type Level = (typeof levels)[number];

/** How sure one may be of a finding, as someone rated it; what a source does not state of the domains is "". */
export type Rating = {
  finding: string;
  level: Level;
  tool: string;
  by: string;
  /** 2022, 2022-03 or 2022-03-15. */
  on: string;
  /** Key of the reference in which it is stated. */
  reference: string;
  start: string;
  riskOfBias: string;
  inconsistency: string;
  indirectness: string;
  imprecision: string;
  publicationBias: string;
  largeEffect: string;
  doseResponse: string;
  confounding: string;
  note: string;
};

/** One line of the table of findings. Without ratings its certainty is not rated; several that differ are all kept. */
export type Finding = { key: string; outcome: string; effect: string; basis: string; references: string[]; ratings: Rating[] };

/** What an evidence summary says beside its text. */
export type Evidence = {
  question: { population: string; intervention: string; comparison: string; outcomes: string };
  studyTypes: string[];
  evidenceUpTo: string;
  funding: string;
  conflicts: string;
  findings: Finding[];
  /** What it cites, in the order of the numbers. */
  references: { key: string; id: string }[];
};

const { rows } = shapes.summary.own;

/** The own fields of a summary, read. What is not sound in a draft is left out. */
export function evidenceOf(own: Own = {}): Evidence {
  const text = (name: string) => own[name]?.[0]?.trim() ?? "";
  const ratings = rowsOf(rows.ratings ?? [], own).flatMap((row) => ratingOf(row) ?? []);
  const findings = rowsOf(rows.findings ?? [], own).map((row) => ({
    key: row.findingKey ?? "",
    outcome: row.findingOutcome ?? "",
    effect: row.findingEffect ?? "",
    basis: row.findingBasis ?? "",
    references: keysIn(row.findingReferences ?? ""),
    ratings: ratings.filter(({ finding }) => finding === row.findingKey),
  }));
  return {
    question: {
      population: text("picoPopulation"),
      intervention: text("picoIntervention"),
      comparison: text("picoComparison"),
      outcomes: text("picoOutcomes"),
    },
    studyTypes: own.studyTypes ?? [],
    evidenceUpTo: text("evidenceUpTo"),
    funding: text("funding"),
    conflicts: text("conflicts"),
    findings,
    references: (own.references ?? []).map((entry) => {
      const [key = "", id = ""] = entry.split(" ");
      return { key, id };
    }),
  };
}

/** Keys of references as someone types them into a cell: "kiely2022, mercer2019" or "[@kiely2022]". */
export const keysIn = (text: string): string[] => [...new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}_:.-]*/gu) ?? [])];

function ratingOf(row: Record<string, string>): Rating | null {
  const level = levels.find((one) => one === row.ratingLevel);
  if (!level || !row.ratingFinding) return null;
  const named = Object.entries(row).map(([name, value]) => [name.charAt(6).toLowerCase() + name.slice(7), value]);
  return { ...(Object.fromEntries(named) as Rating), level };
}
