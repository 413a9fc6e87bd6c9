import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

export type Choice = { value: string; label: string };

export type Vocabularies = Record<"topics" | "populations" | "settings" | "provinces", Choice[]>;

const MOST_TERMS = 500;

/** All that a text can be about, for whom, where: in the words of a language, each vocabulary in its own order. */
export async function listVocabularies(language: Language): Promise<Vocabularies> {
  const terms = await db.term.findMany({ orderBy: [{ position: "asc" }, { key: "asc" }], take: MOST_TERMS });
  const of = (kind: (typeof terms)[number]["kind"]) =>
    terms.filter((term) => term.kind === kind).map((term) => ({ value: term.key, label: term[language] }));

  return { topics: of("TOPIC"), populations: of("POPULATION"), settings: of("SETTING"), provinces: of("PROVINCE") };
}
