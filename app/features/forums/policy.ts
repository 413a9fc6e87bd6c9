import { belongsTo, hasRole, isInGoodStanding, isStewardOf, type Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { CategoryKind, Circle } from "~/generated/prisma/enums";

/** What the policy has to know of a category. */
export type Space = {
  kind: CategoryKind;
  organizationId: string | null;
  seenBy: Circle;
  startedBy: Circle;
  repliedBy: Circle;
  isArchived: boolean;
};

/**
 * What it has to know of a thread. Whether its guide may be seen is asked where the thread is loaded. `hasOwnHidden`: it went for want of words, and
 * moderation hides some of the viewer's there.
 */
export type ThreadSubject = {
  space: Space;
  starterId: string | null;
  isLocked: boolean;
  isArchived: boolean;
  isRemoved: boolean;
  hasOwnHidden: boolean;
};

/** And of a post. `measure`: what moderation did to it. What it has hidden or barred is removed as well, so that nobody reads it. */
export type PostSubject = ThreadSubject & {
  authorId: string | null;
  isWiki: boolean;
  isPostRemoved: boolean;
  isNotice: boolean;
  measure: Measure | null;
};

/** HIDDEN: its author can repair it. BARRED: it is taken away for good. KEPT_BACK: its author or a steward took it away, and may not put it back. */
export type Measure = "HIDDEN" | "BARRED" | "KEPT_BACK";

const isIn = (viewer: Viewer, circle: Circle, { organizationId }: Space): boolean => {
  switch (circle) {
    case "EVERYONE":
      return true;
    case "MEMBERS":
      return viewer !== null;
    case "AFFILIATED":
      return viewer !== null && viewer.organizations.length > 0;
    case "ORGANIZATION":
      return organizationId !== null && belongsTo(viewer, organizationId);
    case "STAFF":
      return hasRole(viewer, "EDITOR", "MODERATOR", "ADMINISTRATOR");
  }
};

const sees = (viewer: Viewer, space: Space) => isIn(viewer, space.seenBy, space);

const writes = (viewer: Viewer, circle: Circle, space: Space) =>
  allows(viewer, "post.write") && sees(viewer, space) && isIn(viewer, circle, space) && !space.isArchived;

/** An organization's space is kept by its stewards, all others by moderators. */
const keeps = (viewer: Viewer, space: Space) =>
  space.organizationId === null
    ? allows(viewer, "thread.keep") && sees(viewer, space)
    : isInGoodStanding(viewer) && isStewardOf(viewer, space.organizationId);

/** Only in their own organization's spaces do those who keep the place take words away by a button: elsewhere a case of moderation decides. */
const clears = (viewer: Viewer, space: Space) => space.organizationId !== null && keeps(viewer, space);

const isRested = ({ isLocked, isArchived, isRemoved, space }: ThreadSubject) => isLocked || isArchived || isRemoved || space.isArchived;

const isOwn = (viewer: Viewer, { authorId }: PostSubject) => viewer !== null && authorId === viewer.id;

const mendable = (viewer: Viewer, post: PostSubject) => isOwn(viewer, post) && post.measure === "HIDDEN";

/** Nobody writes on what is removed, on a notice, or where the thread has come to rest. Those who keep the place may while it is locked. */
const isOpen = (viewer: Viewer, post: PostSubject) =>
  !post.isPostRemoved &&
  !post.isNotice &&
  !post.isRemoved &&
  !post.isArchived &&
  !post.space.isArchived &&
  (!post.isLocked || keeps(viewer, post.space));

/** Who may do what in the forums. What nobody sees does not exist (404); that is asked first, everywhere. */
export const may = {
  see: sees,

  start: (viewer: Viewer, space: Space) => space.kind === "FORUM" && writes(viewer, space.startedBy, space),

  /** The first post about a guide makes its thread. */
  discuss: (viewer: Viewer, space: Space) => space.kind === "DISCUSSIONS" && writes(viewer, space.repliedBy, space),

  /** Words that were taken away, but for what moderation took. */
  readRemoved: (viewer: Viewer, thread: ThreadSubject) => clears(viewer, thread.space),

  /** Come to the page of a removed thread. */
  enterRemoved: (viewer: Viewer, thread: ThreadSubject) => thread.hasOwnHidden || clears(viewer, thread.space),

  /** The words of a removed post: what moderation hides its author alone. */
  readWords: (viewer: Viewer, post: PostSubject) => (post.measure ? mendable(viewer, post) : clears(viewer, post.space)),

  /** A locked thread is still open to those who keep it. */
  reply: (viewer: Viewer, thread: ThreadSubject) =>
    !thread.isRemoved &&
    !thread.isArchived &&
    (!thread.isLocked || keeps(viewer, thread.space)) &&
    writes(viewer, thread.space.repliedBy, thread.space),

  keep: (viewer: Viewer, space: Space) => keeps(viewer, space),

  /** Take words away by a button, whoever wrote them, and read what was taken away so. */
  clear: (viewer: Viewer, space: Space) => clears(viewer, space),

  /** Title and topics: by who began it while it is open, and by those who keep the place. */
  rename: (viewer: Viewer, thread: ThreadSubject) =>
    keeps(viewer, thread.space) ||
    (viewer !== null && thread.starterId === viewer.id && !isRested(thread) && writes(viewer, thread.space.repliedBy, thread.space)),

  /** Take a whole thread away: stewards in their spaces; who began it as long as nobody else wrote there. A guide keeps its discussion. */
  removeThread: (viewer: Viewer, thread: ThreadSubject, { isAlone, isDiscussion }: { isAlone: boolean; isDiscussion: boolean }) =>
    clears(viewer, thread.space) ||
    (viewer !== null &&
      thread.starterId === viewer.id &&
      isAlone &&
      !isDiscussion &&
      !isRested(thread) &&
      allows(viewer, "post.write") &&
      sees(viewer, thread.space)),

  edit: (viewer: Viewer, post: PostSubject) =>
    isOpen(viewer, post) &&
    writes(viewer, post.space.repliedBy, post.space) &&
    (isOwn(viewer, post) || post.isWiki || keeps(viewer, post.space)),

  /** Mend one's own words that moderation hides, wherever they stand: they stay hidden until someone has looked. */
  repair: (viewer: Viewer, post: PostSubject) => mendable(viewer, post) && allows(viewer, "post.write") && sees(viewer, post.space),

  /** Take away one's own words, or as a steward those of others in one's spaces. */
  remove: (viewer: Viewer, post: PostSubject) =>
    !post.isNotice && allows(viewer, "post.write") && sees(viewer, post.space) && (isOwn(viewer, post) || clears(viewer, post.space)),

  /** Put back what was taken away. */
  restore: (viewer: Viewer, thread: ThreadSubject) => clears(viewer, thread.space),

  openToAll: (viewer: Viewer, post: PostSubject) =>
    isOpen(viewer, post) && allows(viewer, "post.write") && sees(viewer, post.space) && (isOwn(viewer, post) || keeps(viewer, post.space)),

  /** Nobody thanks themselves. */
  react: (viewer: Viewer, post: PostSubject) =>
    isOpen(viewer, post) && allows(viewer, "post.write") && sees(viewer, post.space) && !isOwn(viewer, post),

  vote: (viewer: Viewer, post: PostSubject) => isOpen(viewer, post) && allows(viewer, "post.write") && sees(viewer, post.space),

  /** Say which post answers the thread: who asked, and those who keep the place. */
  accept: (viewer: Viewer, post: PostSubject) =>
    isOpen(viewer, post) &&
    allows(viewer, "post.write") &&
    sees(viewer, post.space) &&
    ((viewer !== null && post.starterId === viewer.id) || keeps(viewer, post.space)),

  /** Open, order and archive categories; an organization's own spaces also by its stewards. */
  runCategories: (viewer: Viewer) => allows(viewer, "category.run"),
  runSpaces: (viewer: Viewer, organizationId: string) => isInGoodStanding(viewer) && isStewardOf(viewer, organizationId),
};
