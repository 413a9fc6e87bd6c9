import { type Language, languages } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

/** The addresses of a page about a guide, in the languages in which that has one. */
export const lineageAlternates = (
  page: "lineage" | "comparison",
  slugs: Partial<Record<Language, string>>,
): Partial<Record<Language, string>> =>
  Object.fromEntries(
    languages.flatMap((language) => (slugs[language] ? [[language, pathTo(language, page, { slug: slugs[language] })]] : [])),
  );
