import type { membership as en } from "../en/membership";
import type { SameKeysAs } from "../translate";

export const membership = {} as const satisfies SameKeysAs<typeof en>;
