import type { Lag } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";

import type { FaceAt } from "./kinds.server";
import { type Behind, isBeside, isEmptyPart, ORDER, type Parts, partsOf, staleness, touchedBetween } from "./staleness";

/** The text of a face, as far as its other language renders it. */
type Text = { number: number; title: string; summary: string; sources: string; body: string };

type Row = { section: string; number: number; publishedNumber: number | null };

/** A face with what is needed to compare it with the other one. */
export type Compared = { id: string; latest: Text; published: Text | null; rows: Row[] };

const NOTHING: Parts = { texts: new Map(), order: [] };

/**
 * Notes what a new revision of a face renders of the other language. A part that was behind and is touched has caught up; one that was in step and is touched
 * leaves the other language behind, unless it is declared that nothing changes for translators.
 */
export async function keepRenderings(tx: Transaction, face: FaceAt, isDeclared: boolean) {
  const pair = await pairOf(tx, face);
  if (!pair) return;

  const { own, other } = pair;
  const now = partsOf(own.latest);
  const before = own.latest.number > 1 ? partsOf(await textAt(tx, own.id, own.latest.number - 1)) : NOTHING;
  const isFirst = own.latest.number === 1;
  const isBegun = isFirst && now.order.every((key) => isEmptyPart(now.texts.get(key) ?? ""));
  const touched = touchedBetween(before, now).filter((key) => !isEmptyPart(now.texts.get(key) ?? "") && !(isBegun && isBeside(key)));
  const behind = await behindOf(tx, own, other, "latest");
  const caughtUp = touched.filter(
    (key) => isDeclared || isFirst || behind.has(key) || (key === ORDER && [...behind.values()].includes("MOVED")),
  );
  const inStep = touched.filter((key) => !caughtUp.includes(key));

  // What this face says from now on is what it renders of the other one; that one renders what this face said before, or, where this was only catching up, what it says now.
  await setNumbers(tx, own.id, [...caughtUp, ...inStep], other.latest.number);
  await setNumbers(tx, other.id, isFirst ? [...caughtUp, ORDER] : caughtUp, own.latest.number);
  if (isFirst) await setNumbers(tx, own.id, [ORDER], other.latest.number);
}

/** Tells readers from now on what is behind, of what is published in both languages. */
export async function publishRenderings(tx: Transaction, face: FaceAt) {
  const pair = await pairOf(tx, face);
  if (!pair) return;

  const { own, other } = pair;
  for (const [one, another] of [
    [own, other],
    [other, own],
  ] as const) {
    if (!one.published || !another.published) continue;
    await publishNumbers(tx, one);
    const rows = await tx.rendering.findMany({ where: { faceId: one.id } });
    await setLags(tx, one.id, await behindOf(tx, { ...one, rows }, another, "published"));
  }
}

/** Declares of some parts of a face that the other language need not follow its latest text. */
export async function declareInStep(tx: Transaction, face: FaceAt, keys: string[]) {
  const pair = await pairOf(tx, face);
  if (!pair) return;
  await setNumbers(tx, pair.other.id, keys, pair.own.latest.number);
  await publishRenderings(tx, face);
}

/** Both faces of a contribution, each with its texts; null where there is but one. */
export async function pairOf(tx: Transaction, { id, contributionId }: FaceAt): Promise<{ own: Compared; other: Compared } | null> {
  const faces = await tx.face.findMany({
    where: { contributionId },
    select: {
      id: true,
      publishedRevision: { select: text },
      revisions: { orderBy: { number: "desc" }, take: 1, select: text },
      renderings: { select: { section: true, number: true, publishedNumber: true } },
    },
  });
  const compared = faces.flatMap(({ id: faceId, publishedRevision, revisions: [latest], renderings }) =>
    latest ? [{ id: faceId, latest, published: publishedRevision, rows: renderings }] : [],
  );
  const [own, other] = [compared.find((face) => face.id === id), compared.find((face) => face.id !== id)];
  return own && other ? { own, other } : null;
}

/** What of a face is behind the other one: of the latest texts, or of the published ones. */
export async function behindOf(tx: Transaction, face: Compared, other: Compared, of: "latest" | "published"): Promise<Map<string, Behind>> {
  const [own, now] = [face[of] ?? face.latest, other[of] ?? other.latest];
  const numbers = new Map(
    face.rows.map(({ section, number, publishedNumber }) => [section, of === "latest" ? number : (publishedNumber ?? 0)]),
  );
  const texts = new Map<number, Parts>([[now.number, partsOf(now)]]);
  const needed = [...new Set(numbers.values())].filter((number) => number > 0 && !texts.has(number));
  const revisions = await tx.revision.findMany({ where: { faceId: other.id, number: { in: needed } }, select: text });
  for (const revision of revisions) texts.set(revision.number, partsOf(revision));

  const rendered = new Map<string, string | null>();
  for (const [section, number] of numbers) {
    // Readers of a text that renders what is not published yet are not behind.
    const at = texts.get(Math.min(number, of === "published" ? now.number : number));
    rendered.set(section, at?.texts.get(section) ?? null);
  }
  const order = texts.get(Math.min(numbers.get(ORDER) ?? 0, now.number))?.order ?? [];
  rendered.delete(ORDER);
  const [mine, theirs] = [partsOf(own).texts, partsOf(now)];
  const behind = staleness({ texts: rendered, order }, theirs, new Set(mine.keys()));
  // The same list of sources in both languages needs no translation.
  if (mine.get(":sources") === theirs.texts.get(":sources")) behind.delete(":sources");
  return behind;
}

const text = { number: true, title: true, summary: true, sources: true, body: true } as const;

const textAt = (tx: Transaction, faceId: string, number: number): Promise<Text> =>
  tx.revision.findUniqueOrThrow({ where: { faceId_number: { faceId, number } }, select: text });

async function setNumbers(tx: Transaction, faceId: string, keys: string[], number: number) {
  if (keys.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Rendering" ("faceId", section, number) SELECT ${faceId}::uuid, key, ${number} FROM unnest(${[...new Set(keys)]}::text[]) AS key
    ON CONFLICT ("faceId", section) DO UPDATE SET number = excluded.number`;
}

/** A part whose published text is the latest one renders what that renders. */
async function publishNumbers(tx: Transaction, { id, latest, published, rows }: Compared) {
  if (!published) return;
  const [now, shown] = [partsOf(latest), partsOf(published)];
  const same = rows.filter(({ section }) =>
    section === ORDER ? now.order.join() === shown.order.join() : now.texts.get(section) === shown.texts.get(section),
  );
  await tx.$executeRaw`
    UPDATE "Rendering" SET "publishedNumber" = number WHERE "faceId" = ${id}::uuid AND section = ANY(${same.map(({ section }) => section)}::text[])`;
}

async function setLags(tx: Transaction, faceId: string, behind: Map<string, Behind>) {
  const keys = [...behind.keys()];
  await tx.$executeRaw`
    UPDATE "Rendering" SET lag = 'NONE', "laggingSince" = NULL WHERE "faceId" = ${faceId}::uuid AND lag <> 'NONE' AND NOT section = ANY(${keys}::text[])`;
  if (keys.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Rendering" AS r ("faceId", section, number, "publishedNumber", lag, "laggingSince")
    SELECT ${faceId}::uuid, key, 0, 0, lag::"Lag", now() FROM unnest(${keys}::text[], ${[...behind.values()] as Lag[]}::text[]) AS told (key, lag)
    ON CONFLICT ("faceId", section) DO UPDATE SET lag = excluded.lag, "laggingSince" = coalesce(r."laggingSince", excluded."laggingSince")`;
}
