/** How long texts of moderation may be, in characters, and how long things take. Also needed in the browser. */
export const limits = { flagWords: 1_000, notice: 4_000, note: 2_000, appeal: 4_000, liftReason: 500, watchedWord: 80 } as const;

/** For how many days a decision can be contested. */
export const APPEAL_DAYS = 30;

/** The lengths that are offered for a silence or a suspension; "date" asks for a day. */
export const sanctionHours = { "24h": 24, "3d": 72, "7d": 168, "30d": 720 } as const;
export const sanctionLengths = ["24h", "3d", "7d", "30d", "date"] as const;

/** Words of a closed case are forgotten after this long, when nothing can be contested any more. */
export const WORDS_KEPT_DAYS = 90;

/** Whose reports of client data were dismissed this often within ninety days hides nothing any more by reporting. */
export const DISMISSED_AT_MOST = 3;

/** Whoever takes a case in hand has it for this long. */
export const CLAIM_HOURS = 24;

/** Until when a silence or a suspension can last at most. */
export const SANCTION_MOST_DAYS = 731;
