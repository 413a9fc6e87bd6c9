import type { Fields } from "~/features/publishing/fields";
import { shapes } from "~/features/publishing/kind-shape";
import type { FaceAt } from "~/features/publishing/kinds.server";
import { rowsOf } from "~/features/publishing/own-fields";
import { recordedOf, sectionsByKey } from "~/features/publishing/section-changes";
import type { Transaction } from "~/platform/db.server";

import { pinOf } from "./pin";

const columns = shapes.practice.own.rows.changes ?? [];

/** Carries over the pin of a face of an edition, and what it did with each section of its parent. */
export async function projectLineage(tx: Transaction, face: FaceAt, fields: Fields) {
  const pin = pinOf(fields.own);
  if (!pin) return;

  const { versionId } = pin;
  const version = await tx.version.findUniqueOrThrow({ where: { id: versionId }, select: { revision: { select: { sections: true } } } });
  const parent = new Map((version.revision.sections as { key: string; heading: string }[]).map(({ key, heading }) => [key, heading]));
  const own = sectionsByKey(fields.body);
  const reasons = new Map(rowsOf(columns, fields.own ?? {}).map((row) => [row.changeSection, row]));
  await tx.pin.upsert({ where: { faceId: face.id }, create: { faceId: face.id, versionId }, update: { versionId } });
  await tx.sectionChange.deleteMany({ where: { faceId: face.id } });
  await tx.sectionChange.createMany({
    data: recordedOf(fields.own).map(({ kind, key }, position) => {
      const said = reasons.get(key);
      return {
        faceId: face.id,
        section: key,
        position,
        kind,
        heading: own.get(key)?.heading ?? parent.get(key) ?? "",
        reason: said?.changeReason?.trim() ?? "",
        setting: said?.changeSetting ?? "",
        population: said?.changePopulation ?? "",
        province: said?.changeProvince ?? "",
        language: said?.changeLanguage ?? "",
      };
    }),
  });
}
