import type { SameKeysAs } from "../translate";
import type { forums as en } from "../en/forums";

export const forums = {} satisfies SameKeysAs<typeof en>;
