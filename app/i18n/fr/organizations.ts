import type { organizations as en } from "../en/organizations";
import type { SameKeysAs } from "../translate";

export const organizations = {} as const satisfies SameKeysAs<typeof en>;
