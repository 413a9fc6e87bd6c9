import type { Viewer } from "~/features/accounts/actor";
import { hashOf } from "~/features/accounts/token.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { isSame } from "./acceptance.server";

export type InvitationPage = Awaited<ReturnType<typeof getInvitation>>;

/**
 * What the link of an invitation leads to: what can be done with it (accept, sign in, make an account), or why nothing can. Whoever is
 * signed in with another address learns of the right one only how it begins.
 */
export async function getInvitation(viewer: Viewer, language: Language, token: string) {
  const invitation = await db.invitation.findUnique({
    where: { tokenHash: hashOf(token) },
    include: {
      inviter: { select: { name: true } },
      organization: { select: { id: true, status: true, faces: { where: { language }, select: { name: true, slug: true } } } },
    },
  });
  if (!invitation) return { outcome: "unknown" as const };

  const { email, name, organization, isSteward, isPractitioner, expiresAt, inviter } = invitation;
  const { name: organizationName = "", slug = "" } = organization.faces[0] ?? {};
  const place = { organization: organizationName, slug };
  const isIn = viewer?.organizations.some(({ id }) => id === organization.id) ?? false;
  if (invitation.acceptedAt) return { outcome: "used" as const, ...place, isIn };
  if (invitation.revokedAt) return { outcome: (await hasNewer(invitation)) ? ("replaced" as const) : ("revoked" as const), ...place, isIn };
  if (expiresAt <= new Date()) return { outcome: "expired" as const, ...place, isIn };
  if (organization.status !== "MEMBER") return { outcome: "closed" as const, ...place, isIn };

  const offer = { ...place, inviter: inviter?.name ?? null, until: expiresAt, isSteward, isPractitioner };
  const account = viewer
    ? await db.account.findUnique({ where: { id: viewer.id }, select: { email: true } })
    : await db.account.findUnique({ where: { email }, select: { email: true } });
  if (viewer && account && !isSame(account.email, email)) return { outcome: "foreign" as const, ...place, isIn, address: masked(email) };
  if (viewer) return { outcome: "accept" as const, ...offer };
  return account ? { outcome: "signIn" as const, ...offer } : { outcome: "register" as const, ...offer, name, email };
}

/** The status with which a page says so. */
export const statusOfInvitation = ({ outcome }: InvitationPage): number => {
  if (outcome === "foreign") return 403;
  return outcome === "accept" || outcome === "signIn" || outcome === "register" ? 200 : 410;
};

const hasNewer = async ({ organizationId, email, invitedAt }: { organizationId: string; email: string; invitedAt: Date }) =>
  (await db.invitation.count({
    where: { organizationId, email, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() }, invitedAt: { gt: invitedAt } },
  })) > 0;

/** Enough of an address to know it again: "a•••@e•••.org". */
function masked(email: string): string {
  const [before = "", domain = ""] = email.split("@");
  return `${before.slice(0, 1)}•••@${domain.slice(0, 1)}•••${domain.slice(domain.lastIndexOf("."))}`;
}
