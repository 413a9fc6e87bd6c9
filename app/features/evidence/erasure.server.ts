import type { Erasure } from "~/features/accounts/erasure.server";

/**
 * What someone who leaves for good brought to summaries: the references stay, as they are what the texts cite, without saying who added them.
 * Bibliographies that they had not taken over yet nobody else has seen: those go.
 */
export const eraseImporter: Erasure = async (tx, { id }) => {
  await tx.referenceImport.deleteMany({ where: { accountId: id } });
};
