import { belongsTo, isInGoodStanding, isStewardOf, type Viewer } from "~/features/accounts/actor";
import { allows, holds } from "~/features/accounts/roles";
import type { OrganizationStatus } from "~/generated/prisma/enums";

/** What the policy has to know of an organization. `applicantIds`: who asks at present that it become a member. `isHidden`: by moderation. */
export type Subject = { id: string; status: OrganizationStatus; isHidden: boolean; applicantIds: string[] };

const isShown = ({ status }: Subject) => status !== "APPLIED" && status !== "DECLINED";

const isApplicant = (viewer: Viewer, { applicantIds }: Subject) => viewer !== null && applicantIds.includes(viewer.id);

const isSteward = (viewer: Viewer, { id }: Subject) => isInGoodStanding(viewer) && isStewardOf(viewer, id);

/** Who may do what with an organization. Its stewards run it; administrators help out, and alone decide whether it is one of us. */
export const may = {
  read: (viewer: Viewer, organization: Subject) =>
    allows(viewer, "organization.approve") ||
    (organization.isHidden ? belongsTo(viewer, organization.id) : isShown(organization) || isApplicant(viewer, organization)),

  change: (viewer: Viewer, organization: Subject) => isSteward(viewer, organization) || allows(viewer, "organization.approve"),

  /** Invite, approve, remove people, appoint stewards, hold domains. */
  runPeople: (viewer: Viewer, organization: Subject) => isSteward(viewer, organization) || allows(viewer, "organization.approve"),

  /** The people of an organization are known to each other. */
  seePeople: (viewer: Viewer, { id }: Subject) => belongsTo(viewer, id) || allows(viewer, "organization.approve"),

  /** Make practitioners of its people: nobody gives what they do not hold. */
  grantPractitioner: (viewer: Viewer, organization: Subject) =>
    (isSteward(viewer, organization) || allows(viewer, "organization.approve")) && holds(viewer, "PRACTITIONER"),

  /** Hold a domain at which they have no address of their own. */
  addAnyDomain: (viewer: Viewer) => allows(viewer, "organization.approve"),

  /** Ask to join, or come in with an address at its own domain. */
  join: (viewer: Viewer, { id, status }: Subject) => isInGoodStanding(viewer) && status === "MEMBER" && !belongsTo(viewer, id),

  leave: (viewer: Viewer, { id }: Subject) => isInGoodStanding(viewer) && belongsTo(viewer, id),

  apply: (viewer: Viewer) => isInGoodStanding(viewer),

  // Nobody decides about their own application.
  decide: (viewer: Viewer, organization: Subject) => allows(viewer, "organization.approve") && !isApplicant(viewer, organization),

  /** Close, or merge into another. */
  close: (viewer: Viewer) => allows(viewer, "organization.approve"),

  administer: (viewer: Viewer) => allows(viewer, "organization.approve"),
};
