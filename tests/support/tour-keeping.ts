import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import { thread } from "./threads";
import type { Stop } from "./tour";

const riverside = { en: "riverside-community-health-centre-example", fr: "centre-de-sante-communautaire-riverside-exemple" };
const arts = { en: "set-up-an-arts-or-museum-prescription", fr: "prescription-artistique-ou-museale" };
const words = {
  en: { title: "A thread for those who keep order", body: "What would you do with a thread that speaks of two things?" },
  fr: { title: "Un fil pour qui veille au bon ordre", body: "Que feriez-vous d’un fil qui parle de deux choses à la fois?" },
};

/** How threads and their places are kept: the pages of moderators, administrators and stewards, with a thread that is begun for this. */
export async function keeping(language: Language): Promise<Stop[]> {
  const { title, body } = words[language];
  const place = await thread("practitioner.b", language, title, body);
  const at = (page: PageName, values = {}) => pathTo(language, page, values);
  const own = (page: PageName, values = {}) => at(page, { slug: riverside[language], ...values });
  const kept = (name: string, page: PageName, more: Partial<Stop> = {}, values = {}): Stop => ({
    ...{ name, path: at(page, { ...place, ...values }), as: "admin" as const },
    ...more,
  });
  const admin = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: "admin", ...more });

  return [
    kept("a thread with what its keepers can do", "thread"),
    kept("another title", "threadTitle"),
    kept("another title that is none", "threadTitle", { status: 422, send: { title: "", before: "" } }),
    kept("another category", "threadCategory"),
    kept("another category that is not chosen", "threadCategory", { status: 422, send: {} }),
    kept("a merger", "threadMerger"),
    kept("a merger with nothing", "threadMerger", {}, { q: "zzzz" }),
    kept("posts to split off", "threadSplit"),
    kept("posts to split off, none chosen", "threadSplit", { status: 422, send: { title: "" } }),
    kept("a thread to remove, for who began it and is alone in it", "threadRemoval", { as: "practitioner.b" }),
    kept("a thread that goes only by a case", "threadRemoval", { status: 403 }),
    kept("a thread that is not locked", "thread", { status: 409, send: { "": at("threadUnlocking", place) } }),
    kept("what a member may not do with a thread", "threadTitle", { as: "practitioner", status: 403 }),
    admin("the categories", at("adminCategories")),
    admin("a new category", at("newCategory")),
    admin("a new category without a name", at("newCategory"), {
      status: 422,
      send: { nameEn: "", nameFr: "", colour: "teal", icon: "chat" },
    }),
    { name: "the categories, for who does not run them", path: at("adminCategories"), as: "editor", status: 403 },
    admin("the audit log", at("auditLog")),
    admin("the audit log, narrowed to what nobody did", at("auditLog", { what: "audit", who: "portal", type: "POST" })),
    { name: "the audit log, for who may not read it", path: at("auditLog"), as: "editor", status: 403 },
    { name: "moderation in figures", path: at("transparency") },
    { name: "the spaces of an organization, for a steward", path: own("organizationSpaces"), as: "steward" },
    { name: "the spaces of an organization, for one of its people", path: own("organizationSpaces"), as: "practitioner" },
    { name: "the spaces of an organization, for a stranger", path: own("organizationSpaces"), as: "member", status: 404 },
    { name: "a new space", path: own("newSpace"), as: "steward" },
    { name: "the discussion of a guide, before it begins", path: at("practiceDiscussion", { slug: arts[language] }), as: "member" },
    { name: "the same for a visitor", path: at("practiceDiscussion", { slug: arts[language] }) },
  ];
}
