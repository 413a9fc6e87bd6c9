import type { confidentiality as en } from "../en/confidentiality";
import type { SameKeysAs } from "../translate";

export const confidentiality = {
  title: "",
} satisfies SameKeysAs<typeof en>;
