import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { RENDERER, renderMarkdown, renderSources } from "~/platform/markdown.server";
import type { Pictures } from "~/platform/markdown-post";
import { plainText } from "~/platform/plain-text";

import { baseNumber, isKnownTo } from "./draft.server";
import { areSame, type Details, detailsOf, type Fields } from "./fields";
import { eventOf, type Kind, type Rendered } from "./kinds.server";
import { stateAfter } from "./lifecycle";
import { fieldsOf, type Loaded, loadFace } from "./load.server";
import { keepRenderings, publishRenderings } from "./parity.server";
import { mayFor } from "./policy";
import { projectDetails, visibilityAfter } from "./projection.server";
import { sectionsOf, withKeys } from "./sections";
import { claimSlug, speaksFor } from "./slugs.server";
import { unknownTerms } from "./terms.server";

const YEAR_MS = 365 * 86_400_000;

export type Revised =
  | { outcome: "revised"; number: number }
  /** Someone else was faster: their text, and the one that both started from. Nothing was changed. */
  | { outcome: "merge"; theirs: Fields; base: Fields; number: number; sequence: number };

/** `isUnchanged`: whoever saves declares that nothing changes for the other language. */
type Input = { base: number; sequence: number; fields: Fields; isUnchanged?: boolean };

/**
 * Saves a new revision of a face. A save that started from an older revision, or in an older window, changes nothing and
 * gets the newer text to merge with. Refuses strangers (404, 403), a text under review (409), unknown choices (422).
 */
export async function revise(kind: Kind, actor: Actor, language: Language, slug: string, input: Input): Promise<Revised> {
  const id = kind.draw && (await idAt(kind, actor, language, slug));
  const { fields, rendered } = await drawFields(db, kind, id, { ...input.fields, body: withKeys(input.fields.body) }, language);

  return db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    const { face, subject } = loaded;
    authorize(mayFor(kind).revise(actor, subject));

    const latest = await revisionOf(tx, face.id, face.latestNumber);
    const draft = await tx.draft.findUnique({ where: { faceId_accountId: { faceId: face.id, accountId: actor.id } }, include: baseNumber });
    const isAhead = draft !== null && !isKnownTo(input, draft) && !areSame(draft.fields as unknown as Fields, input.fields);
    if (areSame(fieldsOf(latest), fields)) {
      if (draft && !isAhead) await tx.draft.delete({ where: { id: draft.id } });
      return { outcome: "revised", number: latest.number };
    }
    if (stateAfter("revise", face.state) === undefined) throw conflict("publishing.conflict.inReview");
    if ((await unknownTerms(tx, fields)).length > 0) throw unprocessable("publishing.error.unknownChoice");

    const base = fieldsOf((await tx.revision.findUnique({ where: { faceId_number: { faceId: face.id, number: input.base } } })) ?? latest);
    const sequence = draft?.sequence ?? 0;
    // Sequence 0 knows no draft: whoever merges with the revision is shown their own newer draft next.
    if (latest.number !== input.base)
      return { outcome: "merge", theirs: fieldsOf(latest), base, number: latest.number, sequence: isAhead ? 0 : sequence };
    if (isAhead) return { outcome: "merge", theirs: draft.fields as unknown as Fields, base, number: latest.number, sequence };

    const isUnchanged = input.isUnchanged === true && loaded.contribution.faces.length > 1;
    const number = await addRevision(tx, kind, loaded, fields, rendered, { authorId: actor.id, isUnchanged });
    if (isUnchanged)
      await record(
        tx,
        actor,
        eventOf(kind, "declared_unchanged"),
        { type: "CONTRIBUTION", id: loaded.contribution.id },
        { language, number },
      );
    await tx.draft.deleteMany({ where: { faceId: face.id, accountId: actor.id } });
    await record(tx, actor, eventOf(kind, "revised"), { type: "CONTRIBUTION", id: loaded.contribution.id }, { language, number });
    return { outcome: "revised", number };
  });
}

/** Makes an earlier revision the latest again, as a new one. Refuses strangers (404, 403) and a text under review (409). */
export async function restoreRevision(kind: Kind, actor: Actor, language: Language, slug: string, number: number): Promise<number> {
  return db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).revise(actor, loaded.subject));
    if (stateAfter("revise", loaded.face.state) === undefined) throw conflict("publishing.conflict.inReview");

    const wanted = found(await tx.revision.findUnique({ where: { faceId_number: { faceId: loaded.face.id, number } } }));
    const latest = await revisionOf(tx, loaded.face.id, loaded.face.latestNumber);
    if (areSame(fieldsOf(wanted), fieldsOf(latest))) throw conflict("publishing.conflict.sameText");

    await kind.restore(tx, loaded.contribution.id, fieldsOf(wanted).own ?? {});
    const restored = await addRevision(tx, kind, loaded, fieldsOf(wanted), wanted, { authorId: actor.id, restoredFrom: number });
    await record(
      tx,
      actor,
      eventOf(kind, "restored"),
      { type: "CONTRIBUTION", id: loaded.contribution.id },
      { language, number: restored, from: number },
    );
    return restored;
  });
}

/** Which contribution stands at an address, before it is locked. Refuses strangers (404). */
export async function idAt(kind: Kind, actor: Actor, language: Language, slug: string): Promise<string> {
  return db.$transaction(async (tx) => (await loadFace(tx, kind, actor, language, slug)).contribution.id);
}

/** Draws a text as its kind does, with what its form does not carry. Without an id it is one that is not kept yet. Refuses like renderFields. */
export async function drawFields(
  reader: Transaction,
  kind: Kind,
  contributionId: string | null,
  fields: Fields,
  language: Language,
): Promise<{ fields: Fields; rendered: Rendered }> {
  if (kind.draw && contributionId !== null) return kind.draw(reader, contributionId, fields, language);
  return { fields, rendered: await renderFields(fields, language) };
}

/** Renders what is stored beside the text. Refuses Markdown that cannot be drawn safely in time (422). */
export async function renderFields(fields: Pick<Fields, "body" | "sources">, language: Language, pictures?: Pictures): Promise<Rendered> {
  const [{ html, words }, sourcesHtml] = await Promise.all([
    renderMarkdown(fields.body, pictures ? { language, pictures } : { language }),
    renderSources(fields.sources, { language }),
  ]);
  return { html, sourcesHtml, words };
}

type Target = Pick<Loaded, "contribution"> & {
  face: Pick<Loaded["face"], "id" | "language" | "state" | "latestNumber" | "publishedRevisionId" | "slug">;
};

/** Appends a revision to a face and gives its number. Until something is published, the latest revision names the contribution. */
export async function addRevision(
  tx: Transaction,
  kind: Kind,
  { face, contribution }: Target,
  fields: Fields,
  rendered: Rendered,
  by: { authorId: string | null; restoredFrom?: number; isUnchanged?: boolean },
): Promise<number> {
  const number = face.latestNumber + 1;
  const { title, summary, body, sources } = fields;
  await tx.revision.create({
    data: {
      faceId: face.id,
      number,
      title,
      summary,
      body,
      sources,
      details: detailsOf(fields),
      html: rendered.html,
      sourcesHtml: rendered.sourcesHtml,
      sections: sectionsOf(body)
        .filter(({ heading }) => heading !== "")
        .map(({ key, heading }) => ({ key, heading })),
      words: rendered.words,
      renderer: RENDERER,
      authorId: by.authorId,
      restoredFrom: by.restoredFrom ?? null,
    },
  });
  await tx.face.update({
    where: { id: face.id },
    data: {
      latestNumber: number,
      state: stateAfter("revise", face.state) ?? face.state,
      ...(face.publishedRevisionId === null ? { title, summary } : {}),
    },
  });
  if (contribution.publishedAt === null) await projectDetails(tx, kind, contribution.id, fields);
  const at = { id: face.id, contributionId: contribution.id, language: face.language };
  if (face.publishedRevisionId === null) await kind.projectFace(tx, at, fields);
  // What is imported brings both languages.
  await keepRenderings(tx, at, by.isUnchanged === true || by.authorId === null);

  return number;
}

/** Makes a revision the one that readers see, with all that it says about itself. */
export async function publishRevision(
  tx: Transaction,
  kind: Kind,
  { face, contribution }: Target,
  number: number,
  {
    keepSlug = false,
    reviewedOn = new Date(),
    nextReviewDue = new Date(reviewedOn.getTime() + YEAR_MS),
  }: { keepSlug?: boolean; reviewedOn?: Date; nextReviewDue?: Date } = {},
) {
  const revision = await revisionOf(tx, face.id, number);
  const published = face.publishedRevisionId && (await tx.revision.findUniqueOrThrow({ where: { id: face.publishedRevisionId } }));
  const slug =
    face.publishedRevisionId === null && !keepSlug && !speaksFor(face.slug, revision.title)
      ? await claimSlug(tx, kind, face, revision.title)
      : face.slug;
  const now = new Date();
  const versions = await tx.version.count({ where: { faceId: face.id } });
  await tx.version.create({ data: { faceId: face.id, number: versions + 1, revisionId: revision.id, publishedAt: now } });
  await tx.face.update({
    where: { id: face.id },
    data: {
      slug,
      title: revision.title,
      summary: revision.summary,
      text: plainText(revision.html),
      state: "PUBLISHED",
      publishedRevisionId: revision.id,
      modifiedAt: now,
      ...(face.publishedRevisionId === null ? { publishedAt: now } : {}),
    },
  });
  await tx.contribution.update({
    where: { id: contribution.id },
    data: { reviewedOn, nextReviewDue, ...(contribution.publishedAt === null ? { publishedAt: now } : {}) },
  });
  const details = revision.details as Details;
  const before = published ? (published.details as Details).visibility : null;
  const visibility = visibilityAfter(contribution.publishedAt && contribution.visibility, before, details.visibility);
  await projectDetails(tx, kind, contribution.id, { ...details, visibility });
  const at = { id: face.id, contributionId: contribution.id, language: face.language };
  await kind.projectFace(tx, at, fieldsOf(revision));
  await publishRenderings(tx, at);
}

export const revisionOf = (tx: Transaction, faceId: string, number: number) =>
  tx.revision.findUniqueOrThrow({ where: { faceId_number: { faceId, number } } });
