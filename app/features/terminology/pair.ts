import type { Language } from "~/i18n/languages";

/** A term in both languages, with other words for it. */
export type Pair = {
  id: string;
  en: string;
  fr: string;
  enOthers: string[];
  frOthers: string[];
  enNote: string;
  frNote: string;
  source: string;
};

/** Its words in one language: the term, and others for it. */
export const wordsIn = (pair: Pick<Pair, "en" | "fr" | "enOthers" | "frOthers">, language: Language): string[] =>
  language === "fr" ? [pair.fr, ...pair.frOthers] : [pair.en, ...pair.enOthers];

/** One side of it, as a page shows it. */
export const sideOf = (pair: Pair, language: Language) =>
  language === "fr"
    ? { word: pair.fr, others: pair.frOthers, note: pair.frNote }
    : { word: pair.en, others: pair.enOthers, note: pair.enNote };
