import type { publishing as en } from "../en/publishing";
import type { SameKeysAs } from "../translate";

export const publishing = {
  title: "publishing",
} satisfies SameKeysAs<typeof en>;
