import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import type { Stop } from "./tour";

const guide = { en: "nature-prescriptions-that-fit", fr: "prescription-de-nature-adaptee" };
const member = { en: "riverside-community-health-centre-example", fr: "centre-de-sante-communautaire-riverside-exemple" };

const other = { en: "la-baie-community-health-centre-example", fr: "centre-de-sante-communautaire-de-la-baie-exemple" };

const ADOPTION = /href="(\/[^"]*\/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21})"/;

/** Guides that are put into practice: the list, one of them now and in the past, and the forms of those who say so. */
export const practised = (language: Language): Stop[] => {
  const to = (name: string, page: PageName, values = {}, more: Partial<Stop> = {}): Stop => ({
    name,
    path: pathTo(language, page, values),
    ...more,
  });
  const form = (page: "adoptionChange" | "adoptionWithdrawal") =>
    new RegExp(`href="(${pathTo(language, page, { id: "ID" }).replace("ID", "[0-9a-f-]{36}")})"`);
  const own = { organization: member[language] };
  return [
    to("what waits for an organization", "organizationTasks", { slug: other[language] }, { as: "steward.b" }),
    to("what waits for nobody", "organizationTasks", { slug: member[language] }, { as: "steward" }),
    to("practices in use", "adoptions"),
    to("practices in use on a day", "adoptions", { on: "2026-06-01", setting: "rural" }),
    to("a practice in use", "adoptions", {}, { link: ADOPTION }),
    to("declaring an adoption", "practiceAdoption", { slug: guide[language] }, { as: "practitioner" }),
    to("a practice of one’s own", "adoptions", own, { as: "practitioner", link: ADOPTION }),
    to("what is different now", "adoptions", own, { as: "practitioner", link: [ADOPTION, form("adoptionChange")] }),
    to("taking an adoption back", "adoptions", own, { as: "practitioner", link: [ADOPTION, form("adoptionWithdrawal")] }),
  ];
};
