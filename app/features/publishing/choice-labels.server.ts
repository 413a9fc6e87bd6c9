import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

import type { DetailName } from "./fields";
import type { Kind } from "./kinds.server";
import { licences, maturities, visibilities } from "./limits";
import { listVocabularies } from "~/features/vocabularies/queries.server";

/** What each choice is called: of each detail, and of the fields that only its kind has. */
export type ChoiceLabels = Record<DetailName, Names> & { [field: string]: Names | undefined };

type Names = Record<string, string>;

/** The names of all that can be chosen about a text of a kind, in the words of a language. */
export async function choiceLabels(kind: Kind, language: Language): Promise<ChoiceLabels> {
  const t = translator(language);
  const { topics, populations, settings, provinces } = await listVocabularies(language);
  const named = (choices: { value: string; label: string }[]) => Object.fromEntries(choices.map(({ value, label }) => [value, label]));

  return {
    ...kind.choices(language),
    topics: named(topics),
    populations: named(populations),
    settings: named(settings),
    provinces: named(provinces),
    maturity: Object.fromEntries(maturities.map((key) => [key, t(`publishing.maturity.${key}`)])),
    licence: Object.fromEntries(licences.map((key) => [key, t(`publishing.licenceName.${key}`)])),
    visibility: Object.fromEntries(visibilities.map((key) => [key, t(`publishing.visibility.${key}`)])),
  };
}
