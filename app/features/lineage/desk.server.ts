import { changesBetween, type Recorded } from "~/features/publishing/section-changes";
import { withKeys } from "~/features/publishing/sections";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { pinOf } from "./pin";

export type LineageDesk = NonNullable<Awaited<ReturnType<typeof getLineageDesk>>>;

/** What the form of an edition has to know: in which sections the text in it differs from its parent. Null for what is no edition. The caller has asked who may write. */
export async function getLineageDesk(language: Language, slug: string, body: string) {
  const [latest] = await db.$queryRaw<{ own: Record<string, string[]> | null }[]>`
    SELECT r.details->'own' AS own FROM "FaceSlug" s JOIN "Face" f ON f.id = s."faceId" JOIN "Edition" e ON e."contributionId" = f."contributionId"
      JOIN "Revision" r ON r."faceId" = f.id AND r.number = f."latestNumber"
    WHERE s.kind = 'PRACTICE' AND s.language = ${language}::"Language" AND s.slug = ${slug}`;
  const pin = pinOf(latest?.own ?? {});
  const version =
    pin && (await db.version.findUnique({ where: { id: pin.versionId }, select: { number: true, revision: { select: { body: true } } } }));
  if (!version) return null;

  const { settings, populations, provinces } = await listVocabularies(language);
  const sections = changesBetween(version.revision.body, withKeys(body)).filter(({ kind }) => kind !== "KEPT");
  return {
    number: version.number,
    sections: sections.map(({ kind, key, heading }): Recorded => ({ kind, key, heading })),
    choices: { settings, populations, provinces },
  };
}
