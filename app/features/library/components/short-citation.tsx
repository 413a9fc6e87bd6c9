import { useLanguage } from "~/i18n/context";
import type { Language } from "~/i18n/languages";

import type { Citation } from "../citation";

const MOST_NAMES = 20;

/**
 * A version in the style of APA, as the styles themselves write it (a test holds both against each other): so a page that is read need not ask them.
 */
export function ShortCitation({ item }: Pick<Citation, "item">) {
  const language = useLanguage();
  const names = (item.author ?? []).map(({ literal = "" }) => literal);
  const year = item.issued?.["date-parts"]?.[0]?.[0];

  return (
    <p className="cited" lang={item.language}>
      {asAuthors(names, language)} ({year}). <i>{item.title}</i> (Version {item.version}) [{item.genre}]. {ended(item.publisher ?? "")}{" "}
      <a href={item.URL}>{item.URL}</a>
    </p>
  );
}

/** One; one & another; one, another, & a third. Of more than twenty the first nineteen and the last. */
function asAuthors(names: string[], language: Language): string {
  const last = names.at(-1) ?? "";
  if (names.length > MOST_NAMES) return ended(`${names.slice(0, MOST_NAMES - 1).join(", ")}, … ${last}`);
  if (names.length === 1) return ended(last);
  const and = `${names.length > 2 ? "," : ""} ${language === "fr" ? "et" : "&"} `;
  return ended(names.slice(0, -1).join(", ") + and + last);
}

const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);
