import type { applications as en } from "../en/applications";
import type { SameKeysAs } from "../translate";

export const applications = {} as const satisfies SameKeysAs<typeof en>;
