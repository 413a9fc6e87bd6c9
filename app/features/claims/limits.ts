/** How much a guide may say of what it rests on. Also needed in the browser. */
export const limits = {
  claims: 60,
  note: 400,
  /** Summaries that the form offers: those published last. */
  offered: 500,
  /** Guides on a page of uses. */
  listed: 50,
  /** Days until someone should have looked at a section again, and after a retraction. */
  daysToReview: 30,
  daysAfterRetraction: 7,
  reviewNote: 1_000,
} as const;

export const stances = ["SUPPORTS", "MIXED", "CONTRADICTS", "NONE"] as const;

export type StanceName = (typeof stances)[number];
