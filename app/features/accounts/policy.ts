import { isInGoodStanding, type Viewer } from "./actor";

/** Who may do what with an account: everyone with their own. */
export const may = {
  changeProfile: (viewer: Viewer) => isInGoodStanding(viewer),
};
