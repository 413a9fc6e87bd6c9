import { type Actor, belongsTo } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, notFound, unprocessable } from "~/platform/errors";

import { type Fields, noDetails } from "./fields";
import { eventOf, type Kind, type Rendered } from "./kinds.server";
import { fieldsOf, loadFace } from "./load.server";
import { mayFor } from "./policy";
import { closeReviews } from "./review.server";
import { addRevision, drawFields, revisionOf } from "./revision.server";
import { sectionsOf } from "./sections";
import { claimSlug } from "./slugs.server";

type New = { id: string; title: string; organization: string };

/** What a new text says already, as it was brought along; `keep` stores what belongs to it, in the same transaction. */
export type Brought = {
  fields: Pick<Fields, "summary" | "body" | "sources">;
  rendered: Rendered;
  keep: (tx: Transaction, contributionId: string) => Promise<void>;
};

/**
 * Begins a contribution in one language, with the sections of its kind. The id comes from the form, so that a form sent
 * twice begins one. Refuses who may not write for the organization (403) and an id that is someone else's (404).
 */
export async function draftContribution(kind: Kind, actor: Actor, language: Language, input: New, brought?: Brought): Promise<string> {
  authorize(mayFor(kind).draft(actor, input.organization));
  const fields = { ...noDetails, title: input.title, summary: "", body: kind.template(language), sources: "", ...brought?.fields };
  const rendered = brought?.rendered ?? (await drawFields(db, kind, null, fields, language)).rendered;
  try {
    return await db.$transaction(async (tx) => {
      const contribution = await tx.contribution.create({
        data: {
          id: input.id,
          kind: kind.kind,
          organizationId: input.organization,
          creatorId: actor.id,
          sourceLanguage: language,
          licence: noDetails.licence,
          authors: { create: { position: 0, accountId: actor.id, en: actor.name, fr: actor.name } },
        },
      });
      await brought?.keep(tx, contribution.id);
      const face = await tx.face.create({ data: { contributionId: contribution.id, language, slug: "", title: input.title, summary: "" } });
      const slug = await claimSlug(tx, kind, face, input.title);
      await tx.face.update({ where: { id: face.id }, data: { slug } });
      await addRevision(
        tx,
        kind,
        { face: { ...face, slug }, contribution: { ...contribution, authors: [], faces: [] } },
        fields,
        rendered,
        { authorId: actor.id },
      );
      await record(tx, actor, eventOf(kind, "drafted"), { type: "CONTRIBUTION", id: contribution.id }, { language });
      return slug;
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    const face = await db.face.findFirst({
      where: { contributionId: input.id, language, contribution: { creatorId: actor.id } },
      select: { slug: true },
    });
    return found(face).slug;
  }
}

/**
 * Begins the other language of a contribution: its sections with their keys, the words still to be written.
 * Gives the address of that face, also when it was there before. Refuses strangers (404, 403).
 */
export async function translateContribution(kind: Kind, actor: Actor, from: Language, slug: string): Promise<string> {
  const language = otherLanguage(from);

  return db.$transaction(async (tx) => {
    const { face, contribution, subject } = await loadFace(tx, kind, actor, from, slug);
    authorize(mayFor(kind).revise(actor, subject));
    const existing = contribution.faces.find((one) => one.language === language);
    if (existing) return existing.slug;

    const source = fieldsOf(await revisionOf(tx, face.id, face.latestNumber));
    const skeleton = { ...source, summary: "", body: skeletonOf(source.body, kind.template(language)) };
    const { fields, rendered } = await drawFields(tx, kind, contribution.id, skeleton, language);
    const begun = await tx.face.create({ data: { contributionId: contribution.id, language, slug: "", title: source.title, summary: "" } });
    const ownSlug = await claimSlug(tx, kind, begun, source.title);
    await tx.face.update({ where: { id: begun.id }, data: { slug: ownSlug } });
    await addRevision(tx, kind, { face: { ...begun, slug: ownSlug }, contribution }, fields, rendered, { authorId: actor.id });
    await record(tx, actor, eventOf(kind, "translated"), { type: "CONTRIBUTION", id: contribution.id }, { language });
    return ownSlug;
  });
}

/** The headings of a text with their keys; those of the template in the words of its language. */
function skeletonOf(body: string, template: string): string {
  const translated = new Map(sectionsOf(template).map(({ key, heading }) => [key, heading]));
  return sectionsOf(body)
    .filter(({ heading }) => heading !== "")
    .map(({ key, heading }) => `## ${translated.get(key) ?? heading} {#${key}}\n\n`)
    .join("\n");
}

/**
 * Takes a published contribution out of use: its address says so (410), why, and where to go instead. Refuses who may not
 * (404, 403), what is not published or already retired (409), and a successor that is not a published one of the kind (422).
 */
export async function retireContribution(
  kind: Kind,
  actor: Actor,
  language: Language,
  slug: string,
  input: { reason: string; successor: string },
) {
  await db.$transaction(async (tx) => {
    const { contribution, subject } = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).retire(actor, subject));
    if (contribution.publishedAt === null || contribution.retiredAt !== null) throw conflict("publishing.conflict.movedOn");

    const successorId = input.successor === "" ? null : await successorOf(input.successor);
    await tx.contribution.update({
      where: { id: contribution.id },
      data: { retiredAt: new Date(), retirementReason: input.reason, successorId },
    });
    await closeReviews(tx, contribution.id, actor);
    await record(tx, actor, eventOf(kind, "retired"), { type: "CONTRIBUTION", id: contribution.id });

    async function successorOf(address: string): Promise<string> {
      const last = address.split(/[?#]/)[0]?.split("/").filter(Boolean).pop() ?? "";
      const faces = await tx.faceSlug.findMany({
        where: { kind: kind.kind, slug: last },
        select: { face: { select: { contribution: true } } },
      });
      const successor = faces
        .map(({ face }) => face.contribution)
        .find(
          ({ id, publishedAt, retiredAt, visibility }) => id !== contribution.id && publishedAt && !retiredAt && visibility === "PUBLIC",
        );
      if (!successor) throw unprocessable("publishing.error.successorUnknown");
      return successor.id;
    }
  });
}

/** Puts away what was never published. It can be brought back. Refuses strangers (404, 403) and what was published (409). */
export async function discardContribution(kind: Kind, actor: Actor, language: Language, slug: string) {
  await db.$transaction(async (tx) => {
    const { face, contribution, subject } = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).discard(actor, subject));
    if (contribution.publishedAt !== null || contribution.discardedAt !== null) throw conflict("publishing.conflict.movedOn");
    const open = await tx.review.count({ where: { face: { contributionId: face.contributionId }, decision: null } });
    if (open > 0) throw conflict("publishing.conflict.inReview");

    await tx.contribution.update({ where: { id: contribution.id }, data: { discardedAt: new Date() } });
    await record(tx, actor, eventOf(kind, "discarded"), { type: "CONTRIBUTION", id: contribution.id });
  });
}

/** Brings back what was put away. Refuses strangers (404, 403) and what is not put away (409). */
export async function recoverContribution(kind: Kind, actor: Actor, language: Language, slug: string) {
  await db.$transaction(async (tx) => {
    const { contribution, subject } = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).discard(actor, subject));
    if (contribution.discardedAt === null) throw conflict("publishing.conflict.movedOn");

    await tx.contribution.update({ where: { id: contribution.id }, data: { discardedAt: null } });
    await record(tx, actor, eventOf(kind, "recovered"), { type: "CONTRIBUTION", id: contribution.id });
  });
}

/** The organizations for which someone may begin a contribution, by name. */
export async function organizationsToWriteFor(kind: Kind, actor: Actor, language: Language) {
  const ids = actor.organizations.map(({ id }) => id).filter((id) => belongsTo(actor, id) && mayFor(kind).draft(actor, id));
  if (ids.length === 0) throw notFound();
  return db.organizationFace.findMany({
    where: { organizationId: { in: ids }, language },
    select: { organizationId: true, name: true },
    orderBy: { name: "asc" },
    take: 100,
  });
}
