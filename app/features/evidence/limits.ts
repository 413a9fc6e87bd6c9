/** How much a summary holds. Lengths in characters. Also needed in the browser. */
export const limits = {
  question: 600,
  statement: 1_000,
  findings: 30,
  ratings: 60,
  cell: 1_200,
  /** Names, dates and keys. */
  word: 200,
  /** References of one summary. */
  references: 5_000,
  /** Names of authors of one reference. */
  names: 200,
  /** A reading page lists so many; the rest stands on the page of the bibliography. */
  listed: 100,
  /** Beyond this many a list says "more than", since counting on would cost more than knowing is worth. */
  counted: 100,
  /** So many of the newest that fit are put in order by how well they fit the words. */
  ranked: 300,
} as const;

/** The labels that sources use for themselves. */
export const studyTypes = [
  "systematic-review",
  "meta-analysis",
  "umbrella-review",
  "realist-review",
  "scoping-review",
  "mapping-review",
  "rapid-review",
  "literature-review",
  "randomised-trial",
  "quasi-experimental",
  "before-after",
  "mixed-methods",
  "qualitative",
  "evaluation",
  "surveillance",
  "consensus",
  "economic-modelling",
  "policy-brief",
  "commentary",
] as const;

export const levels = ["HIGH", "MODERATE", "LOW", "VERY_LOW"] as const;
