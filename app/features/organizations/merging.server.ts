import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, unprocessable } from "~/platform/errors";

import type { Merger } from "./application-schema.server";
import { mailPeople, peopleOf } from "./closing-mail.server";
import { inState, loadById } from "./load.server";
import { may } from "./policy";

/** Takes what belongs to an organization over to another, in the same transaction, and tells how much it was. */
export type HandOver = (tx: Transaction, from: string, into: string) => Promise<number>;

/**
 * Merges an organization into another: people (stewards stay stewards), open invitations and requests, domains, sign-in and addresses
 * follow, and so do its texts, by `handOver` of those who keep them. The people of both are told. Refuses who may not (403), itself
 * (422), and one of the two that is no member, or merged already (409).
 */
export async function mergeOrganization(actor: Actor, from: string, { into, reason }: Merger, handOver: HandOver) {
  if (from === into) throw unprocessable("applications.errors.intoItself");
  await db.$transaction(
    async (tx) => {
      // In one order: of two mergers that cross, one comes after the other.
      await tx.$queryRaw`SELECT id FROM "Organization" WHERE id IN (${from}::uuid, ${into}::uuid) ORDER BY id FOR UPDATE`;
      const { organization } = await loadById(tx, actor, from);
      const { organization: target } = await loadById(tx, actor, into);
      authorize(may.close(actor));
      inState(organization, "MEMBER", "CLOSED");
      inState(target, "MEMBER");

      const itsPeople = await peopleOf(tx, from, actor);
      const known = new Set(itsPeople.map(({ id }) => id));
      const theirs = (await peopleOf(tx, into, actor)).filter(({ id }) => !known.has(id));
      const texts = await handOver(tx, from, into);
      await movePeople(tx, from, into);
      await moveRequests(tx, from, into);
      await moveEntrances(tx, from, into);
      await tx.organization.update({
        where: { id: from },
        data: { status: "MERGED", mergedIntoId: into, changedAt: new Date(), closedAt: organization.closedAt ?? new Date() },
      });
      await mailPeople(tx, organization, itsPeople, { what: "merged", reason, into: target });
      await mailPeople(tx, organization, theirs, { what: "received", reason, into: target });
      await record(tx, actor, "organization.merged", { type: "ORGANIZATION", id: from }, { into, texts, people: itsPeople.length });
    },
    { timeout: 30_000 },
  );
}

async function movePeople(tx: Transaction, from: string, into: string) {
  await tx.$executeRaw`
    INSERT INTO "Membership" AS m ("organizationId", "accountId", "isSteward", "joinedBy", "joinedAt")
    SELECT ${into}::uuid, "accountId", "isSteward", "joinedBy", "joinedAt" FROM "Membership" WHERE "organizationId" = ${from}::uuid
    ON CONFLICT ("organizationId", "accountId") DO UPDATE SET "isSteward" = m."isSteward" OR EXCLUDED."isSteward"`;
  await tx.membership.deleteMany({ where: { organizationId: from } });
}

/** Open ones only: what was answered stays where it was asked. Who asks at both, or belongs there already, has nothing left to ask. */
async function moveRequests(tx: Transaction, from: string, into: string) {
  await tx.invitation.updateMany({ where: { organizationId: from, acceptedAt: null, revokedAt: null }, data: { organizationId: into } });
  await tx.$executeRaw`
    UPDATE "JoinRequest" r SET answer = 'WITHDRAWN', "decidedAt" = now()
    WHERE r."organizationId" = ${from}::uuid AND r.answer IS NULL AND (
      EXISTS (SELECT 1 FROM "JoinRequest" o WHERE o."organizationId" = ${into}::uuid AND o.answer IS NULL AND o."accountId" = r."accountId")
      OR EXISTS (SELECT 1 FROM "Membership" m WHERE m."organizationId" = ${into}::uuid AND m."accountId" = r."accountId"))`;
  await tx.joinRequest.updateMany({ where: { organizationId: from, answer: null }, data: { organizationId: into } });
}

/** Domains, addresses and the sign-in of its own. Where the other has a sign-in already, that one is the sign-in of both. */
async function moveEntrances(tx: Transaction, from: string, into: string) {
  await tx.organizationDomain.updateMany({ where: { organizationId: from }, data: { organizationId: into } });
  await tx.organizationSlug.updateMany({ where: { organizationId: from }, data: { organizationId: into } });
  await tx.ssoAttempt.deleteMany({ where: { organizationId: from } });
  const has = await tx.ssoConnection.count({ where: { organizationId: into } });
  if (has === 0) await tx.ssoConnection.updateMany({ where: { organizationId: from }, data: { organizationId: into } });
  else await tx.ssoConnection.deleteMany({ where: { organizationId: from } });
}
