import { capitalized, languageName, languageOptions, spokenLanguages } from "~/features/people/spoken-languages";
import { formatList } from "~/i18n/format";
import type { Language } from "~/i18n/languages";

type Named = { value: string; label: string };

/** Languages of service in words: the reader's own first, then the other official one, then as the alphabet goes. */
export function namesOfLanguages(codes: readonly string[], language: Language): Named[] {
  const place = (code: string) => (code === language ? 0 : ["en", "fr"].includes(code) ? 1 : 2);
  return codes
    .map((value) => ({ value, label: capitalized(languageName(value, language)) }))
    .sort((a, b) => place(a.value) - place(b.value) || a.label.localeCompare(b.label, language));
}

/** What a form offers: the languages that people here speak, and whatever others the organization has already. */
export const languagesToOffer = (held: readonly string[], language: Language): Named[] => [
  ...languageOptions(language),
  ...namesOfLanguages(unknownLanguages(held), language),
];

/** Those that a form offers to nobody who does not have them. */
export const unknownLanguages = (codes: readonly string[], held: readonly string[] = []): string[] =>
  codes.filter((code) => !(spokenLanguages as readonly string[]).includes(code) && !held.includes(code));

/** "English and French" / « français et anglais »: as they stand in the midst of a sentence. */
export const languagesInWords = (codes: readonly string[], language: Language): string =>
  formatList(
    namesOfLanguages(codes, language).map(({ value }) => languageName(value, language)),
    language,
  );
