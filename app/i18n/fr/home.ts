import type { home as en } from "../en/home";
import type { SameKeysAs } from "../translate";

export const home = {
  title: "home",
} satisfies SameKeysAs<typeof en>;
