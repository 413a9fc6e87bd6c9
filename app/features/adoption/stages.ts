/** How far an organization is with what a guide says. Also needed in the browser. */
export const stages = ["EXPLORING", "PLANNING", "PILOTING", "RUNNING", "SUSTAINING", "STOPPED"] as const;

export type Stage = (typeof stages)[number];

/** The stages at which a practice runs: what "replicated" is earned by. */
export const runningStages = ["RUNNING", "SUSTAINING"] as const satisfies readonly Stage[];

/** Languages in which an adoption serves people. */
export const serviceLanguages = ["en", "fr"] as const;

export const limits = {
  region: 120,
  note: 1_000,
  reason: 500,
  people: 1_000_000,
  staff: 999.9,
  /** Versions that the form offers, the newest first. */
  versions: 50,
  /** What is told of the past of one adoption. */
  history: 200,
  /** Days after which what was said of an adoption counts as unconfirmed. */
  daysToConfirm: 365,
} as const;

/** Before this day nothing is declared. */
export const FIRST_DAY = "2000-01-01";

/** A day as the civil calendar has it, 2026-11-23. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
