import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, notFound } from "~/platform/errors";

import { type LoadedCase, lockCase, refuseUnless } from "./case.server";
import { audienceOf, keepers } from "./keepers.server";
import { tellOfCase } from "./notice.server";
import { isFlaggable } from "./subject.server";
import { hiddenWords, shownWords } from "./words";

/**
 * Hides what a case is about while it is looked at, and tells whose it is. Done twice it is done once. Refuses who does not see the case (404), who
 * is concerned (403), and what is no longer there, was changed or closed meanwhile (409).
 */
export async function hideMeanwhile(actor: Actor, id: string, version: number) {
  await db.$transaction(async (tx) => {
    const one = await lockCase(tx, actor, id);
    refuseUnless(actor, one, "hide", one.hiddenAt ? one.version : version);
    if (one.hiddenAt) return;
    const { keeper, thing } = await thingOf(tx, one);
    if (thing.isHidden) throw conflict("moderation.conflict.changed");

    await keeper.hide(tx, one.subjectId, actor.id);
    await tx.case.update({ where: { id }, data: { hiddenAt: new Date(), version: { increment: 1 } }, select: { id: true } });
    await record(tx, actor, "case.hidden", { type: "CASE", id }, { subject: one.subjectType });
    await tellWhoseItIs(tx, one, "HIDDEN");
  });
}

/** Shows again what was hidden while its case is looked at. Refuses like hideMeanwhile. */
export async function showMeanwhile(actor: Actor, id: string, version: number) {
  await db.$transaction(async (tx) => {
    const one = await lockCase(tx, actor, id);
    refuseUnless(actor, one, "hide", one.hiddenAt ? version : one.version);
    if (!one.hiddenAt) return;
    const { keeper } = await thingOf(tx, one);

    await keeper.show(tx, one.subjectId, actor.id);
    await tx.case.update({ where: { id }, data: { hiddenAt: null, version: { increment: 1 } }, select: { id: true } });
    await record(tx, actor, "case.shown", { type: "CASE", id }, { subject: one.subjectType });
    await tellWhoseItIs(tx, one, "SHOWN");
  });
}

/** The thing that a case is about, locked, with who keeps its like. Refuses with 409 what is gone. */
export async function thingOf(tx: Transaction, { subjectType, subjectId }: Pick<LoadedCase, "subjectType" | "subjectId">) {
  if (!isFlaggable(subjectType)) throw notFound();
  const keeper = keepers[subjectType];
  const thing = await keeper.load(tx, subjectId);
  if (!thing || thing.isGone) throw conflict("moderation.conflict.gone");
  return { keeper, thing };
}

async function tellWhoseItIs(tx: Transaction, one: LoadedCase, about: "HIDDEN" | "SHOWN") {
  const words = about === "HIDDEN" ? hiddenWords(one) : shownWords(one);
  for (const accountId of await audienceOf(tx, one)) await tellOfCase(tx, { caseId: one.id, accountId, role: "AUTHOR", about, words });
}
