import { randomUUID } from "node:crypto";

import type { Language } from "~/i18n/languages";
import { pathTo } from "~/platform/paths";

import { get, type Person, post } from "./people";

export type Place = { id: string; slug: string };

/** A new thread of this person, sent through the portal's own form, in the first category where they may begin one. */
export async function thread(author: Person, language: Language, title: string, body: string): Promise<Place> {
  const path = await beginning(author, language);
  const answer = await post(path, { ...blank(language), kind: "THREAD", category: await categoryAt(path, author), title, body }, author);
  const location = answer.headers.get("Location") ?? "";
  const place = /\/(?:threads|fils)\/([0-9a-f-]{36})\/([^/?#]+)/.exec(location);
  if (place?.[1] && place[2]) return { id: place[1], slug: place[2] };
  return whereLeads(location, author, answer.status);
}

/** One more post in a thread. */
export async function reply(author: Person, language: Language, place: Place, body: string) {
  const answer = await post(pathTo(language, "reply", place), { ...blank(language), kind: "REPLY", thread: place.id, body }, author);
  if (answer.status !== 302) throw new Error(`the reply was answered ${answer.status}`);
}

/** The page on which this person begins a thread. */
export async function beginning(author: Person, language: Language): Promise<string> {
  const forums = await (await get(pathTo(language, "forums"), author)).text();
  const pattern = new RegExp(`href="(${pathTo(language, "newThread", { slug: "SLUG" }).replace("SLUG", '[^/"]+')})"`);
  const path = pattern.exec(forums)?.[1];
  if (!path) throw new Error(`${author} may begin a thread nowhere`);
  return path;
}

const blank = (language: Language) => ({ id: randomUUID(), sequence: "0", replyTo: "", language });

/** The category in which a thread is begun on this page. */
export async function categoryAt(path: string, author: Person): Promise<string> {
  return /name="category" value="([0-9a-f-]{36})"/.exec(await (await get(path, author)).text())?.[1] ?? "";
}

/** The thread behind the address of a post. */
async function whereLeads(location: string, author: Person, status: number): Promise<Place> {
  const answer = location ? await get(location, author) : null;
  const place = /\/(?:threads|fils)\/([0-9a-f-]{36})\/([^/?#]+)/.exec(answer?.headers.get("Location") ?? "");
  if (!place?.[1] || !place[2]) throw new Error(`the thread was answered ${status} and led nowhere (${location})`);
  return { id: place[1], slug: place[2] };
}
