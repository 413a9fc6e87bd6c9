import type { people as en } from "../en/people";
import type { SameKeysAs } from "../translate";

export const people = {} as const satisfies SameKeysAs<typeof en>;
