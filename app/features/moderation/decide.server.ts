import type { Actor } from "~/features/accounts/actor";
import { newToken } from "~/features/accounts/token.server";
import { record } from "~/features/activity/record.server";
import { type DrawnEdit, drawModerated, editByModerator } from "~/features/forums/moderated-edit.server";
import { db, type Transaction } from "~/platform/db.server";
import { conflict, unprocessable } from "~/platform/errors";

import { type LoadedCase, lockCase, refuseUnless } from "./case.server";
import { closeCase } from "./closing.server";
import { tellOfDecision } from "./decision-notices.server";
import { thingOf } from "./hiding.server";
import { contentMeasures, isDismissal, personMeasures } from "./lifecycle";
import { APPEAL_DAYS } from "./limits";
import { untilOf } from "./measure-end";
import { imposeSanction } from "./sanction.server";
import type { DecisionForm } from "./schema.server";
import { isFlaggable } from "./subject.server";
import { keepers } from "./keepers.server";

const HOUR = 3_600_000;
const sanctionOf = { WARN: "WARNING", SILENCE: "SILENCE", SUSPEND: "SUSPENSION" } as const;

/**
 * Decides a case about something that was reported or repaired: what becomes of the thing, and what of its author, by one rule. Closes the case and
 * tells everyone concerned. Refuses who does not see it (404), who is concerned (403), measures that are not for such a thing or lack something
 * (422), and what was decided, changed or taken away meanwhile (409).
 */
export async function decideCase(actor: Actor, id: string, form: DecisionForm): Promise<{ decisionId: string }> {
  const drawn = form.content === "EDIT" ? await drawEdit(actor, id, form) : null;

  return db.$transaction(async (tx) => {
    const one = await lockToDecide(tx, actor, id, form);
    const until = untilOf(form, actor.timeZone);
    const { token, tokenHash } = newToken();
    const decision = await decisionRow(tx, actor, one, form, { until, tokenHash });
    const { wasHidden } = await measureContent(tx, actor, one, form, drawn);
    if (form.person !== "NONE" && one.authorId) {
      const about = { accountId: one.authorId, decisionId: decision.id, kind: sanctionOf[form.person], rule: form.rule, until };
      await imposeSanction(tx, actor, about);
    }
    await recordDecision(tx, actor, one, form);
    await closeCase(tx, one, "DECIDED", actor);
    await tellOfDecision(tx, one, decision, { token, wasHidden });
    return { decisionId: decision.id };
  });
}

/** Asks everything before the words are drawn, too, so that nobody has words drawn who may not decide. */
async function drawEdit(actor: Actor, id: string, form: DecisionForm): Promise<DrawnEdit> {
  const { subjectId } = await db.$transaction((tx) => lockToDecide(tx, actor, id, form));
  return drawModerated(actor, subjectId, form.body);
}

async function lockToDecide(tx: Transaction, actor: Actor, id: string, { version, content, person, ...form }: DecisionForm) {
  const one = await lockCase(tx, actor, id);
  refuseUnless(actor, one, "decide", version);
  if (!contentMeasures[one.subjectType]?.includes(content)) throw unprocessable("decisions.errors.contentHere");
  if (!personMeasures[one.subjectType]?.includes(person)) throw unprocessable("decisions.errors.personHere");
  // The stewards of an organization are warned together, and nobody by name.
  if (person !== "NONE" && !one.authorId && one.subjectType !== "ORGANIZATION") throw unprocessable("decisions.errors.noAuthor");
  untilOf({ person, ...form }, actor.timeZone);
  return one;
}

type Kept = { until: Date | null; tokenHash: string };

function decisionRow(tx: Transaction, actor: Actor, { id: caseId }: LoadedCase, form: DecisionForm, { until, tokenHash }: Kept) {
  const { rule, content, person, toAuthor, toReportersEn, toReportersFr, note } = form;
  const decided = { rule, content, person, until, toAuthor, toReportersEn, toReportersFr, note };
  const appealable = isDismissal(form) ? {} : { tokenHash, appealableUntil: new Date(Date.now() + APPEAL_DAYS * 24 * HOUR) };
  return tx.decision.create({ data: { caseId, deciderId: actor.id, ...decided, ...appealable } });
}

/** Does to the thing what was decided, through who keeps it, and says whether it was hidden until now. */
async function measureContent(
  tx: Transaction,
  actor: Actor,
  one: LoadedCase,
  { content }: DecisionForm,
  drawn: DrawnEdit | null,
): Promise<{ wasHidden: boolean }> {
  const { id, subjectId, subjectType } = one;
  if (content === "NONE") return { wasHidden: await showWhatIsHidden(tx, actor, one) };

  const { keeper, thing } = await thingOf(tx, one);
  if (content === "HIDE") await keeper.hide(tx, subjectId, actor.id);
  if (content === "REMOVE") await keeper.remove(tx, subjectId, actor.id);
  if (content === "EDIT") {
    if (!drawn || subjectType !== "POST") throw conflict("moderation.conflict.changed");
    await editByModerator(tx, actor, subjectId, drawn);
    if (thing.isHidden) await keeper.show(tx, subjectId, actor.id);
  }
  const hiddenAt = content === "HIDE" ? (one.hiddenAt ?? new Date()) : null;
  await tx.case.update({ where: { id }, data: { hiddenAt }, select: { id: true } });
  return { wasHidden: thing.isHidden };
}

async function showWhatIsHidden(tx: Transaction, actor: Actor, { id, subjectType, subjectId }: LoadedCase): Promise<boolean> {
  if (!isFlaggable(subjectType)) return false;
  const keeper = keepers[subjectType];
  const thing = await keeper.load(tx, subjectId);
  if (!thing?.isHidden) return false;
  await keeper.show(tx, subjectId, actor.id);
  await tx.case.update({ where: { id }, data: { hiddenAt: null }, select: { id: true } });
  return !thing.isGone;
}

function recordDecision(tx: Transaction, actor: Actor, one: LoadedCase, { rule, content, person }: DecisionForm) {
  const { id, kind, subjectType: subject, language, openedAt } = one;
  const hours = Math.floor((Date.now() - openedAt.getTime()) / HOUR);
  return record(tx, actor, "case.decided", { type: "CASE", id }, { rule, content, person, kind, subject, hours, language });
}
