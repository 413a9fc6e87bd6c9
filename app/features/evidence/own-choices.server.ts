import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";

import { columnOf } from "./faults";
import { type DomainName, domains } from "./grade";
import { levels, studyTypes } from "./limits";

/** What the choices of a summary are called: the types of studies, the levels of certainty, and what is stated of each domain. */
export function ownChoices(language: Language): Record<string, Record<string, string>> {
  const t = translator(language);
  const answersOf = (name: DomainName) => Object.fromEntries(domains[name].map((answer) => [answer, t(`evidence.edit.answer.${answer}`)]));
  return {
    studyTypes: Object.fromEntries(studyTypes.map((type) => [type, t(`evidence.studyType.${type}`)])),
    ratingLevel: Object.fromEntries(levels.map((level) => [level, t(`evidence.certainty.${level}`)])),
    ...Object.fromEntries((Object.keys(domains) as DomainName[]).map((name) => [columnOf(name), answersOf(name)])),
  };
}
