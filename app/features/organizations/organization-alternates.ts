import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

/** Where a page about an organization stands in each language: under the organization's own address there. */
export const alternatesOf = (page: PageName, slugs: Record<Language, string>): Record<Language, string> => ({
  en: pathTo("en", page, { slug: slugs.en }),
  fr: pathTo("fr", page, { slug: slugs.fr }),
});
