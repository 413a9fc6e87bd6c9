import { randomUUID } from "node:crypto";

import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import { get, type Person, post } from "./people";
import { beginning, categoryAt, thread } from "./threads";
import type { Stop } from "./tour";

const words = {
  en: {
    title: "How do you begin a first conversation?",
    first: "We ask what matters to the person, and *then* we listen.",
    second: "We ask what matters to the person, take our time, and *then* we listen.",
    half: "A thought that is not finished",
  },
  fr: {
    title: "Comment commencez-vous une première conversation ?",
    first: "Nous demandons ce qui compte pour la personne, *puis* nous écoutons.",
    second: "Nous demandons ce qui compte pour la personne, prenons notre temps, *puis* nous écoutons.",
    half: "Une idée qui n’est pas terminée",
  },
};

/** Where people write: new threads, replies, previews, changes, histories, removals, drafts. */
export async function posting(language: Language): Promise<Stop[]> {
  const { title, first, second, half } = words[language];
  const place = await thread("practitioner.b", language, title, first);
  const id = await firstPost(language, place);
  const to = (page: PageName, values = {}) => pathTo(language, page, values);
  const form = { id: randomUUID(), sequence: "0", replyTo: "", language, to: to("reply", place) };
  const reply = { ...form, kind: "REPLY", thread: place.id };
  const edit = { ...form, kind: "EDIT", post: id, body: second };

  const kept = await post(to("postDraft", { id: form.id }), { ...reply, body: half }, "member");
  if (kept.status !== 200) throw new Error(`a draft was answered ${kept.status}`);
  const start = await beginning("member", language);
  const begun = { ...form, id: randomUUID(), kind: "THREAD", category: await categoryAt(start, "member"), title: "?", body: " " };
  const stop = (as: Person, name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as, ...more });

  return [
    stop("member", "a new thread", start),
    stop("member", "a new thread without a text", start, {
      status: 422,
      send: begun,
    }),
    stop("member", "a reply with a draft", to("reply", place)),
    stop("practitioner", "a reply that quotes", to("reply", { ...place, quote: id })),
    stop("practitioner", "a reply without a text", to("reply", place), { status: 422, send: { ...reply, id: randomUUID(), body: "" } }),
    stop("practitioner", "a preview", to("forumPreview"), { send: { ...reply, id: randomUUID(), body: second } }),
    stop("practitioner", "nothing to preview", to("forumPreview")),
    stop("practitioner.b", "a post that is changed", to("postEdit", { id })),
    stop("practitioner.b", "two texts that meet", to("postEdit", { id }), { status: 409, send: { ...edit, version: "0" } }),
    stop("member", "the history of a post", to("postHistory", { id })),
    stop("practitioner.b", "a post that is to be removed", to("postRemoval", { id })),
    stop("member", "the drafts of posts", to("forumDrafts")),
    stop("editor", "no drafts of posts", to("forumDrafts")),
  ];
}

async function firstPost(language: Language, place: { id: string; slug: string }): Promise<string> {
  const page = await (await get(pathTo(language, "thread", place), "member")).text();
  return /data-post="([0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
}
