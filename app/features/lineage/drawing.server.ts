import type { Fields } from "~/features/publishing/fields";
import type { Own } from "~/features/publishing/own-fields";
import { changesBetween } from "~/features/publishing/section-changes";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";

import { pinOf, pinned, type PinOf } from "./pin";

/** Adds to a text of an edition what no form carries: its pin, and what it did with the sections of its parent. Others stay as they are. */
export async function drawLineage(reader: Transaction, contributionId: string, fields: Fields, language: Language): Promise<Fields> {
  const pin = await pinAt(reader, contributionId, language);
  return pin ? withPin(fields, pin.pin, pin.body) : fields;
}

/** A text of an edition that rests on this version of its parent. */
export function withPin(fields: Fields, pin: PinOf, parentBody: string): Fields {
  const { pin: _, recorded: __, ...own } = fields.own ?? {};
  return { ...fields, own: { ...own, pin: pinned(pin), recorded: recordedIn(parentBody, fields.body) } };
}

const recordedIn = (parent: string, edition: string): string[] => changesBetween(parent, edition).map(({ kind, key }) => `${kind} ${key}`);

/** The pin of the latest text of a face; of one that is just begun, what its parent has published in that language. */
async function pinAt(reader: Transaction, contributionId: string, language: Language): Promise<{ pin: PinOf; body: string } | null> {
  const [row] = await reader.$queryRaw<{ own: Own | null; current: string | null; otherOwn: Own | null }[]>`
    SELECT r.details->'own' AS own, v.id AS current, o.details->'own' AS "otherOwn"
    FROM "Edition" e
      LEFT JOIN "Face" f ON f."contributionId" = e."contributionId" AND f.language = ${language}::"Language"
      LEFT JOIN "Revision" r ON r."faceId" = f.id AND r.number = f."latestNumber"
      LEFT JOIN "Face" x ON x."contributionId" = e."contributionId" AND x.language <> ${language}::"Language"
      LEFT JOIN "Revision" o ON o."faceId" = x.id AND o.number = x."latestNumber"
      LEFT JOIN "Face" p ON p."contributionId" = e."parentId" AND p.language = ${language}::"Language"
      LEFT JOIN "Version" v ON v."revisionId" = p."publishedRevisionId" AND v."hiddenAt" IS NULL
    WHERE e."contributionId" = ${contributionId}::uuid`;
  if (!row) return null;

  const beside = pinOf(row.otherOwn ?? {});
  const begun = row.own === null && row.current !== null && beside ? { ...beside, versionId: row.current } : null;
  const pin = pinOf(row.own ?? {}) ?? begun;
  const version =
    pin && (await reader.version.findUnique({ where: { id: pin.versionId }, select: { revision: { select: { body: true } } } }));
  return pin && version ? { pin, body: version.revision.body } : null;
}
