import type { SameKeysAs } from "../translate";
import type { polls as en } from "../en/polls";

export const polls = {} satisfies SameKeysAs<typeof en>;
