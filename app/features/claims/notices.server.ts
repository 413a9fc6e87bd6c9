import type { RecordedEvent } from "~/features/activity/queries.server";
import type { Details } from "~/features/publishing/fields";
import { Prisma } from "~/generated/prisma/client";
import type { EvidenceCause } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";

import { causeOf } from "./certainty";
import { changeOf, flagSections, retractionsWhere } from "./flagging.server";
import { tellOfEvidence } from "./telling.server";

/** Thousands of sections and of people are flagged and told in one go, or none is. */
const PATIENCE = { timeout: 60_000, maxWait: 10_000 };

/** A version of a summary was published: whoever rests on an earlier one is told what it changes, and of what it cites that was retracted before. */
export async function flagVersion({ subject, details, at }: RecordedEvent) {
  const version = await db.version.findFirst({
    where: {
      revision: { number: Number(details.number) },
      face: { contributionId: subject.id, language: details.language === "fr" ? "fr" : "en" },
    },
    select: { id: true, number: true, faceId: true, publishedAt: true, revision: { select: { details: true } } },
  });
  if (!version) return;
  const { cause, faceId } = await changeBy(version, subject.id);
  await inOne(at, async (tx) => [
    ...(cause
      ? await flagSections(tx, changeOf({ summaryId: subject.id, cause, causeId: version.id, faceId, below: version.publishedAt }), {
          at,
          isUrgent: false,
        })
      : []),
    ...(await flagSections(tx, retractionsWhere(Prisma.sql`c.id = ${subject.id}::uuid`), { at, isUrgent: true })),
  ]);
}

/** A summary was withdrawn. */
export const flagWithdrawal = ({ subject, at }: RecordedEvent) =>
  inOne(at, (tx) =>
    flagSections(tx, changeOf({ summaryId: subject.id, cause: "WITHDRAWN", causeId: subject.id }), { at, isUrgent: false }),
  );

/** A list named publications that were retracted: whoever rests on a summary that cites one is told. */
export const flagRetractions = ({ details, at }: RecordedEvent) =>
  inOne(at, (tx) => flagSections(tx, retractionsWhere(Prisma.sql`x."listId" = ${String(details.list)}::uuid`), { at, isUrgent: true }));

/** Flags and tells in one transaction: cut off in the middle, it begins anew. */
async function inOne(at: Date, flag: (tx: Transaction) => Promise<string[]>) {
  await db.$transaction(async (tx) => tellOfEvidence(tx, [...new Set(await flag(tx))], at), PATIENCE);
}

type Published = { number: number; faceId: string; publishedAt: Date; revision: { details: unknown } };

/** What a version changes, and for whom: another certainty concerns claims on either language, a new wording those on the same. A first version changes nothing. */
async function changeBy(
  version: Published,
  summaryId: string,
): Promise<{ cause: "CERTAINTY" | "NEW_VERSION" | null; faceId: string | null }> {
  const [before] = await publishedBefore({ faceId: version.faceId, number: { lt: version.number } });
  if (!before) return { cause: null, faceId: null };

  const [other] = await publishedBefore({
    face: { contributionId: summaryId },
    faceId: { not: version.faceId },
    publishedAt: { lt: version.publishedAt },
  });
  const cause = causeOf(before, (version.revision.details as Details).own ?? {}, other ?? null);
  return { cause, faceId: cause === "CERTAINTY" ? null : version.faceId };
}

async function publishedBefore(where: Prisma.VersionWhereInput) {
  const versions = await db.version.findMany({
    where,
    orderBy: { publishedAt: "desc" },
    take: 1,
    select: { revision: { select: { details: true } } },
  });
  return versions.map(({ revision }) => (revision.details as Details).own ?? {});
}

export type OpenNotice = {
  id: string;
  contributionId: string;
  section: string;
  summaryId: string;
  cause: EvidenceCause;
  causeId: string;
  at: Date;
  dueOn: Date;
};

/** The open notices of a guide, or of all guides of an organization that are in use; the most urgent first. */
export function openNotices(client: Transaction, of: { contributionId: string } | { organizationId: string }): Promise<OpenNotice[]> {
  const contribution = { retiredAt: null, discardedAt: null };
  return client.evidenceNotice.findMany({
    where: {
      clearedAt: null,
      ...("contributionId" in of
        ? { contributionId: of.contributionId }
        : { contribution: { ...contribution, organizationId: of.organizationId } }),
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { id: true, contributionId: true, section: true, summaryId: true, cause: true, causeId: true, at: true, dueOn: true },
  });
}
