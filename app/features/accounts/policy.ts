import { isInGoodStanding, type Viewer } from "./actor";
import { allows } from "./roles";

/** Who may do what with accounts: everyone with their own, administrators with those of others. */
export const may = {
  changeProfile: (viewer: Viewer) => isInGoodStanding(viewer),

  askForRole: (viewer: Viewer) => isInGoodStanding(viewer),

  /** Read what people ask for, and search among all accounts. */
  decideRoles: (viewer: Viewer) => allows(viewer, "role.grant"),

  // Nobody changes their own roles.
  changeRoles: (viewer: Viewer, accountId: string) => allows(viewer, "role.grant") && viewer?.id !== accountId,

  // Nobody resets their own factors: they have their recovery codes.
  resetFactors: (viewer: Viewer, accountId: string) => allows(viewer, "portal.administer") && viewer?.id !== accountId,

  administer: (viewer: Viewer) => allows(viewer, "portal.administer"),
};
