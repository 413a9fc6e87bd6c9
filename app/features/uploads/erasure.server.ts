import type { Erasure } from "~/features/accounts/erasure.server";

/** The files of someone who leaves for good: those that stand in a post or a guide stay with it, without them; the others are thrown away. */
export const eraseUploader: Erasure = async (tx, { id }) => {
  await tx.attachment.deleteMany({ where: { uploaderId: id, posts: { none: {} }, contributions: { none: {} } } });
};
