import type { Actor, Viewer } from "~/features/accounts/actor";
import { authorize, conflict } from "~/platform/errors";

import type { PostSubject } from "./policy";

/**
 * Asks a rule of the policy about a post. Who may not, even if all were open, is refused (403); who came too late, since the post was
 * removed or its thread has come to rest meanwhile, is told so (409).
 */
export function authorizeWhileOpen(rule: (viewer: Viewer, post: PostSubject) => boolean, actor: Actor, subject: PostSubject) {
  if (rule(actor, subject)) return;
  const space = { ...subject.space, isArchived: false };
  authorize(rule(actor, { ...subject, space, isLocked: false, isArchived: false, isRemoved: false, isPostRemoved: false }));
  throw conflict("polls.rested");
}
