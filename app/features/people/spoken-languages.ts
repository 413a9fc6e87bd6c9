import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

/** Languages that people here speak: the official ones, then those first spoken on this land, signed ones, and others that are common. ISO 639. */
export const spokenLanguages = [
  ..."en fr".split(" "),
  ..."cr iu oj moe mic atj alq bla crg den dak moh".split(" "),
  ..."ase fcs iks".split(" "),
  ..."ar cmn yue es de fa fil gu hi ht it ko pa pl pt ru so sw ta ti uk ur vi".split(" "),
] as const;

/** Where the names that browsers and servers know are missing, or not those that the speakers use. */
const ownWords = ["oj", "mic", "alq", "den", "bla", "fcs", "iks", "cmn"] as const;

/** The name of a language, in the words of another. Of one that nobody knows its code. */
export function languageName(code: string, language: Language): string {
  const own = ownWords.find((each) => each === code);
  if (own) return translator(language)(`people.spoken.${own}`);

  const name = namesIn[language].of(code) ?? code;
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1);
}

const namesIn = {
  en: new Intl.DisplayNames(["en-CA"], { type: "language" }),
  fr: new Intl.DisplayNames(["fr-CA"], { type: "language" }),
};
