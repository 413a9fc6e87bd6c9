import type { appeals as en } from "../en/appeals";
import type { SameKeysAs } from "../translate";

export const appeals = {
  title: "",
} satisfies SameKeysAs<typeof en>;
