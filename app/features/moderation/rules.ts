/**
 * The rules of the portal, in the order in which they are published (`moderation.rules` in the dictionaries). Every report, decision and
 * sanction names one of them.
 */
export const rules = ["client-data", "respect", "privacy", "unsafe", "untrue", "spam", "off-topic", "rights", "other"] as const;

export type RuleKey = (typeof rules)[number];

/** Clients must never be known by what stands here: such a report hides first, and is looked at before all others. */
export const CLIENT_DATA = "client-data" satisfies RuleKey;

/** How soon a case wants someone, from 0 to 100. */
export const PRIORITY = { clientData: 90, appeal: 60, repair: 50, held: 40, flag: 30, request: 20, anotherFlag: 5, most: 100 } as const;
