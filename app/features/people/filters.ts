import { plainWords } from "~/platform/plain-words";
import { onlySet, soughtText } from "~/platform/list-query";

import { spokenLanguages } from "./spoken-languages";

export const filterNames = ["q", "topic", "language", "province", "organization"] as const;

export type FilterName = (typeof filterNames)[number];

/** What the directory is narrowed to. Empty means no limit. */
export type Filters = Record<FilterName, string>;

const key = /^[a-z0-9-]{1,120}$/;
const MOST_WORDS = 6;

/** Reads the filters of an address. What it does not understand counts as no limit, so that every address shows a list. */
export function filtersOf(url: URL): Filters {
  const read = (name: FilterName) => url.searchParams.get(name) ?? "";
  const keyIn = (name: FilterName) => (key.test(read(name)) ? read(name) : "");
  const language = keyIn("language");

  return {
    q: soughtText(url.searchParams.get("q"), 100),
    topic: keyIn("topic"),
    language: (spokenLanguages as readonly string[]).includes(language) ? language : "",
    province: keyIn("province"),
    organization: keyIn("organization"),
  };
}

/** The filters as an address has them: only what is set. */
export const queryOf = (filters: Filters): Record<string, string> => onlySet(filters);

/** The words that a name is sought by, folded like the names themselves. */
export const wordsOf = (q: string): string[] => plainWords(q).slice(0, MOST_WORDS);
