import type { Actor, Viewer } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { drawPicture, keepPicture, removePicture } from "~/features/uploads/picture.server";
import { db } from "~/platform/db.server";
import { authorize, found } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";

import { personColumns, personOf, type PersonRow } from "./person-row.server";
import { may } from "./policy";
import { ensureProfile } from "./profile.server";

/** Shows a photo on one's profile, in place of the one before. Refuses the silenced (403), what is no picture (422), and too many (429). */
export async function changePhoto(actor: Actor, bytes: Uint8Array) {
  authorize(may.change(actor));
  await limit("picture by account", actor.id);
  const picture = await drawPicture(bytes, "photo");

  await db.$transaction(async (tx) => {
    await ensureProfile(tx, actor.id);
    const { photoId } = found(await tx.profile.findUnique({ where: { accountId: actor.id }, select: { photoId: true } }));
    const id = await keepPicture(tx, actor.id, picture);
    await tx.profile.update({ where: { accountId: actor.id }, data: { photoId: id, changedAt: new Date() } });
    if (photoId) await removePicture(tx, photoId);
    await record(tx, actor, "profile.changed", { type: "ACCOUNT", id: actor.id });
  });
}

/** Takes the photo off one's profile, and forgets it. Refuses the silenced (403). */
export async function removePhoto(actor: Actor) {
  authorize(may.change(actor));

  await db.$transaction(async (tx) => {
    await ensureProfile(tx, actor.id);
    const { photoId } = found(await tx.profile.findUnique({ where: { accountId: actor.id }, select: { photoId: true } }));
    if (!photoId) return;
    await removePicture(tx, photoId);
    await record(tx, actor, "profile.changed", { type: "ACCOUNT", id: actor.id });
  });
}

/** The photo of someone, where the viewer may see it; `isPublic` when everyone may. */
export async function findPhoto(viewer: Viewer, id: string) {
  const [row] = await db.$queryRaw<(PersonRow & { bytes: Uint8Array<ArrayBuffer>; type: string })[]>`
    SELECT ${personColumns("en")}, i.bytes, i.type
    FROM "Picture" i JOIN "Profile" p ON p."photoId" = i.id JOIN "Account" a ON a.id = p."accountId" WHERE i.id = ${id}::uuid`;
  if (!row) return null;

  const sees = (eyes: Viewer) => may.readField(eyes, personOf(row), row.photoAudience);
  return sees(viewer) ? { bytes: row.bytes, type: row.type, isPublic: sees(null) } : null;
}
