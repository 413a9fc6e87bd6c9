import type { Actor, Viewer } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { loadById, nameIn } from "~/features/organizations/load.server";
import { may } from "~/features/organizations/policy";
import { Prisma } from "~/generated/prisma/client";
import type { ContributionKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import { kindNameOf } from "./kind-shape";
import { eventOf } from "./kinds.server";

/** Where to look: texts that nobody of their organization answers for, everywhere or in one organization; texts of closed ones. */
type Scope = "texts" | "closed" | { organizationId: string };

export type Orphan = {
  id: string;
  kind: ContributionKind;
  title: string;
  slug: string;
  language: Language;
  organization: string;
  createdAt: Date;
  isPublished: boolean;
  isRetired: boolean;
};

/** Nobody who began it, is named as its author or wrote a revision belongs to the organization that owns `c`. */
const unattended = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "Membership" m WHERE m."organizationId" = c."organizationId" AND m."accountId" IN (
    SELECT c."creatorId"
    UNION ALL SELECT a."accountId" FROM "Authorship" a WHERE a."contributionId" = c.id
    UNION ALL SELECT r."authorId" FROM "Revision" r JOIN "Face" f ON f.id = r."faceId" WHERE f."contributionId" = c.id))`;

/** What has no responsible person, oldest first, after the one of this id: for administrators, and for the stewards of the one organization (else 403). */
export async function listOrphans(viewer: Viewer, language: Language, scope: Scope, after: string | null) {
  const one = typeof scope === "object" ? scope.organizationId : null;
  authorize(one ? may.runPeople(viewer, { id: one, status: "MEMBER", isHidden: false, applicantIds: [] }) : may.administer(viewer));
  const where =
    scope === "closed"
      ? Prisma.sql`o.status = 'CLOSED'`
      : Prisma.sql`o.status = 'MEMBER' AND (${one}::uuid IS NULL OR o.id = ${one}::uuid) AND ${unattended}`;
  const orphans = await db.$queryRaw<Orphan[]>`
    SELECT c.id, c.kind, c."createdAt", c."publishedAt" IS NOT NULL AS "isPublished", c."retiredAt" IS NOT NULL AS "isRetired",
      shown.title, shown.slug, shown.language, ${nameIn(language)} AS organization
    FROM "Contribution" c JOIN "Organization" o ON o.id = c."organizationId"
    JOIN LATERAL (SELECT f.title, f.slug, f.language FROM "Face" f WHERE f."contributionId" = c.id
      ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) shown ON true
    WHERE c."discardedAt" IS NULL AND (${after}::uuid IS NULL OR c.id > ${after}::uuid)
      AND ${where}
    ORDER BY c.id LIMIT ${PAGE_SIZE + 1}`;

  const shown = orphans.slice(0, PAGE_SIZE);
  return { orphans: shown, next: orphans.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null };
}

/**
 * Names someone of the organization who answers for a text from now on. Its authors stay named. Refuses who does not run the organization
 * (403), a text that someone answers for already (409), and a person who is not of the organization (422).
 */
export async function entrustContribution(actor: Actor, { contribution: id, person }: { contribution: string; person: string }) {
  await db.$transaction(async (tx) => {
    const { organizationId, kind } = found(await tx.contribution.findFirst({ where: { id, discardedAt: null } }));
    const { subject } = await loadById(tx, actor, organizationId);
    authorize(may.runPeople(actor, subject));
    const [orphan] = await tx.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM "Contribution" c WHERE c.id = ${id}::uuid AND c."organizationId" = ${organizationId}::uuid AND ${unattended} FOR UPDATE`;
    if (!orphan) throw conflict("applications.conflict.attended");
    const where = { organizationId_accountId: { organizationId, accountId: person } };
    if (!(await tx.membership.findUnique({ where }))) throw unprocessable("applications.errors.unknownChoice");

    await tx.contribution.update({ where: { id }, data: { creatorId: person } });
    await record(tx, actor, eventOf({ name: kindNameOf(kind) }, "entrusted"), { type: "CONTRIBUTION", id }, { to: person });
  });
}
