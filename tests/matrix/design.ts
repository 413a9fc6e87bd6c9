/**
 * Who comes to every address. All but the first have an account. Riverside is the organization to which what they find belongs; its
 * steward writes guides and summaries, its bare steward has no role beside, and that of elsewhere runs another organization.
 */
export const people = [
  "visitor",
  "suspended",
  "silenced",
  "member",
  "practitioner",
  "practitioner of elsewhere",
  "researcher",
  "researcher of Riverside",
  "host",
  "editor",
  "moderator",
  "administrator",
  "steward",
  "bare steward",
  "steward of elsewhere",
] as const;

export type Who = (typeof people)[number];

/** Who has an account that is not suspended: a suspended one reads like a visitor. */
export const members = people.filter((who) => who !== "visitor" && who !== "suspended");

/** A silenced one reads like a member, and writes nothing. */
export const writers = members.filter((who) => who !== "silenced");

/** The table of roles, as the design has it: here it is written down once more, so that the code can be found to differ. */
export const design = {
  writeGuides: [
    "practitioner",
    "practitioner of elsewhere",
    "researcher",
    "researcher of Riverside",
    "editor",
    "administrator",
    "steward",
    "steward of elsewhere",
  ],
  reviewGuides: ["editor", "administrator"],
  writeSummaries: ["researcher", "researcher of Riverside", "editor", "administrator", "steward"],
  reviewSummaries: ["researcher", "researcher of Riverside", "editor", "administrator", "steward"],
  editSummaries: ["editor", "administrator"],
  runThePortal: ["administrator"],
} as const satisfies Record<string, readonly Who[]>;

/** Who belongs to Riverside, and who of them runs it. */
export const ofRiverside = ["practitioner", "researcher of Riverside", "steward", "bare steward"] as const satisfies readonly Who[];
export const runRiverside = ["steward", "bare steward", "administrator"] as const satisfies readonly Who[];

/** Those who write guides, or summaries, and belong to Riverside. */
export const guideWritersOfRiverside = ["practitioner", "researcher of Riverside", "steward"] as const satisfies readonly Who[];
export const summaryWritersOfRiverside = ["researcher of Riverside", "steward"] as const satisfies readonly Who[];

/** Everyone of several lists, once. */
export const all = (...lists: (readonly Who[])[]): Who[] => people.filter((who) => lists.some((list) => list.includes(who)));

export const but = (list: readonly Who[], ...others: Who[]): Who[] => list.filter((who) => !others.includes(who));
