import type { Viewer } from "./actor";
import { allows } from "./roles";

/** What the frame around every page has to know of the person who looks, and no more. */
export const frameViewer = (viewer: Viewer) =>
  viewer && {
    id: viewer.id,
    name: viewer.name,
    timeZone: viewer.timeZone,
    mayWrite: allows(viewer, "practice.write"),
    mayReview: allows(viewer, "practice.review") || allows(viewer, "summary.review"),
    mayModerate: allows(viewer, "case.decide"),
    mayAdminister: allows(viewer, "portal.administer"),
    owesSecondFactor: viewer.owesSecondFactor,
  };
