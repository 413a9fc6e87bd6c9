import { randomUUID } from "node:crypto";

import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import { bibtex } from "./imports";
import { get, type Person, post } from "./people";
import type { Stop } from "./tour";

const author: Person = "researcher";

const titles = { en: "What the studies say about visits", fr: "Ce que disent les études sur les visites" };

/** The references of a summary, none and some of them: the list, one of them, and what is brought in every state. */
export async function referencing(language: Language): Promise<Stop[]> {
  const empty = await begin(language, `${titles[language]} (1)`);
  const full = await begin(language, `${titles[language]} (2)`);
  const to = (page: PageName, slug: string, values = {}) => pathTo(language, page, { slug, ...values });
  const stop = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: author, ...more });

  const known = { type: "article-journal", title: "A study of entry3", authors: "Roe, Jane", date: "2020", doi: "10.1000/entry3" };
  const added = await post(to("newReference", full), known, author);
  if (added.status !== 302) throw new Error(`a reference was answered ${added.status}`);
  const unfinished = "@article{never, title = {Never closed\n\n@book{untitled, year = {2020}}\n";
  const text =
    Array.from({ length: 60 }, (_, n) => bibtex(`entry${n}`, { doi: n === 5 ? "no DOI" : `10.1000/entry${n}` })).join("") + unfinished;
  const read = await bring(to("referenceImports", full), text);
  await bring(to("referenceImports", empty), "No bibliography.");

  return [
    stop("no references yet", to("references", empty)),
    stop("an import that could not be read", to("referenceImports", empty)),
    stop("references", to("references", full)),
    stop("references among which nothing fits", to("references", full, { q: "zzzz" })),
    stop("a reference to be added", to("newReference", full)),
    stop("a reference that is added twice", to("newReference", full), { status: 409, send: known }),
    stop("a reference with faults", to("newReference", full), { status: 422, send: { ...known, title: "", doi: "10.1", date: "3/5/20" } }),
    stop("a reference to be corrected", to("references", full), { link: /href="(\/[^"]*\/references\/[0-9a-f-]{36})"/ }),
    stop("an import while another one is open", to("referenceImports", full)),
    stop("an import", read),
    stop("the last page of an import", `${read}?page=2`),
    stop("a bibliography of nothing", to("bibliography", empty)),
  ];
}

async function begin(language: Language, title: string): Promise<string> {
  const start = pathTo(language, "summaryNew");
  const organization = /<option value="([0-9a-f-]{36})"/.exec(await (await get(start, author)).text())?.[1] ?? "";
  const answer = await post(start, { id: randomUUID(), title, organization }, author);
  const slug = /\/(?:evidence|donnees-probantes)\/([^/]+)\//.exec(answer.headers.get("Location") ?? "")?.[1];
  if (!slug) throw new Error(`${start} answered ${answer.status} and led to no summary`);
  return slug;
}

async function bring(path: string, text: string): Promise<string> {
  const answer = await post(path, { id: randomUUID(), format: "bibtex", text }, author);
  const read = answer.headers.get("Location");
  if (!read) throw new Error(`${path} answered ${answer.status}`);
  return read;
}
