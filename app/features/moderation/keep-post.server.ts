import type { Viewer } from "~/features/accounts/actor";
import { barPost, hidePost, type KeptPost, lockPost, showPost } from "~/features/forums/hiding.server";
import { isOwnHidden, measureOf } from "~/features/forums/measures.server";
import { seenThreads } from "~/features/forums/seen.server";
import type { Transaction } from "~/platform/db.server";
import { pathTo } from "~/platform/paths";

import type { Keeper, Thing } from "./subject.server";

/** What moderation does with posts. */
export const postKeeper: Keeper = {
  async find(tx, viewer, _language, id) {
    const [row] = await tx.$queryRaw<Omit<KeptPost, "thread" | "isThreadRemoved">[]>`
      SELECT p.id, p.number, p."authorId", p.language, p.body, p.version, p."removedAt", p."hiddenAt", p."barredAt",
        t.title, t."categoryId", k."organizationId"
      FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId"
      WHERE p.id = ${id}::uuid AND p.notice IS NULL AND ${seenThreads(viewer)} AND ((p."removedAt" IS NULL AND t."removedAt" IS NULL) OR ${isOwnHidden(viewer)})`;
    return row ? thingOf(row) : null;
  },
  async load(tx, id) {
    const post = await lockPost(tx, id);
    return post && thingOf(post);
  },
  hide: hidePost,
  show: showPost,
  remove: barPost,
  addressOf: async (tx, viewer, language, id) => ((await isThere(tx, viewer, id)) ? pathTo(language, "postPlace", { id }) : null),
};

const isThere = async (tx: Transaction, viewer: Viewer, id: string) => (await postKeeper.find(tx, viewer, "en", id)) !== null;

function thingOf(post: Omit<KeptPost, "thread" | "isThreadRemoved">): Thing {
  const { id, number, authorId, language, body, version, title, categoryId, organizationId, removedAt, hiddenAt } = post;

  return {
    subjectType: "POST",
    subjectId: id,
    language,
    categoryId,
    organizationIds: organizationId ? [organizationId] : [],
    ownerIds: authorId ? [authorId] : [],
    authorId,
    title: `${title} #${number}`,
    words: body,
    version,
    isHidden: hiddenAt !== null,
    isGone: removedAt !== null && measureOf(post) !== "HIDDEN",
  };
}
