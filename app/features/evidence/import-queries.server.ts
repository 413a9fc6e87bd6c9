import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { found } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";

import { chosenOf, type Entry, type Head, isProposed, type Known, knownAs } from "./import-entry";
import { PREVIEWED } from "./import-pages";
import { getListAtWork } from "./reference-queries.server";

/** A failed paste up to this length comes back into the form, to be mended. In characters. */
const MENDED = 300_000;

/** What stands in the list of a summary, and how many they are. */
export async function knownIn(tx: Transaction, contributionId: string): Promise<Known & { count: number }> {
  const rows = await tx.reference.findMany({
    where: { contributionId, removedAt: null },
    select: { key: true, doi: true, likeness: true },
  });
  return {
    dois: new Map(rows.flatMap(({ doi, key }) => (doi === null ? [] : [[doi, key] as const]))),
    likenesses: new Map(rows.map(({ likeness, key }) => [likeness, key])),
    count: rows.length,
  };
}

/** What someone who brings a bibliography to a summary starts from: one that is open already, or the text of one that could not be read. */
export async function getForImport(actor: Actor, language: Language, slug: string) {
  const { contributionId, ...summary } = await getListAtWork(actor, language, slug);
  const own = await db.referenceImport.findMany({
    where: { contributionId, accountId: actor.id, state: { not: "TAKEN" } },
    orderBy: { createdAt: "desc" },
    select: { id: true, state: true, format: true, text: true, fault: true },
  });
  const open = own.find(({ state }) => state !== "FAILED");
  const failed = own.find(({ state }) => state === "FAILED");
  return {
    ...summary,
    id: newId(),
    open: open?.id ?? null,
    failed: failed ? { format: failed.format, fault: failed.fault, text: (failed.text?.length ?? 0) <= MENDED ? failed.text : null } : null,
  };
}

/** One's own import: how far it is, or a page of what was read. That of others does not exist (404). */
export async function getImport(actor: Actor, language: Language, slug: string, id: string, page: number) {
  const { contributionId, ...summary } = await getListAtWork(actor, language, slug);
  const own = found(
    await db.referenceImport.findUnique({
      where: { id, contributionId, accountId: actor.id },
      select: { id: true, state: true, done: true, total: true, fault: true, format: true, exceptions: true },
    }),
  );
  return { ...summary, ...own, preview: own.state === "READ" ? await previewOf(own, contributionId, language, page) : null };
}

export type ImportPreview = Awaited<ReturnType<typeof previewOf>>;

export type PreviewedEntry = ImportPreview["entries"][number];

async function previewOf(
  { id, exceptions }: { id: string; exceptions: number[] },
  contributionId: string,
  language: Language,
  page: number,
) {
  const from = (page - 1) * PREVIEWED;
  const [known, [row]] = await Promise.all([
    knownIn(db, contributionId),
    db.$queryRaw<{ heads: Head[]; entries: Entry[] }[]>`
      SELECT entries->'heads' AS heads, jsonb_path_query_array(entries, '$.entries[$from to $to]', jsonb_build_object('from', ${from}::int, 'to', ${from + PREVIEWED - 1}::int)) AS entries
      FROM "ReferenceImport" WHERE id = ${id}::uuid`,
  ]);
  const heads = row?.heads ?? [];
  const chosen = new Set(chosenOf(heads, known, exceptions));
  return {
    page,
    pages: Math.max(1, Math.ceil(heads.length / PREVIEWED)),
    counts: {
      all: heads.length,
      chosen: chosen.size,
      /** Chosen on the other pages. */
      elsewhere: [...chosen].filter((index) => index < from || index >= from + PREVIEWED).length,
      faulty: heads.filter(({ isSound }) => !isSound).length,
      doubled: heads.filter((head) => head.isSound && !isProposed(head, known)).length,
    },
    entries: (row?.entries ?? []).map(({ item, label, line, faults, styled }, offset) => {
      const index = from + offset;
      const head = heads[index] as Head;
      return {
        index,
        label,
        line,
        faults,
        title: item?.title ?? null,
        apa: styled?.apa[language] ?? null,
        isSound: head.isSound,
        isChosen: chosen.has(index),
        isProposed: isProposed(head, known),
        /** The number of the entry in the file that is the same, and the key of the reference in the list that is. */
        of: head.of === null ? null : head.of + 1,
        known: head.isSound ? knownAs(head, known) : null,
      };
    }),
  };
}
