import type { SameKeysAs } from "../translate";
import type { threads as en } from "../en/threads";

export const threads = {} satisfies SameKeysAs<typeof en>;
