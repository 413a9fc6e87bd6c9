import type { SameKeysAs } from "../translate";
import type { composer as en } from "../en/composer";

export const composer = {} satisfies SameKeysAs<typeof en>;
