import type { SameKeysAs } from "../translate";
import type { notifications as en } from "../en/notifications";

export const notifications = {} satisfies SameKeysAs<typeof en>;
