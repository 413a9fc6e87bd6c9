import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { action as propose, loader as proposal } from "~/routes/forums/proposal";
import { action as agree, loader as consent } from "~/routes/practices/suggestion-consent";
import { action as refuse, loader as refusal } from "~/routes/practices/suggestion-refusal";
import { action as take } from "~/routes/practices/suggestion-taking";
import { action as withdraw } from "~/routes/practices/suggestion-withdrawal";
import { loader as suggestions } from "~/routes/practices/suggestions";
import { loader as guidePage } from "~/routes/practices/show";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { submission, visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

let amira: Actor;
let noor: Actor;
let kim: Actor;
let slug = "";
let id = "";

beforeEach(async () => {
  amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  noor = await person("Noor");
  kim = await person("Kim");
  ({ slug } = await guide({ by: amira, state: "PUBLISHED" }));
  const posts = ["How?", "Call the day before.\n\nBring tea."];
  const begun = await thread({ by: kim, category: await category(), posts, writers: [kim, noor] });
  id = begun.posts[1] ?? "";
});

const path = () => `/en/posts/${id}/proposal`;
const form = (changes: Record<string, string> = {}) => ({
  guide: `/en/practices/${slug}`,
  section: "steps",
  body: "Bring tea.",
  note: "",
  ...changes,
});
const offer = async (actor: Actor) => {
  await propose(submission(actor, path(), { id }, form()));
  return (await db.suggestion.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
};
const at = (suggestion: string) => ({ slug, id: suggestion });

test("a proposal begins with the guide that the post links to, or any that one can read", async () => {
  await db.post.update({ where: { id }, data: { html: `<p><a href="/en/practices/${slug}">x</a></p>` } });
  const first = await (await proposal(visit(kim, path(), { id }))).json();
  expect(first).toMatchObject({ chosen: null, post: { number: 2, name: "Noor", guides: [{ slug, isDiscussed: false }] } });

  const second = await proposal(visit(kim, `${path()}?address=https://example.org/en/practices/${slug}`, { id }));
  expect(await second.json()).toMatchObject({ chosen: { slug, sections: [{ key: "purpose" }, { key: "steps" }] }, isWider: false });
  const unknown = await proposal(visit(kim, `${path()}?address=nothing`, { id }));
  expect(unknown.status).toBe(422);
  expect(await unknown.json()).toMatchObject({ chosen: null, errors: { address: ["suggestions.error.guide"] } });
});

test("the guide that a thread discusses is chosen already", async () => {
  const face = await db.face.findFirstOrThrow({ where: { slug } });
  await db.thread.updateMany({ data: { contributionId: face.contributionId } });

  expect(await (await proposal(visit(kim, path(), { id }))).json()).toMatchObject({ chosen: { slug } });
  expect(await (await proposal(visit(kim, `${path()}?guide=other`, { id }))).json()).toMatchObject({ chosen: null });
});

test("a proposal that cannot be taken comes back with what was typed", async () => {
  const sent = await propose(submission(kim, path(), { id }, form({ body: "Bring cake.", note: "Because" })));

  expect(sent.status).toBe(422);
  expect(await sent.json()).toMatchObject({ errors: { body: ["suggestions.error.notTheirs"] }, values: { note: "Because" } });
  await expect(propose(submission(null, path(), { id }, form()))).rejects.toMatchObject({ status: 302 });
  await expect(proposal(visit(await person("Zed", { isSilenced: true }), path(), { id }))).rejects.toMatchObject({ status: 403 });
});

test("only the author of the words opens the question, agrees, or would rather not", async () => {
  const suggestion = await offer(kim);
  const params = { id: suggestion };

  expect(await (await consent(visit(noor, "/en/suggestions", params))).json()).toMatchObject({
    name: "Noor",
    hasPost: true,
    isWider: false,
    suggestion: { body: "Bring tea.", state: "ASKED", heading: "Steps" },
  });
  await expect(consent(visit(kim, "/en/suggestions", params))).rejects.toMatchObject({ status: 404 });
  await expect(agree(submission(kim, "/en/suggestions", params))).rejects.toMatchObject({ status: 404 });
  expect((await agree(submission(noor, "/en/suggestions", params))).status).toBe(302);
  const away = await withdraw(submission(kim, "/en/suggestions", params));
  expect(away.headers.get("Location")).toBe(`/en/posts/${id}`);
});

test("who writes the guide sees what was offered, and takes or declines it", async () => {
  const first = await offer(noor);
  const waiting = async () => (await (await suggestions(visit(amira, "/en/practices", { slug }))).json()).waiting;
  expect(await waiting()).toMatchObject([{ id: first, author: "Noor", postId: id, heading: "Steps" }]);
  await expect(suggestions(visit(kim, "/en/practices", { slug }))).rejects.toMatchObject({ status: 403 });

  const page = await (await guidePage(visit(amira, `/en/practices/${slug}`, { slug }))).json();
  expect(page.practice).toMatchObject({ work: { proposals: 1 }, credits: [] });
  expect((await take(submission(amira, "/en/practices", at(first)))).headers.get("Location")).toBe(`/en/practices/${slug}/edit`);
  await expect(take(submission(amira, "/en/practices", at(first)))).rejects.toMatchObject({ status: 409 });

  const second = await offer(noor);
  expect((await refuse(submission(amira, "/en/practices", at(second), { reason: "No" }))).status).toBe(422);
  expect((await (await refusal(visit(amira, "/en/practices", at(second)))).json()).suggestion.author).toBe("Noor");
  await expect(refuse(submission(kim, "/en/practices", at(second), { reason: "It is there already." }))).rejects.toMatchObject({
    status: 403,
  });
  expect((await refuse(submission(amira, "/en/practices", at(second), { reason: "It is there already." }))).status).toBe(302);
  expect(await waiting()).toEqual([]);
});

test("where words stand is linked only for those who read there", async () => {
  const suggestion = await offer(noor);
  await db.suggestion.update({ where: { id: suggestion }, data: { state: "TAKEN", decidedAt: new Date(0), deciderId: amira.id } });
  const credits = async (actor: Actor | null) =>
    (await (await guidePage(visit(actor, `/en/practices/${slug}`, { slug }))).json()).practice as { credits?: unknown };

  expect(await credits(null)).toMatchObject({ credits: [{ name: "Noor", postId: id }] });
  await db.category.updateMany({ data: { seenBy: "MEMBERS" } });
  expect(await credits(null)).toMatchObject({ credits: [{ name: "Noor", postId: null }] });
  expect(await credits(kim)).toMatchObject({ credits: [{ postId: id }] });
});
