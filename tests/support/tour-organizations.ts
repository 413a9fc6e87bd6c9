import { randomUUID } from "node:crypto";

import { type Language, otherLanguage } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import { get, post } from "./people";
import type { Stop } from "./tour";

const listed = { en: "canadian-red-cross", fr: "croix-rouge-canadienne" };
const waiting = { en: "lakeview-seniors-centre-example", fr: "centre-des-aines-lakeview-exemple" };
const own = { en: "riverside-community-health-centre-example", fr: "centre-de-sante-communautaire-riverside-exemple" };
const name = { en: "Quay Market (test)", fr: "Marché du quai (essai)" };

/** How organizations come and go: the pages of who applies, of the administrators, and of stewards. */
export async function organizationLife(language: Language): Promise<Stop[]> {
  const applied = await idOf(language, language === "en" ? "Lakeview" : "aînés Lakeview");
  const riverside = await idOf(language, "Riverside");
  const closed = await closedOne(language);
  const to = (page: Parameters<typeof pathTo>[1], values = {}) => pathTo(language, page, values);
  const member = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: "member", ...more });
  const admin = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: "admin", ...more });
  const merger = (values = {}) => to("adminOrganizationMerger", { id: riverside, ...values });
  const other = await idOf(language, language === "en" ? "La Baie" : "de la Baie");

  return [
    member("an application", to("newOrganization")),
    member("an application with nothing in it", to("newOrganization"), { status: 422, send: { id: randomUUID(), message: "" } }),
    member("an application for a name that is here", to("newOrganization"), {
      status: 422,
      send: { id: randomUUID(), nameEn: "Canadian Red Cross", kind: "other", message: "…" },
    }),
    member("an application that waits", to("organizationApplication", { slug: waiting[language] })),
    member("a claim", to("organizationClaim", { slug: listed[language] })),
    member("a claim without a word", to("organizationClaim", { slug: listed[language] }), {
      status: 422,
      send: { id: randomUUID(), message: "" },
    }),
    member("what only administrators see", to("adminOrganizations"), { status: 403 }),
    admin("the applications that wait", to("adminOrganizations")),
    admin("a search for organizations", to("adminOrganizations", { q: "Riverside" })),
    admin("a search for nothing", to("adminOrganizations", { q: "zzzz" })),
    admin("an application to decide", to("adminOrganization", { id: applied })),
    admin("declining without a reason", await refusalOf(language, applied), {
      status: 422,
      send: { application: randomUUID(), reason: "" },
    }),
    admin("an organization to administer", to("adminOrganization", { id: riverside })),
    admin("closing", to("adminOrganizationClosure", { id: riverside })),
    admin("closing without a reason", to("adminOrganizationClosure", { id: riverside }), { status: 422, send: { reason: "" } }),
    admin("opening again", to("adminOrganizationReopening", { id: closed })),
    admin("merging", merger({ q: "zzzz" })),
    admin("merging into one that is found", merger({ q: "example" })),
    admin("merging into one that is chosen", merger({ into: other })),
    admin("merging without a reason", merger({ into: other }), { status: 422, send: { into: other, reason: "" } }),
    admin("organizations without a steward", to("adminOrphans")),
    admin("texts that nobody answers for", to("adminOrphans", { kind: "texts" })),
    admin("texts of closed organizations", to("adminOrphans", { kind: "closed" })),
    {
      name: "the texts of one's organization that nobody answers for",
      path: to("organizationOrphans", { slug: own[language] }),
      as: "steward",
    },
  ];
}

/** As an administrator finds it. */
async function idOf(language: Language, sought: string): Promise<string> {
  const page = await (await get(pathTo(language, "adminOrganizations", { q: sought }), "admin")).text();
  const results = page.slice(page.indexOf('type="search"', page.indexOf("<main")));
  return /\/([0-9a-f-]{36})"/.exec(results)?.[1] ?? "";
}

async function refusalOf(language: Language, id: string): Promise<string> {
  const page = await (await get(pathTo(language, "adminOrganization", { id }), "admin")).text();
  return pathTo(language, "adminOrganizationRefusal", { id, application: /name="application" value="([^"]+)"/.exec(page)?.[1] });
}

/** An organization that was applied for, approved and closed. Its name is the same in both languages, and there is one for each. */
async function closedOne(language: Language): Promise<string> {
  const [application, mark] = [randomUUID(), randomUUID().slice(0, 6)];
  const form = {
    id: application,
    nameEn: `${name.en} ${mark}`,
    nameFr: `${name.fr} ${mark}`,
    kind: "other",
    message: "…",
    isAnother: "yes",
  };
  await post(pathTo(otherLanguage(language), "newOrganization"), form, "practitioner.b");
  const id = await idOf(language, mark);
  await post(pathTo(language, "adminOrganizationApproval", { id }), { application }, "admin");
  await post(pathTo(language, "adminOrganizationClosure", { id }), { reason: "…" }, "admin");
  return id;
}
