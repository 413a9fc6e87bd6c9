import type { SameKeysAs } from "../translate";
import type { suggestions as en } from "../en/suggestions";

export const suggestions = {} satisfies SameKeysAs<typeof en>;
