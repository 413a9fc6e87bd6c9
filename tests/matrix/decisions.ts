import type { Decision } from "./decision";
import { administration } from "./decisions/administration";
import { adoption } from "./decisions/adoption";
import { claims } from "./decisions/claims";
import { evidence } from "./decisions/evidence";
import { forumDecisions } from "./decisions/forums";
import { lineage } from "./decisions/lineage";
import { organizations } from "./decisions/organizations";
import { practices } from "./decisions/practices";
import { moderation } from "./decisions/moderation";
import { open } from "./decisions/public";
import { references } from "./decisions/references";
import { settings } from "./decisions/settings";
import { terminology } from "./decisions/terminology";

/** Every address of the map, by the name of its route, and what is decided of it. */
export const decisions: Record<string, Decision> = {
  ...open,
  ...settings,
  ...organizations,
  ...practices,
  ...evidence,
  ...claims,
  ...lineage,
  ...adoption,
  ...references,
  ...terminology,
  ...forumDecisions,
  ...administration,
  ...moderation,
};
