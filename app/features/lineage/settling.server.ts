import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { diffWords, type Piece } from "~/features/publishing/diff";
import type { Fields } from "~/features/publishing/fields";
import { picturesIn } from "~/features/publishing/files.server";
import type { Kind } from "~/features/publishing/kinds.server";
import { stateAfter } from "~/features/publishing/lifecycle";
import { limits } from "~/features/publishing/limits";
import { fieldsOf, type Loaded, loadFace } from "~/features/publishing/load.server";
import { mergeSection } from "~/features/publishing/merge-section";
import { mayFor } from "~/features/publishing/policy";
import { addRevision, renderFields } from "~/features/publishing/revision.server";
import { withKeys } from "~/features/publishing/sections";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, notFound, unprocessable } from "~/platform/errors";

import { withPin } from "./drawing.server";
import { type PinOf, pinOf } from "./pin";
import type { Settlement } from "./schema.server";
import { choicesFor, settled, type UpstreamSection, upstreamSections } from "./upstream";

const TOGETHER_MS = 200;

/** One section as the page shows it: what the parent changed, what the edition has, and what a merge of the two would be. */
export type ShownSection = Pick<UpstreamSection, "key" | "heading" | "parent" | "isOurs"> & {
  choices: ReturnType<typeof choicesFor>;
  changes: Piece[];
  ours: string;
  merged: { text: string; hasConflict: boolean } | null;
};

export type UpstreamPage = Awaited<ReturnType<typeof getUpstream>>;

/**
 * What the parent of an edition changed since the version on which the edition's latest text rests, as far as it concerns the edition. Refuses strangers and
 * what is no edition (404), and who may not revise it (403).
 */
export async function getUpstream(kind: Kind, actor: Actor, language: Language, slug: string) {
  return db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).revise(actor, loaded.subject));
    const { latest, pin, current, pinned } = await standing(tx, loaded);
    const sections = current ? upstreamSections(pinned.body, latest.body, current.body) : [];
    return {
      slug,
      title: latest.title,
      base: latest.number,
      isInReview: loaded.face.state === "IN_REVIEW",
      from: pinned.number,
      parent: current && { title: current.title, slug: current.slug, to: current.versionId, number: current.number },
      isNewer: current !== null && current.versionId !== pin.versionId,
      sections: shownSections(sections, language),
    };
  });
}

/**
 * Takes, keeps or merges what the parent changed, as was chosen for each section: a new revision that rests on the parent's current version, and goes on
 * through its review. Refuses strangers (404), who may not revise (403), a parent or an edition that changed meanwhile, unsaved words of one's own,
 * and a text in review (409); and a text that would become too long (422).
 */
export async function settleUpstream(
  kind: Kind,
  actor: Actor,
  language: Language,
  slug: string,
  input: Settlement,
): Promise<{ conflicts: string[] }> {
  const { fields, rendered, conflicts } = await prepared(kind, actor, language, slug, input);

  return db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).revise(actor, loaded.subject));
    const { latest, pin, current } = await standing(tx, loaded);
    // The second click of two.
    if (pin.versionId === input.to) return { conflicts: [] };
    if (latest.number !== input.base) throw conflict("upstream.error.revised");
    if (current?.versionId !== input.to) throw conflict("upstream.error.parentMoved");
    if (stateAfter("revise", loaded.face.state) === undefined) throw conflict("upstream.error.inReview");
    const drafts = await tx.draft.count({ where: { faceId: loaded.face.id, accountId: actor.id } });
    if (drafts > 0) throw conflict("upstream.error.ownDraft");

    const number = await addRevision(tx, kind, loaded, fields, rendered, { authorId: actor.id });
    await record(
      tx,
      actor,
      "practice.upstream_settled",
      { type: "CONTRIBUTION", id: loaded.contribution.id },
      { language, number, version: input.to },
    );
    return { conflicts };
  });
}

/** The text after the choices, drawn before anything is locked. What it is made of never changes, so it holds as long as the numbers do. */
async function prepared(kind: Kind, actor: Actor, language: Language, slug: string, input: Settlement) {
  const { id, latest, pin, pinned, current } = await db.$transaction(async (tx) => {
    const loaded = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).revise(actor, loaded.subject));
    return { id: loaded.contribution.id, ...(await standing(tx, loaded)) };
  });
  const t = translator(language);
  const marks = { mine: t("upstream.merge.markOurs"), theirs: t("upstream.merge.markTheirs") };
  const { body, conflicts } = settled(pinned.body, latest.body, current?.body ?? pinned.body, input.choices, marks);
  const keyed = withKeys(body);
  if (keyed.length > limits.body) throw unprocessable("publishing.error.bodyTooLong");
  const fields = withPin({ ...fieldsOf(latest), body: keyed } as Fields, { ...pin, versionId: input.to }, current?.body ?? pinned.body);
  return { fields, conflicts, rendered: await renderFields(fields, language, await picturesIn(db, id, keyed)) };
}

/** The latest text of a face with its pin, and what the parent says in that language today; null where it says nothing any more. */
async function standing(tx: Transaction, { face, contribution }: Loaded) {
  const latest = await tx.revision.findUniqueOrThrow({ where: { faceId_number: { faceId: face.id, number: face.latestNumber } } });
  const pin: PinOf | null = pinOf(fieldsOf(latest).own);
  if (!pin) throw notFound();
  const version = await tx.version.findUnique({
    where: { id: pin.versionId },
    select: { number: true, revision: { select: { body: true } } },
  });
  const { number, revision } = found(version);
  return { latest, pin, pinned: { number, body: revision.body }, current: await parentOf(tx, contribution.id, face.language) };
}

async function parentOf(tx: Transaction, editionId: string, language: Language) {
  const [current] = await tx.$queryRaw<{ versionId: string; number: number; body: string; title: string; slug: string }[]>`
    SELECT v.id AS "versionId", v.number, r.body, r.title, f.slug
    FROM "Edition" e JOIN "Contribution" c ON c.id = e."parentId" AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL AND c."hiddenAt" IS NULL
      JOIN "Face" f ON f."contributionId" = c.id AND f.language = ${language}::"Language"
      JOIN "Revision" r ON r.id = f."publishedRevisionId" JOIN "Version" v ON v."revisionId" = r.id AND v."hiddenAt" IS NULL
    WHERE e."contributionId" = ${editionId}::uuid`;
  return current ?? null;
}

function shownSections(sections: UpstreamSection[], language: Language): ShownSection[] {
  const t = translator(language);
  const marks = { mine: t("upstream.merge.markOurs"), theirs: t("upstream.merge.markTheirs") };
  const until = performance.now() + TOGETHER_MS;
  return sections.map((section) => {
    const { key, heading, parent, isOurs, base, ours, theirs } = section;
    const choices = choicesFor(section);
    return {
      key,
      heading,
      parent,
      isOurs,
      choices,
      changes: diffWords(base.trimEnd(), theirs.trimEnd(), until - performance.now()),
      ours,
      merged: choices.includes("merge") ? mergeSection(base, ours, theirs, marks) : null,
    };
  });
}
