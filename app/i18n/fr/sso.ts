import type { sso as en } from "../en/sso";
import type { SameKeysAs } from "../translate";

export const sso = {} as const satisfies SameKeysAs<typeof en>;
