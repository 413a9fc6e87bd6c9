import { type Language, otherLanguage } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

/** Where the switch of languages leads from a page about the references of a summary: the same page of its other language, or the summary. */
export function listAlternates(
  page: PageName,
  language: Language,
  { slug, other }: { slug: string; other: { language: Language; slug: string } | null },
  values: Record<string, string> = {},
): Partial<Record<Language, string>> {
  const there = otherLanguage(language);
  return { [there]: other ? pathTo(there, page, { ...values, slug: other.slug }) : pathTo(there, "summary", { slug }) };
}
