import { randomUUID } from "node:crypto";

import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";

import { dayIn } from "./one-language";
import { get, guideText, type Person, post } from "./people";

/** How far a guide has come when a test begins with it. */
export type Standing = "draft" | "waiting" | "returned" | "published";

/** A new guide of this author, sent through the portal's own forms. Gives its address word. */
export async function guide(author: Person, language: Language, title: string, until: Standing = "draft"): Promise<string> {
  const begin = pathTo(language, "practiceNew");
  const organization = valueIn(await (await get(begin, author)).text(), /<option value="([0-9a-f-]{36})"/);
  const slug = slugOf(await post(begin, { id: randomUUID(), title, organization }, author));
  const at = (page: PageName) => pathTo(language, page, { slug });

  await done(post(at("practiceEdit"), { ...guideText(language, title), base: "1", sequence: "0" }, author));
  if (until === "draft") return slug;
  await done(post(at("practiceWaiver"), { reason: "The other language follows.", until: dayIn(90) }, author));
  await done(post(at("practiceSubmission"), {}, author));
  if (until === "waiting") return slug;
  await decide(language, slug, until === "published" ? "APPROVED" : "CHANGES_REQUESTED");
  return slug;
}

/** The editor takes the review of a guide and decides it. */
async function decide(language: Language, slug: string, decision: string, comment = "Please say who prepares the visit.") {
  const address = pathTo(language, "practiceReview", { slug });
  const review = valueIn(await (await get(address, "editor")).text(), /name="review" value="([0-9a-f-]{36})"/);
  await done(post(pathTo(language, "practiceClaim", { slug }), { review, claimant: "" }, "editor"));
  await done(post(address, { review, decision, comment }, "editor"));
}

/** The other language of a guide, begun by its author. Gives its address word. */
export async function translation(author: Person, from: Language, slug: string): Promise<string> {
  return slugOf(await post(pathTo(from, "practiceTranslation", { slug }), {}, author));
}

async function done(sent: Promise<Response>) {
  const answer = await sent;
  if (answer.status !== 302) throw new Error(`${answer.url} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
}

function slugOf(answer: Response): string {
  const [, slug] = /\/(?:practices|pratiques)\/([^/]+)\//.exec(answer.headers.get("Location") ?? "") ?? [];
  if (!slug) throw new Error(`${answer.url} answered ${answer.status} and led to no guide`);
  return slug;
}

function valueIn(html: string, pattern: RegExp): string {
  const value = pattern.exec(html)?.[1];
  if (!value) throw new Error(`the page has nothing like ${pattern}`);
  return value;
}
