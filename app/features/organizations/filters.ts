import { onlySet, soughtText } from "~/platform/list-query";

import { type OrganizationKind, organizationKinds } from "./kinds";

export const standings = ["member", "listed"] as const;

export type Standing = (typeof standings)[number];

/** What stands for the organizations of no single province. */
export const NATIONAL = "national";

/** What the directory is narrowed to. Empty means no limit. */
export type Filters = {
  q: string;
  province: string;
  language: string;
  population: string;
  kind: OrganizationKind | "";
  standing: Standing | "";
};

/** No limit at all. */
export const noFilters: Filters = { q: "", province: "", language: "", population: "", kind: "", standing: "" };

/** Reads the filters of an address. What it does not understand counts as no limit, so that every address shows a list. */
export function filtersOf(url: URL): Filters {
  const read = (name: string, shape = /^[a-z-]{1,60}$/) => {
    const value = url.searchParams.get(name) ?? "";
    return shape.test(value) ? value : "";
  };
  return {
    q: soughtText(url.searchParams.get("q")),
    province: read("province"),
    language: read("language", /^[a-z]{2,3}$/),
    population: read("population"),
    kind: organizationKinds.find((kind) => kind === url.searchParams.get("kind")) ?? "",
    standing: standings.find((standing) => standing === url.searchParams.get("standing")) ?? "",
  };
}

/** The filters as an address has them: only what is set. */
export const queryOf = (filters: Filters): Record<string, string> => onlySet(filters);
