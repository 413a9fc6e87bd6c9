import type { Erasure } from "~/features/accounts/erasure.server";

import { putAwayIfUnwanted } from "./application.server";

/**
 * What organizations hold about someone who leaves for good. Membership and requests to join go with the account. That an organization
 * applied stays on record, but what the applicant and the administrators wrote to each other does not: it is about people.
 */
export const eraseMember: Erasure = async (tx, { id, email }) => {
  await tx.invitation.deleteMany({ where: { email } });
  // Those, too, that they took up under an address that they had before.
  await tx.$executeRaw`
    DELETE FROM "Invitation" i USING "Event" e
    WHERE e."actorId" = ${id}::uuid AND e.name = 'organization.joined' AND i.id::text = e.details->>'invitation'`;

  const mine = { applicantId: id };
  const open = await tx.organizationApplication.findMany({ where: { ...mine, answer: null }, select: { organizationId: true } });
  await tx.organizationApplication.updateMany({ where: { ...mine, answer: null }, data: { answer: "WITHDRAWN", decidedAt: new Date() } });
  await tx.organizationApplication.updateMany({ where: mine, data: { message: "", note: "" } });
  for (const { organizationId } of open) await putAwayIfUnwanted(tx, organizationId);

  // An organization that is reached at this very address is not reached any more.
  await tx.$executeRaw`UPDATE "Organization" SET "contactEmail" = NULL WHERE lower("contactEmail") = lower(${email})`;
};
