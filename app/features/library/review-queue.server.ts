import type { Actor } from "~/features/accounts/actor";
import { mayFor } from "~/features/publishing/policy";
import { listReviews, QUEUE_LIMIT } from "~/features/publishing/queue.server";
import type { Language } from "~/i18n/languages";
import { authorize } from "~/platform/errors";

import { kinds } from "./kinds.server";

/** What awaits a review, of every kind that this person reviews, oldest first, and the kinds. Refuses who reviews none (403). */
export async function listAllReviews(actor: Actor, language: Language) {
  const reviewed = Object.values(kinds).filter((kind) => mayFor(kind).seeReviews(actor));
  authorize(reviewed.length > 0);
  const lists = await Promise.all(
    reviewed.map(async (kind) => (await listReviews(kind, actor, language)).map((review) => ({ ...review, kind: kind.name }))),
  );
  const reviews = lists.flat().sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime());

  return { reviews, kinds: reviewed.map(({ name }) => name), isCut: lists.some(({ length }) => length === QUEUE_LIMIT) };
}
