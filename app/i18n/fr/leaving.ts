import type { leaving as en } from "../en/leaving";
import type { SameKeysAs } from "../translate";

export const leaving = {} as const satisfies SameKeysAs<typeof en>;
