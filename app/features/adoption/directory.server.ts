import type { Viewer } from "~/features/accounts/actor";
import { canada, viewBox } from "~/features/organizations/canada.server";
import type { Kind } from "~/features/publishing/kinds.server";
import { listVocabularies, type Vocabularies } from "~/features/vocabularies/queries.server";
import type { Language } from "~/i18n/languages";
import { type Translate, translator } from "~/i18n/translate";
import { pathTo } from "~/platform/paths";

import { type Filters, queryOf, standings } from "./filters";
import { listAdoptions, type Survey, surveyAdoptions } from "./list.server";
import { serviceLanguages, stages } from "./stages";
import { sumOf, type Told, toldOf } from "./suppression";

/** A page of adoptions as they stood on a day, with what its filters offer and where they are. Two round trips, side by side. */
export async function getAdoptions(
  kind: Kind,
  { viewer, language, filters, day, after }: { viewer: Viewer; language: Language; filters: Filters; day: string; after: string | null },
) {
  const [list, survey, vocabularies] = await Promise.all([
    listAdoptions(kind, viewer, language, filters, day, after),
    surveyAdoptions(kind, viewer, filters, day),
    listVocabularies(language),
  ]);
  const options = optionsIn(language, vocabularies);
  return { list, options, map: { viewBox, shapes: canada }, ...placesOf(language, filters, survey, options.province) };
}

/** What each filter offers, in the words of the page. */
function optionsIn(language: Language, { provinces, settings, populations }: Vocabularies) {
  const t = translator(language);
  return {
    stage: stages.map((stage) => ({ value: stage.toLowerCase(), label: t(`adoption.stages.${stage}`) })),
    province: provinces,
    setting: settings,
    population: populations,
    language: serviceLanguages.map((one) => ({ value: one, label: t(`publishing.language.${one}`) })),
    standing: standings.map((one) => ({ value: one, label: t(`adoption.list.standings.${one}`) })),
  };
}

/** What is told of how many there are in each place, and in the one that is chosen or all of Canada. */
function placesOf(language: Language, filters: Filters, survey: Survey, provinces: { value: string; label: string }[]) {
  const t = translator(language);
  const place = (key: string, label: string, told: Told) => ({
    ...{ key, label, isChosen: filters.province === key, ...shownAs(told, t) },
    href: pathTo(language, "adoptions", queryOf({ ...filters, province: key }), "results"),
  });
  const nobody = { named: 0, unnamed: 0 };
  const all = toldOf(sumOf(Object.values(survey)));
  return {
    places: provinces.map(({ value, label }) => place(value, label, toldOf(survey[value] ?? nobody))),
    everywhere: place("", t("organizations.map.everywhere"), all),
    told: filters.province === "" ? all : toldOf(survey[filters.province] ?? nobody),
  };
}

/** A count on the map: how dark, what stands there, and what is read out. */
function shownAs(told: Told, t: Translate) {
  if (told.kind === "atLeast")
    return { count: told.number, mark: `${told.number}+`, said: t("adoption.told.atLeast", { number: told.number }) };
  return told.kind === "few"
    ? { count: 1, mark: "•", said: t("adoption.told.few") }
    : { count: 0, mark: "–", said: t("adoption.told.none") };
}
