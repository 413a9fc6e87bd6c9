import type { PartOf } from "~/features/accounts/archive.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

/** Where this person belongs, belonged or asked to belong, and whom they let in, without the others' addresses. */
export const membershipPart: PartOf = async ({ id, email, language }) => {
  const organization = named(language);
  const correspondence = { organization, message: true, askedAt: true, answer: true, decidedAt: true, note: true };
  const dates = { invitedAt: true, expiresAt: true, acceptedAt: true, revokedAt: true };
  const [memberships, invitations, invitationsSent, joinRequests, applications, domains] = await Promise.all([
    db.membership.findMany({ where: { accountId: id }, select: { organization, isSteward: true, joinedBy: true, joinedAt: true } }),
    db.invitation.findMany({
      where: { email },
      select: { organization, name: true, language: true, isSteward: true, isPractitioner: true, ...dates },
    }),
    db.invitation.findMany({ where: { inviterId: id }, select: { organization, isSteward: true, isPractitioner: true, ...dates } }),
    db.joinRequest.findMany({ where: { accountId: id }, select: correspondence }),
    db.organizationApplication.findMany({ where: { applicantId: id }, select: correspondence }),
    db.organizationDomain.findMany({ where: { adderId: id }, select: { organization, domain: true, addedAt: true } }),
  ]);

  return {
    facts: {
      memberships: memberships.map(byName),
      invitations: invitations.map(byName),
      invitationsSent: invitationsSent.map(byName),
      joinRequests: joinRequests.map(byName),
      applications: applications.map(byName),
      domains: domains.map(byName),
    },
  };
};

const named = (language: Language) => ({ select: { faces: { where: { language }, select: { name: true } } } });

const byName = <Thing extends { organization: { faces: { name: string }[] } }>({ organization, ...thing }: Thing) => ({
  organization: organization.faces[0]?.name ?? "",
  ...thing,
});
