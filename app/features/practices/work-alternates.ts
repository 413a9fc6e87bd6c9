import { type Language, otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

/**
 * Where the switch of languages leads from a page on which one works: such a page belongs to one language of a guide, so it
 * leads to the guide itself, which is found by any of its addresses.
 */
export const workAlternates = (language: Language, slug: string): Partial<Record<Language, string>> => ({
  [otherLanguage(language)]: pathTo(otherLanguage(language), "practice", { slug }),
});
