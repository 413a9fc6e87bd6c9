import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { ReviewDecision } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict } from "~/platform/errors";
import type { FormErrors } from "~/platform/forms.server";

import { eventOf, type Kind } from "./kinds.server";
import { isOpenTo, type Move, stateAfter } from "./lifecycle";
import { fieldsOf, type Loaded, loadFace } from "./load.server";
import { mayFor } from "./policy";
import { publishRevision, revisionOf } from "./revision.server";
import { type Decision, missingIn } from "./schema.server";
import { besideIt, faultsOfLanguages } from "./waiver.server";

/**
 * Asks for a review of the latest revision of a face. Gives what is still missing, by field, and then changes nothing.
 * Refuses strangers and what is retired or put away (404, 403), and what is under review or published as it stands (409).
 */
export async function submit(kind: Kind, actor: Actor, language: Language, slug: string): Promise<FormErrors | null> {
  return db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    const { face, contribution, subject } = loaded;
    authorize(mayFor(kind).revise(actor, subject));

    const revision = await revisionOf(tx, face.id, face.latestNumber);
    const fields = fieldsOf(revision);
    const missing = {
      ...(await kind.hindrances(tx, contribution, fields)),
      ...missingIn(kind, fields),
      ...faultsOfLanguages(await besideIt(tx, contribution, language), "submission"),
    };
    if (Object.keys(missing).length > 0) return missing;

    await move(tx, loaded, "submit");
    await tx.review.create({ data: { faceId: face.id, revisionId: revision.id, submitterId: actor.id } });
    await record(
      tx,
      actor,
      eventOf(kind, "submitted"),
      { type: "CONTRIBUTION", id: contribution.id },
      { language, number: revision.number },
    );
    return null;
  });
}

/** Takes a face out of the queue again, to go on writing. Refuses strangers (404, 403) and what is not in the queue (409). */
export async function withdraw(kind: Kind, actor: Actor, language: Language, slug: string) {
  await db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    const review = await openReview(tx, loaded, () => mayFor(kind).revise(actor, loaded.subject));

    await move(tx, loaded, "withdraw");
    await close(tx, review.id, { decision: "WITHDRAWN", deciderId: actor.id, comment: "" });
    await record(tx, actor, eventOf(kind, "withdrawn"), { type: "CONTRIBUTION", id: loaded.contribution.id }, { language });
  });
}

/** Ends what waits for a review, because the contribution is taken out of use. Its texts stay as they are. */
export async function closeReviews(tx: Transaction, contributionId: string, actor: Actor) {
  const ended = { decision: "WITHDRAWN", deciderId: actor.id, decidedAt: new Date() } as const;
  await tx.review.updateMany({ where: { face: { contributionId }, decision: null }, data: ended });
  await tx.face.updateMany({ where: { contributionId, state: "IN_REVIEW" }, data: { state: "DRAFT" } });
}

/**
 * Says who looks at a submission. The form names who had it when the page was drawn, so that of two who take it at once one is
 * told (409). Refuses strangers (404) and who wrote or submitted it (403).
 */
export async function claim(kind: Kind, actor: Actor, language: Language, slug: string, input: { review: string; claimant: string }) {
  await db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    const review = await openReview(tx, loaded, (submitterId) => mayFor(kind).review(actor, loaded.subject, submitterId));
    if (review.claimantId === actor.id) return;
    if (review.id !== input.review || (review.claimantId ?? "") !== input.claimant) throw conflict("publishing.conflict.claimed");

    await tx.review.update({ where: { id: review.id }, data: { claimantId: actor.id, claimedAt: new Date() } });
    await record(tx, actor, eventOf(kind, "claimed"), { type: "CONTRIBUTION", id: loaded.contribution.id }, { language });
  });
}

const moveOf = { APPROVED: "approve", CHANGES_REQUESTED: "requestChanges", DECLINED: "decline" } as const satisfies Record<
  Decision["decision"],
  Move
>;

const verbOf = { APPROVED: "approved", CHANGES_REQUESTED: "changes_requested", DECLINED: "declined" } as const;

/**
 * An editor publishes a submission, sends it back with a comment, or declines it with a reason. Refuses strangers (404),
 * who wrote or submitted it (403), a submission that another has claimed, decided or withdrawn meanwhile, one that rests on what is gone, and one whose
 * other language is neither ready nor waived (409).
 */
export async function decide(kind: Kind, actor: Actor, language: Language, slug: string, input: Decision) {
  await db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    const review = await openReview(tx, loaded, (submitterId) => mayFor(kind).review(actor, loaded.subject, submitterId));
    if (review.id !== input.review) throw conflict("publishing.conflict.movedOn");
    if (review.claimantId !== null && review.claimantId !== actor.id) throw conflict("publishing.conflict.claimed");

    await move(tx, loaded, moveOf[input.decision]);
    await close(tx, review.id, { decision: input.decision, deciderId: actor.id, comment: input.comment });
    if (input.decision === "APPROVED") await refuseHindered(tx, kind, loaded, review.revision.number);
    if (input.decision === "APPROVED") await publishRevision(tx, kind, loaded, review.revision.number);
    await record(
      tx,
      actor,
      eventOf(kind, verbOf[input.decision]),
      { type: "CONTRIBUTION", id: loaded.contribution.id },
      { language, number: review.revision.number, review: review.id },
    );
  });
}

/** What stood when it was submitted may be gone. */
async function refuseHindered(tx: Transaction, kind: Kind, { face, contribution }: Loaded, number: number) {
  const hindrances = await kind.hindrances(tx, contribution, fieldsOf(await revisionOf(tx, face.id, number)));
  if (Object.keys(hindrances).length > 0) throw conflict("publishing.conflict.hindered");
  const alone = faultsOfLanguages(await besideIt(tx, contribution, face.language), "publication");
  if (Object.keys(alone).length > 0) throw conflict("publishing.conflict.oneLanguage");
}

async function openReview(tx: Transaction, { face }: Loaded, isAllowed: (submitterId: string | null) => boolean) {
  const review = await tx.review.findFirst({
    where: { faceId: face.id, decision: null },
    include: { revision: { select: { number: true } } },
  });
  authorize(isAllowed(review?.submitterId ?? null));
  if (!review) throw conflict("publishing.conflict.movedOn");
  return review;
}

const close = (tx: Transaction, id: string, outcome: { decision: ReviewDecision; deciderId: string; comment: string }) =>
  tx.review.update({ where: { id }, data: { ...outcome, decidedAt: new Date() } });

/** Moves a face along its lifecycle; loadFace has locked it, so of two who press at once the second finds it moved. */
async function move(tx: Transaction, { face }: Loaded, move: Move) {
  if (!isOpenTo(move, face.state)) throw conflict("publishing.conflict.movedOn");
  await tx.face.update({ where: { id: face.id }, data: { state: stateAfter(move, face.state) ?? face.state } });
}
