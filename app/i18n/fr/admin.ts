import type { admin as en } from "../en/admin";
import type { SameKeysAs } from "../translate";

export const admin = {} as const satisfies SameKeysAs<typeof en>;
