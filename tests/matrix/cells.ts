import type { Language } from "~/i18n/languages";
import { readMap, type Route } from "#tests/support/map";

import type { Method } from "./ask";
import type { Case } from "./decision";
import { decisions } from "./decisions";
import { people, type Who } from "./design";
import type { World } from "./world";

/** One question to the portal, and the answer that is right ("a|b" where either is). */
export type Cell = { what: string; method: Method; who: Who; path: string; wanted: string; isLast: boolean; form: Case["form"] };

const frames = ["en/site", "fr/site"];

/** Everything on the map but the frames around pages, which have no address of their own. */
export const routes = (await readMap()).filter(({ id }) => !frames.includes(id));

export const nameOf = ({ id, language }: Route) => (language ? id.slice(language.length + 1) : id);

/** Who stands for all where a page is asked for without its text: HEAD goes the way of GET. */
const headers: Who[] = ["visitor", "member", "administrator"];

/** Who tries other forms of an address: those who have the least. */
const triers: Who[] = ["visitor", "suspended", "member", "practitioner of elsewhere", "moderator"];

/** Every address of English, and those without a language, asked as browsers ask: for whole pages. */
export const pagesIn = (world: World): Cell[] =>
  casesIn(world, "en").flatMap(([route, one]) =>
    cellsOf(one, pathOf(route, one)).filter(({ method, who }) => method !== "HEAD" || headers.includes(who)),
  );

/** Every address of French, asked as a page's script asks: for the data of the page alone. No frame stands before it. */
export const dataIn = (world: World): Cell[] =>
  casesIn(world, "fr").flatMap(([route, one]) => {
    const path = pathOf(route, one);
    return cellsOf({ ...one, post: one.formAlone ?? one.post }, one.isDrawnAlone ? path : withQuery(path, { _data: route.id }));
  });

/** Other ways to write an address, in both languages: nothing more than the page, and at most the way to it. */
export const oddFormsIn = (world: World): Cell[] =>
  [...casesIn(world, "en"), ...casesIn(world, "fr")]
    .filter(([{ language, path }]) => language !== null && path !== "*")
    .flatMap(([route, one]) => cellsOf(one, pathOf(route, one)).filter(({ method, who }) => method === "GET" && triers.includes(who)))
    .flatMap((cell, index) => oddForms(cell).filter((_, form) => form === index % 5));

function oddForms(cell: Cell): Cell[] {
  const [before = "", query] = cell.path.split("?");
  const search = query ? `?${query}` : "";
  // To be sent on, to sign in or to prove who one is: none of it is more.
  const atMost = `${cell.wanted}|moved|sign-in|proof|400|404`;
  const lastLetter = before.replace(/[a-z]$/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  const doubled = before.replace(/\/(?=[^/]*$)/, "//");

  return [`${before}/${search}`, `/${cell.path}`, doubled + search, before.toUpperCase() + search, lastLetter + search].map((path) => ({
    ...cell,
    path,
    wanted: atMost,
  }));
}

const casesIn = (world: World, language: Language): [Route, Case][] =>
  routes
    .filter((route) => (route.language ?? "en") === language)
    .flatMap((route) => (decisions[nameOf(route)]?.(world, language) ?? []).map((one): [Route, Case] => [route, one]));

function cellsOf(one: Case, path: string): Cell[] {
  const { what = "", isLast = false, form } = one;

  return people.flatMap((who) => {
    const asked: [Method, string][] = [
      ["GET", one.get[who]],
      ["HEAD", one.get[who]],
      ["POST", one.post?.[who] ?? "405"],
      ["PUT", "405"],
      ["PATCH", "405"],
      ["DELETE", "405"],
    ];
    return asked
      .filter(([method]) => method !== "POST" || !one.isOnlyRead)
      .map(([method, wanted]) => ({ what, method, who, path, wanted, isLast, form }));
  });
}

/** The address of a route with its blanks filled as the case says. */
function pathOf({ path, language }: Route, { values = {}, query = {} }: Case): string {
  const filled = path
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name] ?? "none")))
    .replace("*", "nowhere/at/all");
  return withQuery(`/${[language, filled].filter(Boolean).join("/").replace(/^\//, "")}`, query);
}

function withQuery(path: string, more: Record<string, string>): string {
  const [before = "", query] = path.split("?");
  const search = new URLSearchParams([...new URLSearchParams(query), ...Object.entries(more)]);
  return search.size > 0 ? `${before}?${search}` : before;
}
