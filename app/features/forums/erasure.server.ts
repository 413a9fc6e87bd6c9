import type { Erasure } from "~/features/accounts/erasure.server";

/**
 * What someone who leaves for good said in the forums stays, as by a former member. What they never sent, or had taken away themselves, is
 * thrown away. Bookmarks, readings, reactions, votes and mentions go with the account; what was counted of them stays counted.
 */
export const eraseSpeaker: Erasure = async (tx, { id }) => {
  await tx.postDraft.deleteMany({ where: { accountId: id } });
  await tx.$executeRaw`
    DELETE FROM "PostRevision" r USING "Post" p WHERE p.id = r."postId" AND p."authorId" = ${id}::uuid AND p."removerId" = ${id}::uuid`;
  await tx.post.updateMany({ where: { authorId: id, removerId: id }, data: { body: "", html: "", text: "" } });
};
