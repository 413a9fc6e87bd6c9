import type { accounts as en } from "../en/accounts";
import type { SameKeysAs } from "../translate";

export const accounts = {
  title: "accounts",
} satisfies SameKeysAs<typeof en>;
