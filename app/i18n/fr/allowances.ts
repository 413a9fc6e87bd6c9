import type { allowances as en } from "../en/allowances";
import type { SameKeysAs } from "../translate";

export const allowances = {
  title: "",
} satisfies SameKeysAs<typeof en>;
