import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";

import { mailPeople, peopleOf } from "./closing-mail.server";
import { inState, loadById } from "./load.server";
import { may } from "./policy";

/**
 * Closes an organization: what it wrote stays readable, nobody acts in its name any more, open invitations and requests to join end, and
 * its people are told why. Refuses who may not (403), and one that is no member (409).
 */
export async function closeOrganization(actor: Actor, id: string, reason: string) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadById(tx, actor, id);
    authorize(may.close(actor));
    inState(organization, "MEMBER");

    const now = new Date();
    const people = await peopleOf(tx, id, actor);
    await tx.organization.update({ where: { id }, data: { status: "CLOSED", closedAt: now, changedAt: now } });
    const { count: invitations } = await tx.invitation.updateMany({
      where: { organizationId: id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const { count: requests } = await tx.joinRequest.updateMany({
      where: { organizationId: id, answer: null },
      data: { answer: "DECLINED", deciderId: actor.id, decidedAt: now },
    });
    await mailPeople(tx, organization, people, { what: "closed", reason });
    await record(tx, actor, "organization.closed", { type: "ORGANIZATION", id }, { invitations, requests });
  });
}

/** Opens a closed organization again, with the people and stewards that it had. They are told why. Refuses likewise. */
export async function reopenOrganization(actor: Actor, id: string, reason: string) {
  await db.$transaction(async (tx) => {
    const { organization } = await loadById(tx, actor, id);
    authorize(may.close(actor));
    inState(organization, "CLOSED");

    await tx.organization.update({ where: { id }, data: { status: "MEMBER", closedAt: null, changedAt: new Date() } });
    await mailPeople(tx, organization, await peopleOf(tx, id, actor), { what: "reopened", reason });
    await record(tx, actor, "organization.reopened", { type: "ORGANIZATION", id });
  });
}
