import type { Actor } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { record } from "~/features/activity/record.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { enqueue } from "~/platform/queue.server";
import { limit } from "~/platform/rate-limit.server";

import { decodeBibliography, MOST_BYTES, STYLER } from "./bibliography.server";
import { type CslItem, keysFor } from "./csl";
import { type Choice, chosenOf, exceptionsAfter, type Head } from "./import-entry";
import { knownIn } from "./import-queries.server";
import { readAndStyle, readData } from "./import-reading.server";
import { limits } from "./limits";
import { keysGiven, loadList } from "./reference-list.server";

const DAY_MS = 86_400_000;
const KEPT_MS = 7 * DAY_MS;
const TIMEOUT_MS = 60_000;
/** In characters: so much is read while one waits, anything longer by a job. */
const READ_AT_ONCE = 60_000;

/** The text that someone brought, as a file or typed in. Refuses what is no text, too long or nothing (422). */
export function textOf(file: Uint8Array | null, pasted: string): string {
  if ((file?.byteLength ?? Buffer.byteLength(pasted)) > MOST_BYTES) throw unprocessable("references.fault.tooBig");
  const decoded = file ? decodeBibliography(file) : { text: pasted };
  if (!decoded) throw unprocessable("references.fault.binary");
  const text = decoded.text.replaceAll("\0", "").toWellFormed();
  if (text.trim() === "") throw unprocessable("references.error.nothing");
  return text;
}

/**
 * Brings a bibliography to a summary, to be looked at before anything of it is taken over. The id comes from the form: sent twice, it is
 * brought once. Refuses strangers (404), who may not write on it (403), a second one while one is open (409), and too many (429).
 */
export async function bringReferences(
  actor: Actor,
  language: Language,
  slug: string,
  { id, format, text }: { id: string; format: string; text: string },
) {
  authorize(allows(actor, "summary.write"));
  await db.$transaction((tx) => loadList(tx, actor, language, slug));
  await limit("reference imports by account", actor.id);
  const read = text.length <= READ_AT_ONCE ? await readAndStyle(text, format) : null;

  await db.$transaction(async (tx) => {
    const { contribution } = await loadList(tx, actor, language, slug);
    const own = await tx.referenceImport.findMany({
      where: { contributionId: contribution.id, accountId: actor.id },
      select: { id: true, state: true },
    });
    if (own.some((one) => one.id === id)) return;
    if (own.some(({ state }) => state !== "FAILED" && state !== "TAKEN")) throw conflict("references.conflict.importOpen");

    await tx.referenceImport.deleteMany({ where: { contributionId: contribution.id, accountId: actor.id, state: "FAILED" } });
    const begun = { id, contributionId: contribution.id, accountId: actor.id, format };
    if (read?.fault) await tx.referenceImport.create({ data: { ...begun, text, state: "FAILED", fault: read.fault } });
    else if (read) await tx.referenceImport.create({ data: { ...begun, ...readData(read.format ?? format, read.stored) } });
    else {
      await tx.referenceImport.create({ data: { ...begun, text } });
      await enqueue(tx, "read-references", { importId: id }, `read-references:${id}`);
    }
  });
}

/** Keeps what was chosen on one page of the preview. Refuses strangers (404), who may not write on it (403), and what is not to be chosen from any more (409). */
export async function chooseEntries(actor: Actor, language: Language, slug: string, id: string, choice: Choice) {
  await db.$transaction(async (tx) => {
    const { contribution } = await loadList(tx, actor, language, slug);
    await choose(tx, await openImport(tx, actor, contribution.id, id), choice);
  });
}

/** How many were taken over; `leftOut`: how many more were chosen, but had been added to the list in the meantime. */
type Taken = { taken: number; leftOut: number };

/**
 * Takes the chosen entries of an import over into the list, all of them or none. What is in the list by now is left out. Asked twice it happens
 * once. Refuses strangers (404), who may not write on it (403), what is not read yet or chosen no entry of (409), and more than 5,000 (422).
 */
export async function acceptImport(
  actor: Actor,
  language: Language,
  slug: string,
  id: string,
  choice: Choice & { elsewhere: number },
): Promise<Taken> {
  return db.$transaction(
    async (tx) => {
      const { contribution } = await loadList(tx, actor, language, slug);
      const own = found(await importOf(tx, actor, contribution.id, id));
      if (own.state === "TAKEN") return { taken: own.done, leftOut: 0 };
      const { heads, known, exceptions } = await choose(tx, await openImport(tx, actor, contribution.id, id), choice);
      const chosen = chosenOf(heads, known, exceptions);
      if (chosen.length === 0) throw conflict("references.conflict.nothingChosen");
      if (known.count + chosen.length > limits.references) throw unprocessable("references.error.tooMany");

      await takeOver(tx, actor, contribution.id, id, chosen, heads);
      await tx.referenceImport.update({
        where: { id },
        data: { state: "TAKEN", done: chosen.length, entries: [], updatedAt: new Date() },
        select: { id: true },
      });
      await record(
        tx,
        actor,
        "summary.references_imported",
        { type: "CONTRIBUTION", id: contribution.id },
        { count: chosen.length, format: own.format },
      );
      return { taken: chosen.length, leftOut: Math.max(0, choice.elsewhere + choice.chosen.length - chosen.length) };
    },
    { timeout: TIMEOUT_MS, maxWait: TIMEOUT_MS },
  );
}

/** Throws away what was brought and not taken over. Refuses strangers (404), and who may not write on it (403). */
export async function abandonImport(actor: Actor, language: Language, slug: string, id: string) {
  await db.$transaction(async (tx) => {
    const { contribution } = await loadList(tx, actor, language, slug);
    found(await importOf(tx, actor, contribution.id, id));
    await tx.referenceImport.deleteMany({ where: { id } });
  });
}

/** Forgets what was brought a week ago. */
export async function forgetOldImports() {
  await db.referenceImport.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_MS) } } });
}

/** Only one's own; those of others do not exist. */
const importOf = (tx: Transaction, actor: Actor, contributionId: string, id: string) =>
  tx.referenceImport.findUnique({
    where: { id, contributionId, accountId: actor.id },
    select: { id: true, state: true, done: true, format: true, exceptions: true },
  });

type Open = { id: string; contributionId: string; heads: Head[]; exceptions: number[] };

async function openImport(tx: Transaction, actor: Actor, contributionId: string, id: string): Promise<Open> {
  const own = found(await importOf(tx, actor, contributionId, id));
  if (own.state !== "READ") throw conflict("references.conflict.importMovedOn");
  const [row] = await tx.$queryRaw<{ heads: Head[] }[]>`SELECT entries->'heads' AS heads FROM "ReferenceImport" WHERE id = ${id}::uuid`;
  return { id, contributionId, heads: row?.heads ?? [], exceptions: own.exceptions };
}

async function choose(tx: Transaction, { id, contributionId, heads, exceptions }: Open, choice: Choice) {
  const after = exceptionsAfter(heads, exceptions, choice);
  await tx.referenceImport.update({ where: { id }, data: { exceptions: after, updatedAt: new Date() }, select: { id: true } });
  return { heads, known: await knownIn(tx, contributionId), exceptions: after };
}

/** One statement for all, out of what is stored, so that thousands do not travel to and fro. */
async function takeOver(tx: Transaction, actor: Actor, contributionId: string, id: string, chosen: number[], heads: Head[]) {
  const [row] = await tx.$queryRaw<{ items: CslItem[] }[]>`
    SELECT jsonb_agg(e.entry->'item' ORDER BY e.number) AS items
    FROM "ReferenceImport" i, jsonb_array_elements(i.entries->'entries') WITH ORDINALITY e(entry, number)
    WHERE i.id = ${id}::uuid AND e.number - 1 = ANY(${chosen}::int[])`;
  const keys = keysFor(row?.items ?? [], await keysGiven(tx, contributionId));
  const likenesses = chosen.map((index) => heads[index]?.likeness ?? "");
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "Reference" (id, "contributionId", key, csl, doi, likeness, styled, styler, "adderId")
    SELECT gen_random_uuid(), ${contributionId}::uuid, k.key, e.entry->'item', e.entry->'item'->>'DOI', k.likeness, e.entry->'styled', ${STYLER}, ${actor.id}::uuid
    FROM "ReferenceImport" i
      CROSS JOIN unnest(${chosen}::int[], ${keys}::text[], ${likenesses}::text[]) k(index, key, likeness)
      JOIN jsonb_array_elements(i.entries->'entries') WITH ORDINALITY e(entry, number) ON e.number = k.index + 1
    WHERE i.id = ${id}::uuid`);
}
