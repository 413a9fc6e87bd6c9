import type { Actor } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { Own } from "~/features/publishing/own-fields";
import { visibleTo } from "~/features/publishing/queries.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { claimsIn } from "./claim-rows";
import { limits } from "./limits";

/** A version of a summary that a claim can point to. */
export type Offered = { id: string; title: string; language: Language; number: number; isCurrent: boolean; isRetired: boolean };

export type ClaimsDesk = { offered: Offered[] };

/**
 * What the form of a guide has to know beyond its own fields: the summaries that its writer sees, each in its current version, in the language of
 * the face or, where that is missing, in the other; and the versions that it names already, as far as the writer sees them.
 */
export async function getClaimsDesk(actor: Actor, language: Language, own: Own = {}): Promise<ClaimsDesk> {
  const chosen = [...new Set(claimsIn(own).flatMap(({ version }) => (version === "" ? [] : [version])))];
  const seen = visibleTo(actor, allows(actor, "summary.edit"));
  const offered = await db.$queryRaw<Offered[]>`
    WITH open AS (
      SELECT c.id, c."publishedAt" FROM "Contribution" c
      WHERE c.kind = 'SUMMARY' AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL AND ${seen}
      ORDER BY c."publishedAt" DESC LIMIT ${limits.offered})
    SELECT v.id, r.title, f.language, v.number, v."revisionId" = f."publishedRevisionId" AS "isCurrent", c."retiredAt" IS NOT NULL AS "isRetired"
    FROM "Version" v JOIN "Revision" r ON r.id = v."revisionId" JOIN "Face" f ON f.id = v."faceId" JOIN "Contribution" c ON c.id = f."contributionId"
    WHERE v."hiddenAt" IS NULL AND (
      (v.id = ANY(${chosen}::uuid[]) AND c.kind = 'SUMMARY' AND c."discardedAt" IS NULL AND ${seen})
      OR v."revisionId" IN (SELECT (SELECT o."publishedRevisionId" FROM "Face" o WHERE o."contributionId" = open.id AND o."publishedRevisionId" IS NOT NULL
        ORDER BY o.language = ${language}::"Language" DESC LIMIT 1) FROM open))
    ORDER BY r.title COLLATE "und-x-icu", f.language, v.number DESC`;
  return { offered };
}
