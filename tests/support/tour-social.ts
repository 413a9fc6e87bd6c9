import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import { get, type Person, post } from "./people";
import { reply, thread } from "./threads";
import type { Stop } from "./tour";

const guide = { en: "example-tea-and-walk-thursdays", fr: "exemple-les-jeudis-the-et-marche" };

const words = {
  en: { title: "How do you call people before a first visit?", first: "We write a letter.", answer: "We call the day before, at noon." },
  fr: {
    title: "Comment appelez-vous avant une première visite ?",
    first: "Nous écrivons une lettre.",
    answer: "Nous appelons la veille, à midi.",
  },
};

/** What members do with posts beside writing them: keep them, answer polls, propose them for a guide. */
export async function social(language: Language): Promise<Stop[]> {
  const { title, first, answer } = words[language];
  const place = await thread("practitioner", language, title, first);
  await reply("member", language, place, answer);
  const [asked = "", offered = ""] = await postsOf(language, place);
  const to = (page: PageName, values = {}) => pathTo(language, page, values);
  const address = to("practice", { slug: guide[language] });
  const proposal = (body: string) => ({ guide: address, section: "", body, note: "" });

  await done(post(to("postReaction", { id: asked }), { kind: "THANKS", value: "on" }, "member"));
  await done(post(to("postBookmark", { id: asked }), { note: answer, remind: "week" }, "member"));
  await done(post(to("postAcceptance", { id: offered }), {}, "practitioner"));
  await done(post(to("postProposal", { id: asked }), proposal(first), "member"));
  await done(post(to("postProposal", { id: offered }), proposal(answer), "member"));
  const consent = await linkOn(to("postProposal", { id: asked }), to("suggestionConsent", { id: "ID" }), "practitioner");
  const refusal = await linkOn(
    to("practiceSuggestions", { slug: guide[language] }),
    to("suggestionRefusal", { slug: guide[language], id: "ID" }),
  );

  const member = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: "member", ...more });
  const writer = (name: string, path: string, more: Partial<Stop> = {}): Stop => ({ name, path, as: "practitioner", ...more });
  return [
    member("a thread with an answer and a bookmark", to("thread", place)),
    member("one's bookmarks", to("bookmarks")),
    writer("no bookmarks", to("bookmarks")),
    member("a proposal for a guide to choose", to("postProposal", { id: asked })),
    member("a proposal for a guide that is none", to("postProposal", { id: asked, address: "x" }), { status: 422 }),
    member("a proposal for a guide", to("postProposal", { id: asked, guide: address })),
    member("a proposal that adds words", to("postProposal", { id: asked, guide: address }), { status: 422, send: proposal(answer) }),
    writer("words that one is asked for", consent),
    writer("what was proposed for a guide", to("practiceSuggestions", { slug: guide[language] })),
    writer("declining what was proposed", refusal),
    writer("declining what was proposed without a reason", refusal, { status: 422, send: { reason: "" } }),
  ];
}

async function postsOf(language: Language, place: { id: string; slug: string }): Promise<string[]> {
  const page = await (await get(pathTo(language, "thread", place), "member")).text();
  return [...page.matchAll(/data-post="([0-9a-f-]{36})"/g)].map(([, id]) => id ?? "");
}

/** The first address of this shape to which a page leads. */
async function linkOn(page: string, shape: string, as: Person = "practitioner"): Promise<string> {
  const html = await (await get(page, as)).text();
  const path = new RegExp(`href="(${shape.replace("ID", "[0-9a-f-]{36}")})"`).exec(html)?.[1];
  if (!path) throw new Error(`${page} leads to nothing like ${shape}`);
  return path;
}

async function done(sent: Promise<Response>) {
  const answer = await sent;
  if (answer.status !== 302) throw new Error(`${answer.url} answered ${answer.status}`);
}
