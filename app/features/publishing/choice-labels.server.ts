import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

import type { Details } from "./fields";
import { licences, maturities, visibilities } from "./limits";
import { listVocabularies } from "~/features/vocabularies/queries.server";

/** What each choice of each detail is called. */
export type ChoiceLabels = Record<keyof Details, Record<string, string>>;

/** The names of all that can be chosen about a text, in the words of a language. */
export async function choiceLabels(language: Language): Promise<ChoiceLabels> {
  const t = translator(language);
  const { topics, populations, settings, provinces } = await listVocabularies(language);
  const named = (choices: { value: string; label: string }[]) => Object.fromEntries(choices.map(({ value, label }) => [value, label]));

  return {
    topics: named(topics),
    populations: named(populations),
    settings: named(settings),
    provinces: named(provinces),
    maturity: Object.fromEntries(maturities.map((key) => [key, t(`publishing.maturity.${key}`)])),
    licence: Object.fromEntries(licences.map((key) => [key, t(`publishing.licenceName.${key}`)])),
    visibility: Object.fromEntries(visibilities.map((key) => [key, t(`publishing.visibility.${key}`)])),
  };
}
