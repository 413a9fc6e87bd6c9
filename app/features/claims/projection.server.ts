import type { Fields } from "~/features/publishing/fields";
import type { FaceAt } from "~/features/publishing/kinds.server";
import type { Transaction } from "~/platform/db.server";

import { soundClaims } from "./claim-rows";

/** Carries over what the sections of a face rest on. What points to no version of a summary, or says only half, is not told. */
export async function projectClaims(tx: Transaction, face: FaceAt, { own }: Pick<Fields, "own">) {
  await tx.$executeRaw`DELETE FROM "Claim" WHERE "faceId" = ${face.id}::uuid`;
  const claims = soundClaims(own);
  if (claims.length === 0) return;

  await tx.$executeRaw`
    INSERT INTO "Claim" ("faceId", key, "contributionId", section, position, stance, "summaryId", "versionId", note)
    SELECT ${face.id}::uuid, w.key, ${face.contributionId}::uuid, w.section, w.position, w.stance::"Stance", c.id, v.id, w.note
    FROM unnest(${claims.map(({ key }) => key)}::text[], ${claims.map(({ section }) => section)}::text[], ${claims.map((_, index) => index)}::int[],
        ${claims.map(({ stance }) => stance)}::text[], ${claims.map(({ stance, version }) => (stance === "NONE" ? null : version))}::uuid[],
        ${claims.map(({ note }) => note)}::text[]) AS w (key, section, position, stance, version, note)
      LEFT JOIN "Version" v ON v.id = w.version
      LEFT JOIN "Face" f ON f.id = v."faceId"
      LEFT JOIN "Contribution" c ON c.id = f."contributionId" AND c.kind = 'SUMMARY'
    WHERE w.stance = 'NONE' OR c.id IS NOT NULL`;
}
