import { maturities } from "~/features/publishing/limits";
import { soughtKey, soughtSlug, soughtText } from "~/platform/list-query";

export const sorts = ["relevance", "newest", "modified", "title"] as const;

export type Sort = (typeof sorts)[number];

/** What a list of guides is narrowed to. Empty means no limit. */
export type Filters = {
  q: string;
  topic: string;
  population: string;
  setting: string;
  province: string;
  organization: string;
  maturity: string;
  language: string;
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
  maturity: "",
  language: "",
  sort: "newest",
};

/** Reads the filters of an address. What it does not understand counts as no limit, so that every address shows a list. */
export function filtersOf(url: URL): Filters {
  const read = (name: string) => soughtKey(url.searchParams.get(name));
  const q = soughtText(url.searchParams.get("q"));
  const wanted = url.searchParams.get("sort") as Sort;
  const sort = sorts.includes(wanted) ? wanted : q ? "relevance" : "newest";
  const maturity = (url.searchParams.get("maturity") ?? "").toUpperCase();

  return {
    q,
    topic: read("topic"),
    population: read("population"),
    setting: read("setting"),
    province: read("province"),
    organization: soughtSlug(url.searchParams.get("organization")),
    maturity: (maturities as readonly string[]).includes(maturity) ? maturity : "",
    language: ["en", "fr"].includes(url.searchParams.get("language") ?? "") ? (url.searchParams.get("language") as string) : "",
    sort: sort === "relevance" && !q ? "newest" : sort,
  };
}

/** The filters as an address has them: only what is set. */
export function queryOf(filters: Filters): Record<string, string> {
  const set = Object.entries(filters).filter(
    ([name, value]) => value !== "" && !(name === "sort" && value === (filters.q ? "relevance" : "newest")),
  );
  return Object.fromEntries(set.map(([name, value]) => [name, name === "maturity" ? value.toLowerCase() : value]));
}
