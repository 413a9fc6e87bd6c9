import type { practices as en } from "../en/practices";
import type { SameKeysAs } from "../translate";

export const practices = {
  title: "practices",
} satisfies SameKeysAs<typeof en>;
