import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, conflict, found } from "~/platform/errors";

import { diffWords, type Piece } from "./diff";
import { getFaceAtWork } from "./face-at-work.server";
import { eventOf, type FaceAt, type Kind } from "./kinds.server";
import { loadFace } from "./load.server";
import { mayFor } from "./policy";
import { behindOf, declareInStep, pairOf } from "./parity.server";
import { sectionsByKey } from "./section-changes";
import { type Behind, ORDER, partsOf } from "./staleness";

const TOGETHER_MS = 200;

/** A part of a face that is behind: what the other language changed since, and what this one says. */
export type BehindPart = { key: string; heading: string; is: Behind; changes: Piece[]; own: string };

export type ParityPage = Awaited<ReturnType<typeof getParity>>;

/** What of a face is behind its other language, in their latest texts, with the difference for whoever translates. Refuses strangers (404) and who may not write (403). */
export async function getParity(kind: Kind, actor: Actor, language: Language, slug: string) {
  const { face, contribution, subject, may } = await getFaceAtWork(kind, actor, language, slug);
  authorize(may.revise(actor, subject));
  const pair = await pairOf(db, { id: face.id, contributionId: contribution.id, language });
  const other = contribution.faces.find((one) => one.language === otherLanguage(language));
  return {
    slug,
    latest: face.latestNumber,
    title: pair?.own.latest.title ?? face.title,
    other: other ? { slug: other.slug } : null,
    parts: pair ? await partsBehind(pair) : [],
  };
}

/** How many parts of a face are behind, for the form in which it is written. The caller has asked who may write. */
export async function countBehind(at: FaceAt): Promise<number> {
  const pair = await pairOf(db, at);
  return pair ? (await behindOf(db, pair.own, pair.other, "latest")).size : 0;
}

/**
 * Declares that the latest text of a face needs nothing in these parts of its other language. Refuses strangers (404), who may not write (403), and a face that was
 * revised meanwhile (409).
 */
export async function declareUnchanged(
  kind: Kind,
  actor: Actor,
  language: Language,
  slug: string,
  input: { base: number; sections: string[] },
) {
  await db.$transaction(async (tx) => {
    const { face, contribution, subject } = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).revise(actor, subject));
    const other = found(contribution.faces.find((one) => one.id !== face.id));
    const latest = await tx.revision.findFirst({ where: { faceId: other.id }, orderBy: { number: "desc" }, select: { number: true } });
    if (latest?.number !== input.base) throw conflict("parity.error.movedOn");

    const at = { id: other.id, contributionId: contribution.id, language: otherLanguage(language) };
    await declareInStep(tx, at, input.sections);
    await record(
      tx,
      actor,
      eventOf(kind, "declared_unchanged"),
      { type: "CONTRIBUTION", id: contribution.id },
      { language: otherLanguage(language), number: input.base, sections: input.sections.join(" ").slice(0, 500) },
    );
  });
}

type Pair = NonNullable<Awaited<ReturnType<typeof pairOf>>>;

async function partsBehind({ own, other }: Pair): Promise<(BehindPart & { base: number })[]> {
  const behind = await behindOf(db, own, other, "latest");
  const numbers = new Map(own.rows.map(({ section, number }) => [section, number]));
  const revisions = await db.revision.findMany({
    where: { faceId: other.id, number: { in: [...new Set(numbers.values())] } },
    select: { number: true, title: true, summary: true, sources: true, body: true },
  });
  const until = performance.now() + TOGETHER_MS;
  const [now, mine] = [partsOf(other.latest), partsOf(own.latest)];
  const headings = new Map(
    [...sectionsByKey(own.latest.body), ...sectionsByKey(other.latest.body)].map(([key, { heading }]) => [key, heading]),
  );
  return [...behind].map(([key, is]) => {
    const rendered = revisions.find(({ number }) => number === (numbers.get(is === "MOVED" ? ORDER : key) ?? 0));
    const was = rendered ? (partsOf(rendered).texts.get(key) ?? "") : "";
    return {
      key,
      heading: headings.get(key) ?? "",
      is,
      changes: diffWords(was, now.texts.get(key) ?? "", until - performance.now()),
      own: mine.texts.get(key) ?? "",
      base: other.latest.number,
    };
  });
}
