import type { security as en } from "../en/security";
import type { SameKeysAs } from "../translate";

export const security = {} as const satisfies SameKeysAs<typeof en>;
