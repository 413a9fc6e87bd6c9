import { type Language, languages } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

/** The addresses of one page about an organization in both languages, each with the slug of that language. */
export const placeAlternates = (page: PageName, slugs: Partial<Record<Language, string>>, values: Record<string, string> = {}) =>
  Object.fromEntries(languages.map((language) => [language, pathTo(language, page, { ...values, slug: slugs[language] })]));
