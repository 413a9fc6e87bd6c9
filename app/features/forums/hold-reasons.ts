/** Why words wait for a moderator: keys of `holds.reasons`. */
export const holdReasons = ["FIRST_POST", "LINKS", "WATCHED_WORD", "HASTE", "SAME_HOST"] as const;

export type HoldReason = (typeof holdReasons)[number];
