import type { hiding as en } from "../en/hiding";
import type { SameKeysAs } from "../translate";

export const hiding = {
  title: "",
} satisfies SameKeysAs<typeof en>;
