import type { SameKeysAs } from "../translate";
import type { posting as en } from "../en/posting";

export const posting = {} satisfies SameKeysAs<typeof en>;
