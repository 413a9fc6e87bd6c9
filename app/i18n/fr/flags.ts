import type { flags as en } from "../en/flags";
import type { SameKeysAs } from "../translate";

export const flags = {
  title: "",
} satisfies SameKeysAs<typeof en>;
