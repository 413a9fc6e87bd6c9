import { accounts } from "./en/accounts";
import { home } from "./en/home";
import { ofSummary } from "./en/of-summary";
import { organizations } from "./en/organizations";
import { membership } from "./en/membership";
import { people } from "./en/people";
import { admin } from "./en/admin";
import { security } from "./en/security";
import { sso } from "./en/sso";
import { leaving } from "./en/leaving";
import { applications } from "./en/applications";
import { settings } from "./en/settings";
import { practices } from "./en/practices";
import { publishing } from "./en/publishing";
import { reviews } from "./en/reviews";
import { site } from "./en/site";
import { uploads } from "./en/uploads";
import { forums } from "./en/forums";
import { posting } from "./en/posting";
import { threads } from "./en/threads";
import { polls } from "./en/polls";
import { notifications } from "./en/notifications";
import { suggestions } from "./en/suggestions";
import { composer } from "./en/composer";
import { moderation } from "./en/moderation";
import { flags } from "./en/flags";
import { hiding } from "./en/hiding";
import { decisions } from "./en/decisions";
import { appeals } from "./en/appeals";
import { citing } from "./en/citing";
import { evidence } from "./en/evidence";
import { references } from "./en/references";
import { holds } from "./en/holds";
import { confidentiality } from "./en/confidentiality";
import { audit } from "./en/audit";
import { allowances } from "./en/allowances";
import { writing } from "./en/writing";
import { stewardship } from "./en/stewardship";
import { adoption } from "./en/adoption";
import { lineage } from "./en/lineage";
import { graph } from "./en/graph";
import { upstream } from "./en/upstream";
import { claims } from "./en/claims";
import { parity } from "./en/parity";
import { exporting } from "./en/exporting";
import { terminology } from "./en/terminology";
import { importing } from "./en/importing";

/** Every message of the portal. French is typed by it, so a missing one does not compile. */
export const en = {
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
} as const;
