import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import { diffWords } from "~/features/publishing/diff";
import type { Kind } from "~/features/publishing/kinds.server";
import { fieldsOf, type Loaded, loadFace } from "~/features/publishing/load.server";
import { mayFor } from "~/features/publishing/policy";
import { changesBetween, sectionsByKey } from "~/features/publishing/section-changes";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";

import { pinOf } from "./pin";
import type { Improvement } from "./schema.server";

const TOGETHER_MS = 200;

/** A section that an edition has otherwise than its original had it, or has of its own. */
export type Offerable = { key: string; heading: string; kind: "CHANGED" | "ADDED"; before: string; text: string };

/** What an edition has published otherwise than the version of the original on which it rests, for those who may offer it back. Refuses like offerImprovement. */
export async function getForImprovement(kind: Kind, actor: Actor, language: Language, slug: string) {
  const { loaded, original, offerable, waiting } = await db.$transaction(async (tx) => standing(tx, kind, actor, language, slug));
  const until = performance.now() + TOGETHER_MS;
  return {
    slug: loaded.face.slug,
    title: loaded.face.title,
    original: { title: original.face.title, slug: original.face.slug },
    sections: offerable.map(({ key, heading, kind: change, before, text }) => ({
      key,
      heading,
      kind: change,
      isWaiting: waiting.includes(key),
      changes: diffWords(before.trimEnd(), text.trimEnd(), until - performance.now()),
    })),
  };
}

/**
 * Offers sections that an edition has published to the writers of its original, each as a proposal of the person who offers it. Taking one merges it into
 * their draft, which goes through its review. Refuses strangers and what is no edition (404), who may not write the edition (403), an original that is gone
 * or not published in that language (409), and sections that are not different, or are offered already (422).
 */
export async function offerImprovement(kind: Kind, actor: Actor, language: Language, slug: string, input: Improvement) {
  await spend(actor, "proposals");
  return db.$transaction(async (tx) => {
    const { loaded, original, offerable, waiting, pinId } = await standing(tx, kind, actor, language, slug);
    const chosen = [...new Set(input.sections)].map((key) => offerable.find((section) => section.key === key));
    if (chosen.some((section) => !section || waiting.includes(section.key))) throw unprocessable("upstream.error.notOffered");

    for (const section of chosen) {
      const { key = "", text = "" } = section ?? {};
      const { id } = await tx.suggestion.create({
        data: {
          faceId: original.face.id,
          section: key,
          body: text,
          note: input.note,
          offeredId: loaded.face.id,
          pinId,
          proposerId: actor.id,
          authorId: actor.id,
          state: "OPEN",
          consentedAt: new Date(),
        },
        select: { id: true },
      });
      await record(
        tx,
        actor,
        "practice.suggested",
        { type: "CONTRIBUTION", id: original.contribution.id },
        { suggestion: id, edition: loaded.contribution.id },
      );
    }
    return original.face.slug;
  });
}

/** The edition, its original, and what of the one may be offered to the other. */
async function standing(tx: Transaction, kind: Kind, actor: Actor, language: Language, slug: string) {
  const loaded = await loadFace(tx, kind, actor, language, slug);
  authorize(mayFor(kind).revise(actor, loaded.subject));
  const edition = found(await tx.edition.findUnique({ where: { contributionId: loaded.contribution.id }, select: { parentId: true } }));
  const original = await originalOf(tx, kind, actor, language, edition.parentId);
  const published = loaded.face.publishedRevisionId
    ? await tx.revision.findUnique({ where: { id: loaded.face.publishedRevisionId } })
    : null;
  if (!published) throw conflict("upstream.error.notPublished");
  const pin = pinOf(fieldsOf(published).own);
  const pinned = found(pin && (await tx.version.findUnique({ where: { id: pin.versionId }, select: { id: true, revision: true } })));

  const waiting = await tx.suggestion.findMany({
    where: { offeredId: loaded.face.id, faceId: original.face.id, state: "OPEN" },
    select: { section: true },
    take: 400,
  });
  return {
    loaded,
    original,
    pinId: pinned.id,
    offerable: offerableIn(pinned.revision.body, published.body),
    waiting: waiting.map(({ section }) => section),
  };
}

async function originalOf(tx: Transaction, kind: Kind, actor: Actor, language: Language, parentId: string): Promise<Loaded> {
  const face = await tx.face.findUnique({
    where: { contributionId_language: { contributionId: parentId, language } },
    select: { slug: true, publishedRevisionId: true },
  });
  if (!face?.publishedRevisionId) throw conflict("upstream.error.originalGone");
  const original = await loadFace(tx, kind, actor, language, face.slug).catch(asGone);
  if (!mayFor(kind).suggest(actor, original.subject)) throw conflict("upstream.error.originalGone");
  return original;
}

/** An original that the person may not read any more is as good as gone. */
function asGone(refusal: unknown): never {
  if (refusal instanceof Response && refusal.status === 404) throw conflict("upstream.error.originalGone");
  throw refusal;
}

function offerableIn(parent: string, edition: string): Offerable[] {
  const [before, after] = [sectionsByKey(parent), sectionsByKey(edition)];
  return changesBetween(parent, edition).flatMap(({ kind, key, heading }) =>
    (kind === "CHANGED" || kind === "ADDED") && key !== ""
      ? [{ key, heading, kind, before: before.get(key)?.text ?? "", text: after.get(key)?.text ?? "" }]
      : [],
  );
}
