import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, forbidden, found, gone, notFound, unprocessable } from "~/platform/errors";

import { lockCase, openCase } from "./case.server";
import type { FlagForm } from "./flag-schema.server";
import { hideByFlag, hidesFirst } from "./flag-hiding.server";
import { keepers } from "./keepers.server";
import { may } from "./policy";
import { stoodThere } from "./flag-gone.server";
import { CLIENT_DATA, PRIORITY } from "./rules";
import type { Flaggable, Thing } from "./subject.server";

const HOURS_AT_REST = 24;

/** What is reported. */
export type Flagged = { type: Flaggable; id: string };

/**
 * Reports something: opens a case about it or joins the one that is open, and hides at once what may hold clients' data. The same report sent twice
 * is one. Refuses what is hidden from them (404), gone or hidden meanwhile (410), one's own and the silenced (403), a second report in the same case
 * or of what a moderator has just looked at (409), no words where they are needed (422), and too many (429).
 */
export async function flagThing(
  actor: Actor,
  { type, id, rule, words }: Flagged & FlagForm,
  language: Language = actor.language,
): Promise<{ caseId: string; hasHidden: boolean }> {
  authorize(may.flag(actor));
  const before = await findOwnFlag(db, actor, { type, id });
  if (before) return sentTwice(before, { rule, words });
  const seen = await findFlaggable(actor, { type, id }, language);
  if (rule === "other" && words === "") throw unprocessable("flags.errors.words");
  await refuseLookedAt(actor, seen, rule);
  await spend(actor, "flags");

  return db.$transaction(async (tx) => {
    const priority = rule === CLIENT_DATA ? PRIORITY.clientData : PRIORITY.flag;
    const { id: caseId, isNew } = await openCase(tx, caseThingOf(seen), { kind: "FLAG", priority, rule });
    const meanwhile = isNew ? null : await findOwnFlag(tx, actor, { type, id });
    if (meanwhile) return sentTwice(meanwhile, { rule, words });
    const thing = await keepers[type].load(tx, id);
    // Hidden by another report while this one was on its way, it is heard all the same.
    if (!thing || thing.isGone || (thing.isHidden && isNew)) throw gone("flags.errors.gone");

    const hasHidden = !thing.isHidden && (await hidesFirst(tx, actor, { thing, rule, caseId }));
    if (!isNew) await tx.case.updateMany({ where: { id: caseId, rule: null }, data: { rule } });
    const flag = { caseId, reporterId: actor.id, rule, words, subjectVersion: seen.version, hasHidden };
    await tx.flag.create({ data: flag, select: { id: true } });
    await record(tx, actor, "flag.made", { type: "CASE", id: caseId }, { rule, subject: type });
    if (hasHidden) await hideByFlag(tx, { caseId, thing, rule });
    return { caseId, hasHidden };
  });
}

/**
 * Opens a case without a report for a moderator who came upon something, or gives the one that is open. Refuses what is hidden from them or out of
 * scope (404), who does not moderate or is concerned (403), and what is gone (410).
 */
export async function openOwnCase(actor: Actor, type: Flaggable, id: string): Promise<string> {
  authorize(may.moderate(actor));
  const thing = found(await keepers[type].find(db, actor, actor.language, id));
  if (thing.isGone) throw gone("flags.errors.gone");

  return db.$transaction(async (tx) => {
    const open = await tx.case.findFirst({ where: { subjectType: type, subjectId: id, closedAt: null }, select: { id: true } });
    const { id: caseId } = open ?? (await openCase(tx, caseThingOf(thing), { kind: "FLAG", priority: PRIORITY.flag }));
    const { subject } = await lockCase(tx, actor, caseId);
    authorize(may.conflictOf(actor, subject) === null);
    return caseId;
  });
}

export type OwnFlag = { caseId: string; rule: string; words: string; hasHidden: boolean; at: Date };

/** What this person reported of a thing in the case that is open now. */
export const findOwnFlag = (tx: Transaction, actor: Actor, { type, id }: Flagged): Promise<OwnFlag | null> =>
  tx.flag.findFirst({
    where: { reporterId: actor.id, case: { subjectType: type, subjectId: id, closedAt: null } },
    select: { caseId: true, rule: true, words: true, hasHidden: true, at: true },
  });

/** A thing that this person may report now. Refuses what is hidden from them (404), gone or hidden meanwhile (410), and their own (403). */
export async function findFlaggable(actor: Actor, { type, id }: Flagged, language: Language): Promise<Thing> {
  const thing = await keepers[type].find(db, actor, language, id);
  if (thing ? thing.isGone || thing.isHidden : await stoodThere(actor, { type, id })) throw gone("flags.errors.gone");
  if (!thing) throw notFound();
  if (thing.ownerIds.includes(actor.id)) throw forbidden("flags.errors.own");
  return thing;
}

/** The second click on the same form is no second report. */
function sentTwice({ caseId, hasHidden, ...sent }: OwnFlag, { rule, words }: FlagForm) {
  if (sent.rule !== rule || sent.words !== words) throw conflict("flags.errors.already");
  return { caseId, hasHidden };
}

/** Whoever reported the very same words by the same rule, and heard that nothing is wrong with them, waits a day before they ask again. */
async function refuseLookedAt(actor: Actor, { subjectType, subjectId, version }: Thing, rule: string) {
  const closedAt = { gt: new Date(Date.now() - HOURS_AT_REST * 3_600_000) };
  const dismissed = await db.flag.findFirst({
    where: {
      ...{ reporterId: actor.id, rule, subjectVersion: version },
      case: { subjectType, subjectId, closedAt, decision: { content: "NONE", person: "NONE" } },
    },
    select: { id: true },
  });
  if (dismissed) throw conflict("flags.errors.lookedAt");
}

/** What a case keeps of a thing. */
const caseThingOf = ({ version: _, isHidden: __, isGone: ___, ...thing }: Thing) => thing;
