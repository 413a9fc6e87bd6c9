import type { Transaction } from "~/platform/db.server";

import { dueAfter } from "./flagging.server";
import { tellOfEvidence } from "./telling.server";

/**
 * Notes under the sections that an edition took over what is noted under those of its parent and not cleared: it began after the evidence had changed.
 * There is as much time to look at them again as if that were news, and those who answer for the edition are told. Said again it changes nothing.
 */
export async function inheritNotices(tx: Transaction, contributionId: string, at = new Date()) {
  const inherited = await tx.$queryRaw<unknown[]>`
    INSERT INTO "EvidenceNotice" (id, "contributionId", section, "summaryId", cause, "causeId", at, "dueOn")
    SELECT gen_random_uuid(), e."contributionId", n.section, n."summaryId", n.cause, n."causeId", n.at,
      CASE n.cause WHEN 'RETRACTION' THEN ${dueAfter(at, true)}::date ELSE ${dueAfter(at, false)}::date END
    FROM "Edition" e JOIN "EvidenceNotice" n ON n."contributionId" = e."parentId" AND n."clearedAt" IS NULL
    WHERE e."contributionId" = ${contributionId}::uuid AND EXISTS (
      SELECT 1 FROM "Face" f JOIN "SectionChange" s ON s."faceId" = f.id AND s.section = n.section AND s.kind IN ('KEPT', 'CHANGED')
      WHERE f."contributionId" = e."contributionId")
    ON CONFLICT DO NOTHING RETURNING id`;
  if (inherited.length > 0) await tellOfEvidence(tx, [contributionId], at);
}
