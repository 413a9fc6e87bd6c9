import { listVocabularies, type Vocabularies } from "~/features/vocabularies/queries.server";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { pathTo } from "~/platform/paths";

import { canada, viewBox } from "./canada.server";
import { type Filters, NATIONAL, queryOf, standings } from "./filters";
import { organizationKinds } from "./kinds";
import { namesOfLanguages } from "./languages-of-service";
import { listOrganizations, type Survey, surveyOrganizations } from "./list.server";

/** A page of the directory with all that stands around it: what its filters offer, and where the organizations are. Two round trips, side by side. */
export async function getDirectory(language: Language, filters: Filters, after: string | null) {
  const [list, survey, vocabularies] = await Promise.all([
    listOrganizations(language, filters, after),
    surveyOrganizations(language, filters),
    listVocabularies(language),
  ]);
  const options = optionsIn(language, survey.languages, vocabularies);
  return { list, options, map: { viewBox, shapes: canada }, ...placesOf(language, filters, survey, options.province) };
}

/** What each filter offers, in the words of the page. */
function optionsIn(language: Language, spoken: string[], { provinces, populations }: Vocabularies) {
  const t = translator(language);
  return {
    province: [...provinces, { value: NATIONAL, label: t("organizations.national") }],
    language: namesOfLanguages(spoken, language),
    population: populations,
    kind: organizationKinds.map((kind) => ({ value: kind, label: t(`organizations.kinds.${kind}`) })),
    standing: standings.map((standing) => ({ value: standing, label: t(`organizations.list.standings.${standing}`) })),
  };
}

/** How many there are in each place, as far as the other filters go, and the address of their list. */
function placesOf(language: Language, filters: Filters, { places: counts }: Survey, provinces: { value: string; label: string }[]) {
  const t = translator(language);
  const place = (key: string, label: string, count: number) => ({
    ...{ key, label, count, mark: String(count), said: t("organizations.list.count", { count }), isChosen: filters.province === key },
    href: pathTo(language, "organizations", queryOf({ ...filters, province: key }), "results"),
  });
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    places: provinces.map(({ value, label }) => place(value, label, counts[value] ?? 0)),
    everywhere: place("", t("organizations.map.everywhere"), all),
  };
}
