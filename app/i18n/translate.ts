import i18next, { type TFunction } from "i18next";

import type { en } from "./en";
import { type Language, languages } from "./languages";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    returnNull: false;
  }
}

export type Translate = TFunction;

/** The same keys in the same nesting, with other words. French has the plural form "many" beside "one" and "other". */
export type SameKeysAs<Dictionary> = {
  [Key in keyof Dictionary]: Dictionary[Key] extends string ? string : SameKeysAs<Dictionary[Key]>;
} & Partial<Record<Extract<keyof Dictionary, `${string}_one`> extends `${infer Stem}_one` ? `${Stem}_many` : never, string>>;

const translators = new Map<Language, Translate>();

/** Makes a language known. The server knows both from its start; a browser downloads only that of its page. */
export function addLanguage(language: Language, dictionary: SameKeysAs<typeof en>) {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    supportedLngs: languages,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: dictionary } },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    showSupportNotice: false,
  } as Parameters<typeof instance.init>[0]);
  translators.set(language, instance.t);
}

/** The words of one language. It must have been added before. */
export function translator(language: Language): Translate {
  const translate = translators.get(language);
  if (!translate) throw new Error(`The language ${language} was not added.`);
  return translate;
}
