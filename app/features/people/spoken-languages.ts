import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

/** Languages that people here speak: the official ones, then those first spoken on this land, signed ones, and others that are common. ISO 639. */
export const spokenLanguages = [
  ..."en fr".split(" "),
  ..."cr iu oj moe mic atj alq bla crg den dak moh".split(" "),
  ..."ase fcs iks".split(" "),
  ..."ar cmn yue es de fa fil gu hi ht it ko pa pl pt ru so sw ta ti uk ur vi".split(" "),
] as const;

const FIRST = 17;

/** Where the names that browsers and servers know are missing, or not those that the speakers use. */
const ownWords = ["oj", "mic", "alq", "den", "bla", "fcs", "iks", "cmn"] as const;

/** The name of a language in the words of another, as it stands in a sentence. Of one that nobody knows its code. */
export function languageName(code: string, language: Language): string {
  const own = ownWords.find((each) => each === code);
  return own ? translator(language)(`people.spoken.${own}`) : (namesIn[language].of(code) ?? code);
}

/** All of them to choose from. Those that many speak here, and those of this land, come first. */
export function languageOptions(language: Language): { value: string; label: string }[] {
  const options = spokenLanguages.map((value) => ({ value, label: capitalized(languageName(value, language)) }));
  return [...options.slice(0, FIRST), ...options.slice(FIRST).sort((a, b) => a.label.localeCompare(b.label, language))];
}

/** With a capital, as the first word of a line. */
export const capitalized = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

const namesIn = {
  en: new Intl.DisplayNames(["en-CA"], { type: "language" }),
  fr: new Intl.DisplayNames(["fr-CA"], { type: "language" }),
};
