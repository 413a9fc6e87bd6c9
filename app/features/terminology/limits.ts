/** How long words and notes may be, in characters, and how many there may be of what. Also needed in the browser. */
export const limits = {
  word: 100,
  others: 10,
  note: 400,
  source: 300,
  /** In the portal. */
  pairs: 2_000,
  /** On a page of the list. */
  page: 50,
  /** Beside a text that is translated. */
  hints: 12,
  /** Other words for what someone seeks. */
  synonyms: 8,
} as const;
