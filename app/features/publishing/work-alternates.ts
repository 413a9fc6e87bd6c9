import { type Language, otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import type { KindName } from "./kind-shape";

/**
 * Where the switch of languages leads from a page on which one works: such a page belongs to one language of a text, so it
 * leads to the text itself, which is found by any of its addresses.
 */
export const workAlternates = (kind: KindName, language: Language, slug: string): Partial<Record<Language, string>> => ({
  [otherLanguage(language)]: pathTo(otherLanguage(language), kind, { slug }),
});
