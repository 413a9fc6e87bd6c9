import { type Language, languages } from "~/i18n/languages";

import { type PageName, pathTo } from "./paths";

/** The addresses of one page in the languages in which what it is about has an address word. `values`: what else stands in the address. */
export const alternatesAt = (
  page: PageName,
  slugs: Partial<Record<Language, string>>,
  values: Record<string, string | number | undefined> = {},
): Partial<Record<Language, string>> =>
  Object.fromEntries(
    languages.flatMap((language) =>
      slugs[language] === undefined ? [] : [[language, pathTo(language, page, { ...values, slug: slugs[language] })]],
    ),
  );
