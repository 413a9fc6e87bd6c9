import { onlySet, soughtKey, soughtSlug, soughtText } from "~/platform/list-query";

import { FIRST_DAY, serviceLanguages, type Stage, stages } from "./stages";

export const standings = ["confirmed", "unconfirmed"] as const;

/** What the list of adoptions is narrowed to. Empty means no limit; `on` is the day that is shown, empty for today. */
export type Filters = {
  q: string;
  guide: string;
  organization: string;
  stage: string;
  province: string;
  setting: string;
  population: string;
  language: string;
  standing: string;
  on: string;
};

/** No limit at all. */
export const noFilters: Filters = {
  q: "",
  guide: "",
  organization: "",
  stage: "",
  province: "",
  setting: "",
  population: "",
  language: "",
  standing: "",
  on: "",
};

/** Reads the filters of an address. What it does not understand counts as no limit, so that every address shows a list. `today`: as 2026-11-23. */
export function filtersOf(url: URL, today: string): Filters {
  const read = (name: string) => url.searchParams.get(name);
  const one = (name: string, known: readonly string[]) => known.find((value) => value === read(name)) ?? "";
  return {
    q: soughtText(read("q")),
    guide: soughtSlug(read("guide")),
    organization: soughtSlug(read("organization")),
    stage: one(
      "stage",
      stages.map((stage) => stage.toLowerCase()),
    ),
    province: soughtKey(read("province")),
    setting: soughtKey(read("setting")),
    population: soughtKey(read("population")),
    language: one("language", serviceLanguages),
    standing: one("standing", standings),
    on: pastDay(read("on"), today) ?? "",
  };
}

/** The filters as an address has them: only what is set. */
export const queryOf = (filters: Filters): Record<string, string> => onlySet(filters);

/** The stage that a list is narrowed to. */
export const stageOf = ({ stage }: Filters): Stage | null => stages.find((one) => one.toLowerCase() === stage) ?? null;

/** A day of the past that an address asks for, as 2026-03-01. Null for today, for what is no day, and for what is still to come. */
export function pastDay(text: string | null, today: string): string | null {
  return isDay(text) && text >= FIRST_DAY && text < today ? text : null;
}

/** Whether an address asks for a day that is still to come. */
export const isToCome = (text: string | null, today: string): boolean => isDay(text) && text > today;

function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}
