import type { Viewer } from "~/features/accounts/actor";

import { may, type PostSubject } from "./policy";

/** An author has second thoughts for this long. */
const RESTORED_WITHIN_HOURS = 24;

export type Removal = { removedAt: Date; removerId: string | null };

/** Until when an author may put back what they took away themselves. */
export const restorableUntil = ({ removedAt }: Removal): Date => new Date(removedAt.getTime() + RESTORED_WITHIN_HOURS * 3_600_000);

/**
 * Whether someone may put a removed post back: its author for a day, if they took it away themselves; stewards in their spaces always. Nobody does
 * what moderation has hidden or taken away.
 */
export function mayRestore(viewer: Viewer, post: PostSubject, removal: Removal): boolean {
  if (post.measure || !may.remove(viewer, post)) return false;
  if (may.restore(viewer, post)) return true;
  return removal.removerId === viewer?.id && restorableUntil(removal).getTime() > Date.now();
}
