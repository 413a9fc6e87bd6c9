import { isLanguage, type Language } from "~/i18n/languages";

import { limits } from "./limits";

/** The title for which similar ones are sought, and the language in which it is written: that of the page, unless the address says another. */
export function soughtTitle({ searchParams }: URL, otherwise: Language): { title: string; writtenIn: Language } {
  const language = searchParams.get("language") ?? "";
  const title = (searchParams.get("title") ?? "").toWellFormed().replace(/\s+/g, " ").replaceAll("\0", "").trim().slice(0, limits.title);
  return { title, writtenIn: isLanguage(language) ? language : otherwise };
}
