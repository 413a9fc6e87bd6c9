import { useLocation, useMatches } from "@remix-run/react";

import { type Language, languageOf } from "~/i18n/languages";
import { counterpartOf } from "~/platform/paths";

/** The addresses of one page in both languages, as a page's loader gives them under `alternates`. */
export type Alternates = Partial<Record<Language, string>>;

/**
 * The addresses of this page: what its loader says, or else the same page with the same query.
 * `isKnown` tells whether the page was loaded, and so may name itself to search engines.
 */
export function useAlternates(): { alternates: Alternates; counterpart: string; language: Language; isKnown: boolean } {
  const { pathname, search } = useLocation();
  const page = useMatches().at(-1);
  const language = languageOf(pathname) ?? "en";
  const other = language === "en" ? "fr" : "en";
  const own = (page?.data as { alternates?: Alternates } | null | undefined)?.alternates;
  const counterpart = own?.[other] ?? counterpartOf(pathname, search);

  return {
    alternates: own ?? { [language]: pathname, [other]: counterpartOf(pathname) },
    counterpart,
    language,
    isKnown: page?.data != null && languageOf(pathname) !== null,
  };
}
