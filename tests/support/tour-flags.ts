import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import { get, post } from "./people";
import { thread } from "./threads";
import type { Stop } from "./tour";

const guide = { en: "set-up-an-arts-or-museum-prescription", fr: "prescription-artistique-ou-museale" };
const organization = { en: "canadian-red-cross", fr: "croix-rouge-canadienne" };

const words = {
  en: { title: "Who else waits for an answer?", first: "We have written three times.", why: "It stands in the wrong place." },
  fr: { title: "Qui attend aussi une réponse ?", first: "Nous avons écrit trois fois.", why: "Ce n’est pas au bon endroit." },
};

/** Reporting what breaks a rule, and hearing less of someone. */
export async function flagging(language: Language): Promise<Stop[]> {
  const { title, first, why } = words[language];
  const to = (page: PageName, values = {}) => pathTo(language, page, values);
  const open = await onThread(language, await thread("practitioner.b", language, title, first));
  const reported = await onThread(language, await thread("practitioner.b", language, `${title} (2)`, `${first} (2)`));
  await done(post(to("postFlag", { id: reported.id }), { rule: "off-topic", words: why }, "member"));
  await done(post(to("distance", { id: open.author }), { kind: "MUTED" }, "steward"));

  const stop = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: "member", ...more });
  return [
    stop("a report of a post", to("postFlag", { id: open.id })),
    stop("a report without a rule", to("postFlag", { id: open.id }), { status: 422, send: { words: why } }),
    stop("a report of something else without words", to("postFlag", { id: open.id }), { status: 422, send: { rule: "other", words: "" } }),
    stop("what one has reported already", to("postFlag", { id: reported.id })),
    stop("a report of a guide", to("practiceFlag", { slug: guide[language] })),
    stop("a report of a profile", to("personFlag", { slug: "pascal-cormier-exemple" })),
    stop("a report of an organization", to("organizationFlag", { slug: organization[language] })),
    stop("hearing less of someone", to("distance", { id: open.author })),
    stop("hearing less of someone without a choice", to("distance", { id: open.author }), { status: 422, send: { kind: "" } }),
    stop("nobody of whom one hears less", to("distances")),
    stop("of whom one hears less", to("distances"), { as: "steward" }),
    stop("a thread with posts that are folded away", to("thread", open.place), { as: "steward" }),
  ];
}

/** The first post of a thread, and the id of its author, as the menu of the post tells them. */
async function onThread(language: Language, place: { id: string; slug: string }) {
  const html = await (await get(pathTo(language, "thread", place), "member")).text();
  const id = /data-post="([0-9a-f-]{36})"/.exec(html)?.[1];
  const author = /\/distances\/([0-9a-f-]{36})/.exec(html)?.[1];
  if (!id || !author) throw new Error(`${place.slug} has no post of someone else`);
  return { id, author, place };
}

async function done(sent: Promise<Response>) {
  const answer = await sent;
  if (answer.status !== 302) throw new Error(`${answer.url} answered ${answer.status}`);
}
