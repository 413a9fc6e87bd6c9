import type { audit as en } from "../en/audit";
import type { SameKeysAs } from "../translate";

export const audit = {
  title: "",
} satisfies SameKeysAs<typeof en>;
