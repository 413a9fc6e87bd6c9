import type { Actor } from "~/features/accounts/actor";
import type { Details, Fields } from "~/features/publishing/fields";
import { getFaceAtWork } from "~/features/publishing/face-at-work.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";

import { unknownKeys } from "./citing";
import { differencesBetween } from "./parity";
import { summaryKind } from "./summary-kind.server";

/** How many keys the form offers. */
const OFFERED = 200;

export type Desk = Awaited<ReturnType<typeof getDesk>>;

/**
 * What the form of a summary has to know beyond its own fields: the references to cite, which keys it cites in vain, the first key that no finding
 * ever had, and what the other language says otherwise. Refuses strangers (404), and who may not write on it (403).
 */
export async function getDesk(actor: Actor, language: Language, slug: string, fields: Pick<Fields, "body" | "own">) {
  const { face, contribution, subject, may } = await getFaceAtWork(summaryKind, actor, language, slug);
  authorize(may.revise(actor, subject));
  const other = contribution.faces.find((one) => one.id !== face.id);
  const [references, [keys], published] = await Promise.all([
    db.$queryRaw<{ key: string; title: string }[]>`
      SELECT key, left(csl->>'title', 160) AS title FROM "Reference"
      WHERE "contributionId" = ${contribution.id}::uuid AND "removedAt" IS NULL ORDER BY key`,
    db.$queryRaw<{ last: number }[]>`
      SELECT coalesce(max(substring(key FROM 2)::int), 0) AS last
      FROM "Revision" r JOIN "Face" f ON f.id = r."faceId", jsonb_array_elements_text(r.details->'own'->'findingKey') AS key
      WHERE f."contributionId" = ${contribution.id}::uuid AND key ~ '^f[0-9]{1,6}$'`,
    other ? db.face.findUnique({ where: { id: other.id }, select: { publishedRevision: { select: { details: true } } } }) : null,
  ]);
  const theirs = published?.publishedRevision?.details as Details | undefined;
  const differences = theirs ? differencesBetween(fields.own, theirs.own) : [];
  return {
    slug: face.slug,
    references: references.slice(0, OFFERED),
    count: references.length,
    unknown: unknownKeys(
      fields,
      references.map(({ key }) => key),
    ).slice(0, 20),
    lastKey: keys?.last ?? 0,
    parity: other && differences.length > 0 ? { slug: other.slug, differences } : null,
  };
}
