import type { TermKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

import { vocabulary } from "./vocabulary.server";

export type Choice = { value: string; label: string };

export type Vocabularies = Record<"topics" | "populations" | "settings" | "provinces", Choice[]>;

/** All that a text can be about, for whom, where: in the words of a language, each vocabulary in its own order. */
export async function listVocabularies(language: Language): Promise<Vocabularies> {
  const { TOPIC, POPULATION, SETTING, PROVINCE } = await vocabulary();
  const choices = (words: typeof TOPIC) => words.map((word) => ({ value: word.key, label: word[language] }));

  return { topics: choices(TOPIC), populations: choices(POPULATION), settings: choices(SETTING), provinces: choices(PROVINCE) };
}

/** Those of the given keys that a vocabulary does not have. */
export async function unknownKeys(kind: TermKind, keys: readonly string[]): Promise<string[]> {
  const known = new Set((await vocabulary())[kind].map(({ key }) => key));
  return keys.filter((key) => !known.has(key));
}
