import type { RecordedEvent } from "~/features/activity/queries.server";
import { notifyAll } from "~/features/notifications/notify.server";
import { db } from "~/platform/db.server";

import { changedKeys } from "./pending.server";

const AT_ONCE = 1_000;

/**
 * Tells of a new version of a guide: the stewards and the authors of each edition in which a section stands that it changed, kept there or changed, but not left
 * out. Said again for the same event, it changes nothing.
 */
export async function tellAdapters({ subject, details, actorId, at }: RecordedEvent) {
  const pins = await db.$queryRaw<{ versionId: string; pinned: string; current: string }[]>`
    SELECT DISTINCT p."versionId", was.body AS pinned, now.body AS current
    FROM "Face" f JOIN "Revision" now ON now.id = f."publishedRevisionId"
      JOIN "Version" v ON v."faceId" = f.id AND v."revisionId" <> f."publishedRevisionId" JOIN "Revision" was ON was.id = v."revisionId"
      JOIN "Pin" p ON p."versionId" = v.id
    WHERE f."contributionId" = ${subject.id}::uuid AND f.language = ${String(details.language)}::"Language"`;
  for (const { versionId, pinned, current } of pins) {
    const keys = changedKeys(pinned, current);
    if (keys.length > 0) await tell(versionId, keys, actorId, at);
  }
}

/** A thousand at a time, each in a transaction of its own. */
async function tell(versionId: string, keys: string[], actorId: string | null, at: Date) {
  const people = await db.$queryRaw<{ accountId: string; editionId: string }[]>`
    WITH edition AS (
      SELECT DISTINCT c.id, c."organizationId" FROM "Pin" p JOIN "Face" f ON f.id = p."faceId" JOIN "Contribution" c ON c.id = f."contributionId"
        JOIN "Edition" e ON e."contributionId" = c.id JOIN "Contribution" parent ON parent.id = e."parentId"
      WHERE p."versionId" = ${versionId}::uuid AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL
        AND parent."retiredAt" IS NULL AND parent."discardedAt" IS NULL AND parent."hiddenAt" IS NULL
        AND (parent.visibility <> 'ORGANIZATION' OR parent."organizationId" = c."organizationId")
        AND EXISTS (SELECT 1 FROM "SectionChange" s WHERE s."faceId" = p."faceId" AND s.kind IN ('KEPT', 'CHANGED') AND s.section = ANY(${keys}::text[])))
    SELECT DISTINCT who."accountId", edition.id AS "editionId" FROM edition CROSS JOIN LATERAL (
      SELECT m."accountId" FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId" AND o.status = 'MEMBER'
        WHERE m."organizationId" = edition."organizationId" AND m."isSteward"
      UNION SELECT a."accountId" FROM "Authorship" a JOIN "Membership" m ON m."accountId" = a."accountId" AND m."organizationId" = edition."organizationId"
        WHERE a."contributionId" = edition.id AND a."accountId" IS NOT NULL) who
      JOIN "Account" x ON x.id = who."accountId" AND x."deactivatedAt" IS NULL
    WHERE who."accountId" IS DISTINCT FROM ${actorId}::uuid`;
  for (let begin = 0; begin < people.length; begin += AT_ONCE) {
    const news = people.slice(begin, begin + AT_ONCE).map(({ accountId, editionId }) => ({
      accountId,
      kind: "upstream_changed" as const,
      subject: { type: "CONTRIBUTION" as const, id: editionId },
      actorId,
    }));
    await db.$transaction((tx) => notifyAll(tx, news, at));
  }
}
