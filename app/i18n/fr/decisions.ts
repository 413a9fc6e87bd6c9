import type { decisions as en } from "../en/decisions";
import type { SameKeysAs } from "../translate";

export const decisions = {
  title: "",
} satisfies SameKeysAs<typeof en>;
