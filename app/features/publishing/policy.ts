import { belongsTo, isStewardOf, type Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { Visibility } from "~/generated/prisma/enums";

import type { Kind } from "./kinds.server";

/** What the policy has to know of a contribution. `writerIds`: its creator, its authors and everyone who wrote a revision. */
export type Subject = {
  organizationId: string;
  visibility: Visibility;
  isPublished: boolean;
  isRetired: boolean;
  isDiscarded: boolean;
  /** By moderation. What it removed is discarded besides. */
  isHidden: boolean;
  /** Whether a text of it awaits a review. */
  isInReview: boolean;
  writerIds: string[];
};

const isWriter = (viewer: Viewer, subject: Subject) => viewer !== null && subject.writerIds.includes(viewer.id);

const seesPublished = (viewer: Viewer, subject: Subject, kind: Kind) =>
  subject.visibility === "PUBLIC" ||
  (subject.visibility === "MEMBERS" && viewer !== null) ||
  (viewer !== null && belongsTo(viewer, subject.organizationId)) ||
  isWriter(viewer, subject) ||
  allows(viewer, kind.edit);

/** Who sees what is not published yet: its writers, its organization's writers and stewards, editors; and while it awaits a review, those who review. */
const seesUnpublished = (viewer: Viewer, subject: Subject, kind: Kind) =>
  isWriter(viewer, subject) ||
  isStewardOf(viewer, subject.organizationId) ||
  (belongsTo(viewer, subject.organizationId) && allows(viewer, kind.write)) ||
  isReviewer(viewer, subject, kind);

/** What moderation hides is there for those who can mend it, and those who review that. */
const seesHidden = (viewer: Viewer, subject: Subject, kind: Kind) =>
  isWriter(viewer, subject) || isStewardOf(viewer, subject.organizationId) || isReviewer(viewer, subject, kind);

const isReviewer = (viewer: Viewer, subject: Subject, kind: Kind) =>
  allows(viewer, kind.edit) || (subject.isInReview && allows(viewer, kind.review));

const seesWork = (viewer: Viewer, subject: Subject, kind: Kind) =>
  subject.isHidden ? seesHidden(viewer, subject, kind) : seesUnpublished(viewer, subject, kind);

/** Who may do what with a contribution. What its state allows is told in lifecycle.ts. */
export const mayFor = (kind: Kind) => ({
  read: (viewer: Viewer, subject: Subject) =>
    subject.isPublished && !subject.isDiscarded && !subject.isHidden
      ? seesPublished(viewer, subject, kind)
      : seesWork(viewer, subject, kind),

  readDrafts: (viewer: Viewer, subject: Subject) => seesWork(viewer, subject, kind),

  draft: (viewer: Viewer, organizationId: string) => allows(viewer, kind.write) && belongsTo(viewer, organizationId),

  // What is retired or put away is not written on.
  revise: (viewer: Viewer, subject: Subject) =>
    !subject.isRetired &&
    !subject.isDiscarded &&
    allows(viewer, kind.write) &&
    (isWriter(viewer, subject) || belongsTo(viewer, subject.organizationId) || allows(viewer, kind.edit)),

  /** Offer words for what is published, and agree to an offer of one's own. */
  suggest: (viewer: Viewer, subject: Subject) =>
    subject.isPublished &&
    !subject.isRetired &&
    !subject.isDiscarded &&
    !subject.isHidden &&
    allows(viewer, "post.write") &&
    seesPublished(viewer, subject, kind),

  follow: (viewer: Viewer, subject: Subject) =>
    viewer !== null &&
    subject.isPublished &&
    !subject.isRetired &&
    !subject.isDiscarded &&
    !subject.isHidden &&
    seesPublished(viewer, subject, kind),

  agree: (viewer: Viewer) => allows(viewer, "post.write"),

  // Nobody reviews their own work, editors included: neither what they wrote nor what they put up for review.
  review: (viewer: Viewer, subject: Subject, submitterId: string | null = null) =>
    allows(viewer, kind.review) && !isWriter(viewer, subject) && submitterId !== viewer?.id,

  seeReviews: (viewer: Viewer) => allows(viewer, kind.review),

  retire: (viewer: Viewer, subject: Subject) =>
    !subject.isHidden && (allows(viewer, kind.edit) || (isSteward(viewer, subject) && allows(viewer, kind.write))),

  /** Put away, and bring back: but not what moderation hides or has removed. */
  discard: (viewer: Viewer, subject: Subject) =>
    !subject.isHidden && allows(viewer, kind.write) && (isWriter(viewer, subject) || isSteward(viewer, subject)),
});

const isSteward = (viewer: Viewer, subject: Subject) => isStewardOf(viewer, subject.organizationId);
