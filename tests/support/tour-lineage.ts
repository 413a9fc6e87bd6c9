import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import type { Stop } from "./tour";

const original = { en: "example-tea-and-walk-thursdays", fr: "exemple-les-jeudis-the-et-marche" };
const member = { en: "riverside-community-health-centre-example", fr: "centre-de-sante-communautaire-riverside-exemple" };
const edition = { en: "example-tea-and-snowshoe-thursdays", fr: "exemple-les-jeudis-the-et-raquette" };

/** Guides that travel: what was made of one, what an edition changed, what its original has changed since, and files that are brought along. */
export const travelling = (language: Language): Stop[] => {
  const to = (name: string, page: PageName, values = {}, more: Partial<Stop> = {}): Stop => ({
    name,
    path: pathTo(language, page, values),
    ...more,
  });
  const adapter = { as: "practitioner.b" } as const;
  return [
    to("both languages", "siteParity"),
    to("both languages of an organization", "organizationParity", { slug: member[language] }),
    to("an edition", "practice", { slug: edition[language] }),
    to("the line of a guide", "lineage", { slug: original[language] }),
    to("what is around a guide", "practiceGraph", { slug: original[language] }),
    to("what is around an edition", "practiceGraph", { slug: edition[language] }),
    to("what to compare with", "comparison", { slug: original[language] }),
    to("two of a line compared", "comparison", { slug: edition[language], with: original[language] }),
    // Only the copies themselves lead there.
    to(
      "a copy of a guide",
      "practiceFile",
      { slug: original[language], number: 1, format: "md" },
      { link: /^copy: https?:\/\/[^/]+(\/\S+)$/m },
    ),
    to("adapting a guide", "adaptation", { slug: original[language] }, adapter),
    to("what the original has changed", "upstream", { slug: edition[language] }, adapter),
    to("offering an improvement back", "improvement", { slug: edition[language] }, adapter),
    to("writing an edition", "practiceEdit", { slug: edition[language] }, adapter),
    to("what is behind the other language", "practiceParity", { slug: edition[language] }, adapter),
    to("publishing in one language for now", "practiceWaiver", { slug: edition[language] }, adapter),
    to("bringing a guide along", "practiceImport", {}, adapter),
  ];
};
