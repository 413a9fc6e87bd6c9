import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { drawPicture, keepPicture, removePicture } from "~/features/uploads/picture.server";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";

import { getOrganizationForEdit } from "./editing.server";
import { inState, loadOrganization } from "./load.server";
import { may } from "./policy";

/**
 * Shows a logo on the page of an organization, in place of the one before. Refuses who may not (403), one that is neither member nor
 * listed (409), what is no picture (422), and too many (429).
 */
export async function changeLogo(actor: Actor, language: Language, slug: string, bytes: Uint8Array) {
  // Asked twice: nothing is drawn for who may not, and drawing takes too long for a transaction.
  await getOrganizationForEdit(actor, language, slug);
  await limit("picture by account", actor.id);
  const picture = await drawPicture(bytes, "logo");

  await db.$transaction(async (tx) => {
    const { id, logoId } = await loadForLogo(tx, actor, language, slug);
    const newId = await keepPicture(tx, actor.id, picture);
    await tx.organization.update({ where: { id }, data: { logoId: newId, changedAt: new Date() } });
    if (logoId) await removePicture(tx, logoId);
    await record(tx, actor, "organization.changed", { type: "ORGANIZATION", id });
  });
}

/** Takes the logo off the page of an organization, and forgets it. Refuses likewise. */
export async function removeLogo(actor: Actor, language: Language, slug: string) {
  await db.$transaction(async (tx) => {
    const { id, logoId } = await loadForLogo(tx, actor, language, slug);
    if (!logoId) return;
    await removePicture(tx, logoId);
    await tx.organization.update({ where: { id }, data: { changedAt: new Date() } });
    await record(tx, actor, "organization.changed", { type: "ORGANIZATION", id });
  });
}

async function loadForLogo(tx: Transaction, actor: Actor, language: Language, slug: string) {
  const { organization, subject } = await loadOrganization(tx, actor, language, slug);
  authorize(may.change(actor, subject));
  inState(organization, "MEMBER", "LISTED");
  return organization;
}
