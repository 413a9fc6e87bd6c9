import { isLanguage, type Language } from "~/i18n/languages";
import { onlySet, soughtKey, soughtSlug, soughtText } from "~/platform/list-query";

import { levels, studyTypes } from "./limits";

export const sorts = ["relevance", "newest", "evidence"] as const;

export type Sort = (typeof sorts)[number];

/** The certainty of what nobody rated. */
export const NOT_RATED = "none";

/** Levels as an address has them, and what stands for no rating at all. */
export const certainties = [...levels.map((level) => level.toLowerCase().replace("_", "-")), NOT_RATED];

/** The level that an address means. */
export const levelOf = (certainty: string): (typeof levels)[number] | typeof NOT_RATED =>
  levels.find((level) => level.toLowerCase().replace("_", "-") === certainty) ?? NOT_RATED;

/** What a list of summaries is narrowed to. Empty means no limit. `since` is the year up to which the evidence at least goes. */
export type Filters = {
  q: string;
  topic: string;
  population: string;
  setting: string;
  province: string;
  organization: string;
  study: string;
  certainty: string;
  since: string;
  language: Language | "";
  sort: Sort;
};

/** No limit at all. */
export const noFilters: Filters = {
  q: "",
  topic: "",
  population: "",
  setting: "",
  province: "",
  organization: "",
  study: "",
  certainty: "",
  since: "",
  language: "",
  sort: "newest",
};

/** Reads the filters of an address. What it does not understand counts as no limit, so that every address shows a list. */
export function filtersOf(url: URL): Filters {
  const asked = (name: string) => url.searchParams.get(name);
  const oneOf = (known: readonly string[], name: string) => (known.includes(asked(name) ?? "") ? (asked(name) as string) : "");
  const q = soughtText(asked("q"));
  const language = asked("language") ?? "";
  const standard = standardSort(q);
  const sort = (oneOf(sorts, "sort") || standard) as Sort;

  return {
    q,
    topic: soughtKey(asked("topic")),
    population: soughtKey(asked("population")),
    setting: soughtKey(asked("setting")),
    province: soughtKey(asked("province")),
    organization: soughtSlug(asked("organization")),
    study: oneOf(studyTypes, "study"),
    certainty: oneOf(certainties, "certainty"),
    since: /^(19|20)\d\d$/.test(asked("since") ?? "") ? (asked("since") as string) : "",
    language: isLanguage(language) ? language : "",
    sort: sort === "relevance" && !q ? "newest" : sort,
  };
}

/** The filters as an address has them: only what is set. */
export const queryOf = (filters: Filters): Record<string, string> =>
  onlySet({ ...filters, sort: filters.sort === standardSort(filters.q) ? "" : filters.sort });

/** How a list is sorted where nobody asks for anything else. */
export const standardSort = (q: string): Sort => (q ? "relevance" : "newest");
