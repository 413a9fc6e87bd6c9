import type { holds as en } from "../en/holds";
import type { SameKeysAs } from "../translate";

export const holds = {
  title: "",
} satisfies SameKeysAs<typeof en>;
