import type { TermKind } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";

/** A word that people choose from, in both languages. */
export type Choice = { key: string; en: string; fr: string };

export type Vocabulary = Record<TermKind, Choice[]>;

/** Terms change only when content is imported, which may happen in another process. */
const REMEMBERED_MS = 60_000;

let remembered: { vocabulary: Promise<Vocabulary>; until: number } | undefined;

/** All words to choose from, in their order. Kept in memory for a minute. */
export function vocabulary(): Promise<Vocabulary> {
  if (!remembered || remembered.until < Date.now()) {
    const vocabulary = readVocabulary(db).catch((error: unknown) => {
      forgetVocabulary();
      throw error;
    });
    remembered = { vocabulary, until: Date.now() + REMEMBERED_MS };
  }
  return remembered.vocabulary;
}

/** Reads the words anew at the next need. To be called when a change to them was committed. */
export function forgetVocabulary() {
  remembered = undefined;
}

/** The words as they are in the database at this moment. */
export async function readVocabulary(tx: Transaction): Promise<Vocabulary> {
  const terms = await tx.term.findMany({
    orderBy: [{ position: "asc" }, { key: "asc" }],
    select: { kind: true, key: true, en: true, fr: true },
  });
  const of = (wanted: TermKind) => terms.filter(({ kind }) => kind === wanted).map(({ key, en, fr }) => ({ key, en, fr }));

  return { TOPIC: of("TOPIC"), POPULATION: of("POPULATION"), SETTING: of("SETTING"), PROVINCE: of("PROVINCE") };
}

/** Takes over words and their order. One that is no longer listed goes, unless something published uses it: then it goes to the end. */
export async function importVocabularies(
  tx: Transaction,
  wanted: Partial<Vocabulary>,
): Promise<{ added: number; changed: number; same: number }> {
  const counts = { added: 0, changed: 0, same: 0 };
  for (const [kind, choices] of Object.entries(wanted) as [TermKind, Choice[]][]) {
    const known = new Map((await tx.term.findMany({ where: { kind } })).map((term) => [term.key, term]));
    const unlisted = { kind, key: { notIn: choices.map(({ key }) => key) } };
    await tx.term.deleteMany({ where: { ...unlisted, contributions: { none: {} } } });
    await tx.term.updateMany({ where: unlisted, data: { position: choices.length } });

    for (const [position, { key, en, fr }] of choices.entries()) {
      const term = known.get(key);
      if (!term) counts.added += 1;
      else if (term.en === en && term.fr === fr && term.position === position) {
        counts.same += 1;
        continue;
      } else counts.changed += 1;
      await tx.term.upsert({ where: { kind_key: { kind, key } }, create: { kind, key, en, fr, position }, update: { en, fr, position } });
    }
  }
  return counts;
}
