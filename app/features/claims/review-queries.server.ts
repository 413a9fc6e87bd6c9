import type { Viewer } from "~/features/accounts/actor";
import type { Details } from "~/features/publishing/fields";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { type CertaintyChange, certaintyChanges } from "./certainty";
import type { ShownNotice } from "./shown";
import { saidOf } from "./shown.server";

/** Notices that were cleared, on one page. */
const HISTORY = 100;

type Row = Omit<ShownNotice, "summary"> & {
  id: string;
  dueOn: string;
  isOverdue: boolean;
  causeId: string;
  /** Null where the viewer may not see it. */
  summary: ShownNotice["summary"] | null;
  clearer: string | null;
};

export type ReviewedNotice = Row & { changes: CertaintyChange[] };

/** All notices of a guide, the open ones first, with what has changed of each finding. */
export async function listNotices(viewer: Viewer, language: Language, contributionId: string): Promise<ReviewedNotice[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT n.id, n.section, n.cause, n."causeId", to_char(n.at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS at, to_char(n."dueOn", 'YYYY-MM-DD') AS "dueOn",
      n."dueOn" < CURRENT_DATE AS "isOverdue", to_char(n."clearedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "clearedOn", n.outcome, n.note, a.name AS clearer,
      (SELECT x.doi FROM "Retraction" x WHERE x.id = n."causeId") AS doi, s.said AS summary
    FROM (
      SELECT * FROM "EvidenceNotice" e WHERE e."contributionId" = ${contributionId}::uuid AND e."clearedAt" IS NULL
      UNION ALL (SELECT * FROM "EvidenceNotice" e WHERE e."contributionId" = ${contributionId}::uuid AND e."clearedAt" IS NOT NULL
        ORDER BY e."clearedAt" DESC LIMIT ${HISTORY})) n
      LEFT JOIN "Account" a ON a.id = n."clearerId"
      LEFT JOIN LATERAL (${saidOf(viewer, language)}) s ON TRUE
    ORDER BY n."clearedAt" DESC NULLS FIRST, n."dueOn", n.section, n.cause`;
  const changes = await changesBy(rows.filter(({ cause, clearedOn, summary }) => cause === "CERTAINTY" && clearedOn === null && summary));
  return rows.map((row) => ({ ...row, changes: changes.get(row.causeId) ?? [] }));
}

/** By version: the findings of which it changed the certainty. */
async function changesBy(rows: { causeId: string }[]): Promise<Map<string, CertaintyChange[]>> {
  const ids = [...new Set(rows.map(({ causeId }) => causeId))];
  if (ids.length === 0) return new Map();
  const pairs = await db.$queryRaw<{ id: string; before: Details; after: Details }[]>(Prisma.sql`
    SELECT v.id, o.details AS before, r.details AS after FROM "Version" v JOIN "Revision" r ON r.id = v."revisionId"
      JOIN "Version" p ON p."faceId" = v."faceId" AND p.number = v.number - 1 JOIN "Revision" o ON o.id = p."revisionId"
    WHERE v.id = ANY(${ids}::uuid[])`);
  return new Map(pairs.map(({ id, before, after }) => [id, certaintyChanges(before.own ?? {}, after.own ?? {})]));
}
