import { belongsTo, isInGoodStanding, isStewardOf, type Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";

/** Who may do what with the adoptions of an organization: those who write for it, and who runs it. */
export const may = {
  declare: (viewer: Viewer, organizationId: string): boolean =>
    isInGoodStanding(viewer) &&
    ((belongsTo(viewer, organizationId) && allows(viewer, "practice.write")) || isStewardOf(viewer, organizationId)),

  declareAny: (viewer: Viewer): boolean => viewer?.organizations.some(({ id }) => may.declare(viewer, id)) ?? false,

  /** What is not named is there for its own organization alone. */
  read: (viewer: Viewer, { isNamed, organizationId }: { isNamed: boolean; organizationId: string }): boolean =>
    isNamed || belongsTo(viewer, organizationId),
};
