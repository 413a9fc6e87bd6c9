import { languageOf } from "~/i18n/languages";
import { type Translate, translator } from "~/i18n/translate";

/** The title of a page for its `meta`, with the name of the portal behind it, in the language of its address. */
export function pageTitle(pathname: string, title: (t: Translate) => string): { title: string } {
  const t = translator(languageOf(pathname) ?? "en");
  return { title: `${title(t)} — ${t("site.name")}` };
}
