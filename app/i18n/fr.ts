import type { en } from "./en";
import { accounts } from "./fr/accounts";
import { home } from "./fr/home";
import { ofSummary } from "./fr/of-summary";
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
import { forums } from "./fr/forums";
import { posting } from "./fr/posting";
import { threads } from "./fr/threads";
import { polls } from "./fr/polls";
import { notifications } from "./fr/notifications";
import { suggestions } from "./fr/suggestions";
import { composer } from "./fr/composer";
import { moderation } from "./fr/moderation";
import { flags } from "./fr/flags";
import { hiding } from "./fr/hiding";
import { decisions } from "./fr/decisions";
import { appeals } from "./fr/appeals";
import { citing } from "./fr/citing";
import { evidence } from "./fr/evidence";
import { references } from "./fr/references";
import { holds } from "./fr/holds";
import { confidentiality } from "./fr/confidentiality";
import { audit } from "./fr/audit";
import { allowances } from "./fr/allowances";
import { writing } from "./fr/writing";
import { stewardship } from "./fr/stewardship";
import { adoption } from "./fr/adoption";
import { lineage } from "./fr/lineage";
import { graph } from "./fr/graph";
import { upstream } from "./fr/upstream";
import { claims } from "./fr/claims";
import { parity } from "./fr/parity";
import { exporting } from "./fr/exporting";
import { terminology } from "./fr/terminology";
import { importing } from "./fr/importing";
import type { SameKeysAs } from "./translate";

export const fr = {
  site,
  home,
  accounts,
  publishing,
  practices,
  reviews,
  writing,
  ofSummary,
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
  forums,
  posting,
  threads,
  polls,
  notifications,
  suggestions,
  composer,
  moderation,
  flags,
  hiding,
  decisions,
  appeals,
  citing,
  evidence,
  references,
  holds,
  confidentiality,
  audit,
  allowances,
  adoption,
  stewardship,
  lineage,
  graph,
  upstream,
  claims,
  parity,
  exporting,
  terminology,
  importing,
} satisfies SameKeysAs<typeof en>;
