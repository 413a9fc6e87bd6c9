import { languageName, spokenLanguages } from "~/features/people/spoken-languages";
import { formatList } from "~/i18n/format";
import type { Language } from "~/i18n/languages";

/** Languages of service in words: the reader's own first, then the other official one, then as the alphabet goes. */
export function namesOfLanguages(codes: readonly string[], language: Language): { value: string; label: string }[] {
  const place = (code: string) => (code === language ? 0 : ["en", "fr"].includes(code) ? 1 : 2);
  return codes
    .map((code) => ({ value: code, label: languageName(code, language) }))
    .sort((a, b) => place(a.value) - place(b.value) || a.label.localeCompare(b.label, language));
}

/** What a form offers: the languages that people here speak, and whatever others the organization has already. */
export const languagesToOffer = (held: readonly string[], language: Language) =>
  namesOfLanguages([...new Set([...spokenLanguages, ...held])], language);

/** Those that a form did not offer. */
export const unknownLanguages = (codes: readonly string[], held: readonly string[]): string[] =>
  codes.filter((code) => !(spokenLanguages as readonly string[]).includes(code) && !held.includes(code));

/** "English and French" / « français et anglais »: as they stand in the midst of a sentence. */
export function languagesInWords(codes: readonly string[], language: Language): string {
  const names = namesOfLanguages(codes, language).map(({ label }) => label);
  return formatList(
    language === "fr" ? names.map((name) => name.slice(0, 1).toLocaleLowerCase(language) + name.slice(1)) : names,
    language,
  );
}
