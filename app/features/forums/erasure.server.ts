import type { Erasure } from "~/features/accounts/erasure.server";
import type { Transaction } from "~/platform/db.server";

import { forgetName } from "./former-name.server";
import { replaceMentions } from "./mentions.server";

/**
 * What someone who leaves for good said in the forums stays, as by a former member, and so do the words of others, without their name. What
 * they never sent, or had taken away themselves, is thrown away. Bookmarks, readings, reactions, votes and mentions go with the account; what
 * was counted of them stays counted. To be called before the profile goes, since the handle goes with it.
 */
export const eraseSpeaker: Erasure = async (tx, { id }) => {
  await tx.postDraft.deleteMany({ where: { accountId: id } });
  await tx.heldPost.deleteMany({ where: { authorId: id } });
  await tx.$executeRaw`
    DELETE FROM "PostRevision" r USING "Post" p WHERE p.id = r."postId" AND p."authorId" = ${id}::uuid AND p."removerId" = ${id}::uuid`;
  await tx.post.updateMany({ where: { authorId: id, removerId: id }, data: { body: "", html: "", text: "" } });
  await forget(tx, id);
};

async function forget(tx: Transaction, accountId: string) {
  const { name, profile } = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { name: true, profile: { select: { slug: true } } },
  });
  const handle = profile?.slug ?? null;
  if (handle) await replaceMentions(tx, accountId, handle, null);
  await forgetName(tx, { accountId, handle, name });
}
