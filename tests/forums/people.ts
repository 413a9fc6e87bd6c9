import type { Actor, Viewer } from "~/features/accounts/actor";
import type { Role } from "~/generated/prisma/enums";

/** Two organizations: the one to which what is found belongs, and another. */
export const OURS = "00000000-0000-7000-8000-0000000000a1";
export const THEIRS = "00000000-0000-7000-8000-0000000000a2";

type About = { roles?: Role[]; in?: string[]; isSteward?: boolean; isSilenced?: boolean };

let count = 0;
const someone = (name: string, { roles = [], in: ids = [], isSteward = false, isSilenced = false }: About = {}): Actor => ({
  id: `00000000-0000-7000-8000-${String(++count).padStart(12, "0")}`,
  name,
  language: "en",
  timeZone: "America/Toronto",
  owesSecondFactor: false,
  owesConsent: false,
  roles,
  organizations: ids.map((id) => ({ id, isSteward })),
  isSilenced,
});

/** Everyone who may come to the forums, by what the design makes a difference of. */
export const people = {
  visitor: null as Viewer,
  member: someone("member"),
  starter: someone("starter"),
  author: someone("author"),
  "silenced member": someone("silenced member", { isSilenced: true }),
  colleague: someone("colleague", { in: [OURS] }),
  "silenced colleague": someone("silenced colleague", { in: [OURS], isSilenced: true }),
  steward: someone("steward", { in: [OURS], isSteward: true }),
  "silenced steward": someone("silenced steward", { in: [OURS], isSteward: true, isSilenced: true }),
  stranger: someone("stranger", { roles: ["PRACTITIONER"], in: [THEIRS] }),
  "steward of elsewhere": someone("steward of elsewhere", { in: [THEIRS], isSteward: true }),
  "of both": someone("of both", { in: [OURS, THEIRS] }),
  practitioner: someone("practitioner", { roles: ["PRACTITIONER"] }),
  researcher: someone("researcher", { roles: ["RESEARCHER"] }),
  host: someone("host", { roles: ["HOST"] }),
  editor: someone("editor", { roles: ["EDITOR"] }),
  moderator: someone("moderator", { roles: ["MODERATOR"] }),
  "moderator of ours": someone("moderator of ours", { roles: ["MODERATOR"], in: [OURS] }),
  "silenced moderator": someone("silenced moderator", { roles: ["MODERATOR"], isSilenced: true }),
  administrator: someone("administrator", { roles: ["ADMINISTRATOR"] }),
} satisfies Record<string, Viewer>;

export type Who = keyof typeof people;

export const everyone = Object.keys(people) as Who[];

export const idOf = (who: Who): string => people[who]?.id ?? "nobody";
