import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { Prisma } from "~/generated/prisma/client";
import type { SuggestionState } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, notFound, unprocessable } from "~/platform/errors";

import { appendTo } from "./append-words";
import { sectionsByKey } from "./section-changes";
import { shareFiles } from "./files.server";
import { mergeSection } from "./merge-section";
import { baseNumber } from "./draft.server";
import type { Fields } from "./fields";
import type { Kind } from "./kinds.server";
import { stateAfter } from "./lifecycle";
import { limits } from "./limits";
import { fieldsOf, loadFace } from "./load.server";
import { mayFor } from "./policy";
import { revisionOf } from "./revision.server";
import { mayBeAsked } from "./suggestion-author.server";

export type NewSuggestion = { section: string; body: string; note: string; postId: string; authorId: string | null };

/**
 * Offers words for a section of a published text, in the transaction of whoever knows where they stand. One's own words are offered at once;
 * others are asked first. Refuses who may not (404, 403), a section that is gone, words that nobody can agree to, and the same twice (422).
 */
export async function suggest(tx: Transaction, kind: Kind, actor: Actor, language: Language, slug: string, input: NewSuggestion) {
  const { face, contribution, subject } = await loadFace(tx, kind, actor, language, slug);
  authorize(mayFor(kind).suggest(actor, subject));
  const published = face.publishedRevisionId && (await tx.revision.findUnique({ where: { id: face.publishedRevisionId } }));
  const sections = published ? (published.sections as { key: string }[]) : null;
  if (!sections || (input.section !== "" && !sections.some(({ key }) => key === input.section)))
    throw unprocessable("suggestions.error.section");
  if (!input.authorId) throw unprocessable("suggestions.error.noAuthor");
  const isOwn = input.authorId === actor.id;
  if (!isOwn && !(await mayBeAsked(tx, contribution.id, input.authorId))) throw unprocessable("suggestions.error.cannotBeAsked");
  const waiting = { faceId: face.id, postId: input.postId, state: { in: ["ASKED", "OPEN"] as SuggestionState[] } };
  if ((await tx.suggestion.count({ where: waiting })) > 0) throw unprocessable("suggestions.error.twice");

  const { id } = await tx.suggestion.create({
    data: {
      ...input,
      faceId: face.id,
      proposerId: actor.id,
      ...(isOwn ? { state: "OPEN", consentedAt: new Date() } : { state: "ASKED" }),
    },
    select: { id: true },
  });
  await record(tx, actor, "practice.suggested", { type: "CONTRIBUTION", id: contribution.id }, { suggestion: id, post: input.postId });
  return { id, isOwn };
}

/** Agrees that one's words are used as they were shown. Refuses whose words they are not (404), who is silenced (403), and what was decided (409). */
export async function agreeToSuggestion(kind: Kind, actor: Actor, id: string) {
  await db.$transaction(async (tx) => {
    const { suggestion, contributionId } = await lockSuggestion(tx, kind, id);
    if (suggestion.authorId !== actor.id) throw notFound();
    authorize(mayFor(kind).agree(actor));
    if (suggestion.state === "OPEN") return;
    if (suggestion.state !== "ASKED") throw conflict("suggestions.error.movedOn");

    await tx.suggestion.update({ where: { id }, data: { state: "OPEN", consentedAt: new Date() } });
    await record(tx, actor, "practice.suggestion_consented", { type: "CONTRIBUTION", id: contributionId }, { suggestion: id });
  });
}

/** Takes an offer back, as who wrote the words or who proposed them. Refuses everyone else (404) and what was decided (409). */
export async function withdrawSuggestion(kind: Kind, actor: Actor, id: string) {
  return db.$transaction(async (tx) => {
    const { suggestion, contributionId } = await lockSuggestion(tx, kind, id);
    if (suggestion.authorId !== actor.id && suggestion.proposerId !== actor.id) throw notFound();
    if (suggestion.state === "WITHDRAWN") return suggestion;
    if (suggestion.state !== "ASKED" && suggestion.state !== "OPEN") throw conflict("suggestions.error.movedOn");

    await tx.suggestion.update({ where: { id }, data: { state: "WITHDRAWN", decidedAt: new Date() } });
    await record(tx, actor, "practice.suggestion_withdrawn", { type: "CONTRIBUTION", id: contributionId }, { suggestion: id });
    return suggestion;
  });
}

/**
 * Puts offered words at the end of their section in one's own draft, or of the text where that section is gone; what an adaptation offers is merged with the
 * section, block by block. What the draft holds stays. Nothing is published by this. Refuses who may not revise (404, 403), what was decided or is in review (409), and a text that would become
 * too long (422).
 */
export async function takeSuggestion(kind: Kind, actor: Actor, language: Language, slug: string, id: string) {
  return db.$transaction(async (tx) => {
    const { face, contribution, subject } = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).revise(actor, subject));
    const suggestion = await openOne(tx, face.id, id);
    if (stateAfter("revise", face.state) === undefined) throw conflict("suggestions.error.inReview");

    const before = await draftedFields(tx, actor, face);
    const { body, isConflict } = suggestion.pinId
      ? await merged(tx, before.body, { ...suggestion, pinId: suggestion.pinId }, language)
      : { body: appendTo(before.body, suggestion.section, suggestion.body), isConflict: false };
    await putIntoDraft(tx, actor, face, { ...before, body });
    if (suggestion.offeredId) await bringFiles(tx, suggestion.offeredId, contribution.id, suggestion.body);
    await tx.suggestion.update({ where: { id }, data: { state: "TAKEN", deciderId: actor.id, decidedAt: new Date() } });
    await record(tx, actor, "practice.suggestion_taken", { type: "CONTRIBUTION", id: contribution.id }, { suggestion: id });
    return { isMerged: suggestion.pinId !== null, isConflict };
  });
}

/** Declines offered words, for a reason that both are told. Refuses who may not revise (404, 403) and what was decided (409). */
export async function declineSuggestion(kind: Kind, actor: Actor, language: Language, slug: string, id: string, reason: string) {
  await db.$transaction(async (tx) => {
    const { face, contribution, subject } = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).revise(actor, subject));
    await openOne(tx, face.id, id);

    await tx.suggestion.update({ where: { id }, data: { state: "DECLINED", reason, deciderId: actor.id, decidedAt: new Date() } });
    await record(tx, actor, "practice.suggestion_declined", { type: "CONTRIBUTION", id: contribution.id }, { suggestion: id });
  });
}

async function openOne(tx: Transaction, faceId: string, id: string) {
  const suggestion = await tx.suggestion.findUnique({ where: { id } });
  // What was not agreed to is nothing to the writers of the text.
  if (suggestion?.faceId !== faceId || suggestion.state === "ASKED") throw notFound();
  if (suggestion.state !== "OPEN") throw conflict("suggestions.error.movedOn");
  return suggestion;
}

/** What one's own draft of a face says, or its latest revision. */
async function draftedFields(tx: Transaction, actor: Actor, face: { id: string; latestNumber: number }): Promise<Fields> {
  const key = { faceId_accountId: { faceId: face.id, accountId: actor.id } };
  const draft = await tx.draft.findUnique({ where: key, include: baseNumber });
  return draft ? (draft.fields as unknown as Fields) : fieldsOf(await revisionOf(tx, face.id, face.latestNumber));
}

async function putIntoDraft(tx: Transaction, actor: Actor, face: { id: string; latestNumber: number }, fields: Fields) {
  if (fields.body.length > limits.body) throw unprocessable("suggestions.error.tooLong");
  const key = { faceId_accountId: { faceId: face.id, accountId: actor.id } };
  const latest = await revisionOf(tx, face.id, face.latestNumber);
  const draft = await tx.draft.findUnique({ where: key, select: { sequence: true } });
  const change = { fields: fields as unknown as Prisma.InputJsonValue, sequence: (draft?.sequence ?? 0) + 1, updatedAt: new Date() };
  await tx.draft.upsert({
    where: key,
    create: { ...change, faceId: face.id, accountId: actor.id, baseRevisionId: latest.id },
    update: change,
  });
}

/** A section as an adaptation has it, merged with the one that stands here: from the version on which the adaptation rests. One that is not here is added. */
async function merged(
  tx: Transaction,
  body: string,
  { section, body: offered, pinId }: { section: string; body: string; pinId: string },
  language: Language,
) {
  const { revision } = await tx.version.findUniqueOrThrow({ where: { id: pinId }, select: { revision: { select: { body: true } } } });
  const base = sectionsByKey(revision.body).get(section)?.text ?? "";
  const sections = sectionsByKey(body);
  const own = sections.get(section);
  const t = translator(language);
  const marks = { mine: t("suggestions.merge.markOurs"), theirs: t("suggestions.merge.markTheirs") };
  const { text, hasConflict } = own ? mergeSection(base, own.text, offered, marks) : { text: offered, hasConflict: false };
  const parts = own
    ? [...sections].map(([key, { text: stands }]) => (key === section ? text : stands))
    : [...[...sections.values()].map(({ text: stands }) => stands), text];
  return { body: `${parts.map((part) => part.trimEnd()).join("\n\n")}\n`, isConflict: hasConflict };
}

async function bringFiles(tx: Transaction, offeredId: string, contributionId: string, body: string) {
  const from = await tx.face.findUnique({ where: { id: offeredId }, select: { contributionId: true } });
  if (from) await shareFiles(tx, from.contributionId, contributionId, [body]);
}

/** A suggestion, with its contribution locked until the transaction ends: consent, withdrawal and taking come one after the other. */
async function lockSuggestion(tx: Transaction, kind: Kind, id: string) {
  const [place] = await tx.$queryRaw<{ contributionId: string }[]>`
    SELECT c.id AS "contributionId" FROM "Suggestion" u JOIN "Face" f ON f.id = u."faceId" JOIN "Contribution" c ON c.id = f."contributionId"
    WHERE u.id = ${id}::uuid AND c.kind = ${kind.kind}::"ContributionKind" FOR UPDATE OF c`;
  const { contributionId } = found(place);
  return { suggestion: await tx.suggestion.findUniqueOrThrow({ where: { id } }), contributionId };
}
