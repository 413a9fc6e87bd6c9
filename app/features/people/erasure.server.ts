import type { Erasure } from "~/features/accounts/erasure.server";

/** The profile of someone who leaves for good, and the pictures they brought; the logo of an organization stays with it. */
export const eraseProfile: Erasure = async (tx, { id }) => {
  await tx.profile.deleteMany({ where: { accountId: id } });
  await tx.picture.deleteMany({ where: { uploaderId: id, organization: null } });
};
