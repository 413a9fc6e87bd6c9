import type { en } from "./en";
import { accounts } from "./fr/accounts";
import { home } from "./fr/home";
import { organizations } from "./fr/organizations";
import { membership } from "./fr/membership";
import { people } from "./fr/people";
import { admin } from "./fr/admin";
import { security } from "./fr/security";
import { sso } from "./fr/sso";
import { leaving } from "./fr/leaving";
import { applications } from "./fr/applications";
import { settings } from "./fr/settings";
import { practices } from "./fr/practices";
import { publishing } from "./fr/publishing";
import { reviews } from "./fr/reviews";
import { site } from "./fr/site";
import { uploads } from "./fr/uploads";
import { writing } from "./fr/writing";
import type { SameKeysAs } from "./translate";

export const fr = {
  site,
  home,
  accounts,
  publishing,
  practices,
  reviews,
  writing,
  organizations,
  membership,
  people,
  uploads,
  admin,
  security,
  sso,
  leaving,
  settings,
  applications,
} satisfies SameKeysAs<typeof en>;
