import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";

import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import { get, type Person, post } from "./people";
import { thread } from "./threads";
import type { Stop } from "./tour";

const words = {
  en: {
    watched: "quicksilver",
    title: "Which remedies do people ask about?",
    body: "Someone asked about *quicksilver*, see https://example.org/.",
  },
  fr: {
    watched: "vif-argent",
    title: "De quels remèdes vous parle-t-on ?",
    body: "On me parle de *vif-argent*, voir https://example.org/.",
  },
};

const PATIENCE_MS = 15_000;

/** Where words wait for a moderator: the list of whose they are, their case, and the words that make them wait. */
export async function holding(language: Language): Promise<Stop[]> {
  const { watched, title, body } = words[language];
  const to = (page: PageName, values = {}) => pathTo(language, page, values);
  const added = await post(to("watchedWords"), { word: watched }, "admin");
  if (![302, 422].includes(added.status)) throw new Error(`a watched word was answered ${added.status}`);

  const place = await thread("practitioner.b", language, title, title);
  const reply = { id: randomUUID(), kind: "REPLY", thread: place.id, sequence: "0", replyTo: "", language, body };
  const sent = await post(to("reply", place), reply, "practitioner");
  if (sent.headers.get("Location") !== to("heldPosts")) throw new Error(`words that wait were answered ${sent.status}`);
  const id = await caseOf(to("moderation", { kind: "HELD" }), language);
  const stop = (as: Person, name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as, ...more });

  return [
    stop("practitioner", "one's words that wait", to("heldPosts")),
    stop("practitioner", "a thread in which words of one's own wait", to("thread", place)),
    stop("editor", "no words that wait", to("heldPosts")),
    stop("admin", "the case of words that wait", to("moderationCase", { id })),
    stop("admin", "words that are sent back", to("caseReturn", { id })),
    stop("admin", "words that are sent back without a rule", to("caseReturn", { id }), {
      status: 422,
      send: { version: "1", rule: "", words: "" },
    }),
    stop("admin", "the watched words", to("watchedWords")),
    stop("admin", "a watched word that is none", to("watchedWords"), { status: 422, send: { word: "()" } }),
  ];
}

/** The first case in this queue. A case is opened by a job, a moment after what it is about. */
export async function caseOf(queue: string, language: Language): Promise<string> {
  const link = new RegExp(`href="${pathTo(language, "moderationCase", { id: "ID" }).replace("ID", "([0-9a-f-]{36})")}"`);
  for (const since = Date.now(); Date.now() - since < PATIENCE_MS; await setTimeout(200)) {
    const id = link.exec(await (await get(queue, "admin")).text())?.[1];
    if (id) return id;
  }
  throw new Error(`${queue} has no case`);
}
