import type { settings as en } from "../en/settings";
import type { SameKeysAs } from "../translate";

export const settings = {} as const satisfies SameKeysAs<typeof en>;
