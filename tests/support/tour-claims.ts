import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import type { Stop } from "./tour";

const guide = { en: "example-tea-and-walk-thursdays", fr: "exemple-les-jeudis-the-et-marche" };
const summary = { en: "older-adults-in-british-columbia", fr: "personnes-ainees-en-colombie-britannique" };

/** What guides rest on: where a summary is used, what has changed under a guide, and what was retracted. */
export const resting = (language: Language): Stop[] => {
  const to = (name: string, page: PageName, values = {}, more: Partial<Stop> = {}): Stop => ({
    name,
    path: pathTo(language, page, values),
    ...more,
  });
  return [
    to("where a summary is used", "uses", { slug: summary[language] }),
    to("what is around a summary", "summaryGraph", { slug: summary[language] }),
    to("sections to be looked at again", "evidenceReview", { slug: guide[language] }, { as: "editor" }),
    to("retractions", "retractions", {}, { as: "admin" }),
  ];
};
