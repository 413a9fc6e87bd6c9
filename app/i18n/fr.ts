import type { en } from "./en";
import { accounts } from "./fr/accounts";
import { home } from "./fr/home";
import { practices } from "./fr/practices";
import { publishing } from "./fr/publishing";
import { reviews } from "./fr/reviews";
import { site } from "./fr/site";
import { writing } from "./fr/writing";
import type { SameKeysAs } from "./translate";

export const fr = { site, home, accounts, publishing, practices, reviews, writing } satisfies SameKeysAs<typeof en>;
