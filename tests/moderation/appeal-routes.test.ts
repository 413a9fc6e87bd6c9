import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { appealDecision, ruleOnAppeal } from "~/features/moderation/appeal.server";
import { db } from "~/platform/db.server";
import { action as appeal, loader as appealPage } from "~/routes/decisions/appeal";
import { action as appealByMail, headers as mailHeaders, loader as byMail } from "~/routes/decisions/by-mail";
import { loader as decisionPage } from "~/routes/decisions/show";
import { action as lift, loader as lifting } from "~/routes/moderation/lifting";
import { action as rule, loader as rulingPage } from "~/routes/moderation/ruling";
import { loader as sanctionsPage } from "~/routes/moderation/sanctions";
import { loader as ownPage } from "~/routes/settings/moderation";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

import { decided, tokenMailedTo } from "./decided";

const words = "My post names nobody; the words that were reported are a quotation.";

let amira: Actor;
let noor: Actor;
let mona: Actor;
let otto: Actor;
let post = "";

beforeEach(async () => {
  amira = await person("Amira");
  noor = await person("Noor");
  mona = await person("Mona", { roles: ["MODERATOR"] });
  otto = await person("Otto", { roles: ["MODERATOR"] });
  const { posts } = await thread({ by: noor, writers: [noor, amira], category: await category(), posts: ["How?", "Like this."] });
  post = posts[1] ?? "";
});

const hidden = (changes: object = {}) => decided("POST", post, { by: mona, reporter: noor, content: "HIDE", ...changes });
const decisionOf = async (viewer: Actor, id: string) => (await decisionPage(visit(viewer, `/en/decisions/${id}`, { id }))).json();
const answerOf = (id: string, actor: Actor | null, fields: Record<string, string>) =>
  appeal(submission(actor, `/en/decisions/${id}/appeal`, { id }, fields));

test("whoever was decided about reads what, by which rule and until when it can be contested, and never who", async () => {
  const { decisionId } = await hidden({ toAuthor: "Please leave out the name.", note: "For us alone." });
  const page = await decisionOf(amira, decisionId);

  expect(page).toMatchObject({
    subject: "POST",
    words: "Like this.",
    rule: "respect",
    content: "HIDE",
    person: "NONE",
    toAuthor: "Please leave out the name.",
    state: "open",
    appeal: null,
  });
  expect(JSON.stringify(page)).not.toMatch(new RegExp(`Noor|Mona|${noor.id}|${mona.id}|For us alone`));
});

test("nobody else has that page, and a visitor signs in first", async () => {
  const { decisionId: id } = await hidden();

  for (const viewer of [noor, mona, otto]) expect(await status(decisionOf(viewer, id))).toBe(404);
  expect(await status(decisionPage(visit(null, `/en/decisions/${id}`, { id })))).toBe(302);
});

test("the stewards of an organization read what was decided about it", async () => {
  const home = await organization();
  const stella = await person("Stella", { organizations: [home], steward: true });
  const pete = await person("Pete", { organizations: [home] });
  const { decisionId } = await decided("ORGANIZATION", home.id, { by: mona, content: "HIDE" });

  expect(await decisionOf(stella, decisionId)).toMatchObject({ subject: "ORGANIZATION", state: "open" });
  expect(await status(decisionOf(pete, decisionId))).toBe(404);
  expect((await (await ownPage(visit(stella, "/en/settings/moderation"))).json()).cases.rows).toMatchObject([{ decisionId }]);
});

test("an appeal leads back to the decision, and comes back with what was typed where it cannot be taken", async () => {
  const { decisionId: id } = await hidden();
  const short = await answerOf(id, amira, { words: "No." });
  expect(short.status).toBe(422);
  expect(await short.json()).toMatchObject({ errors: { words: ["appeals.errors.words"] }, values: { words: "No." } });

  const sent = await answerOf(id, amira, { words });
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, `/en/decisions/${id}`]);
  const again = await answerOf(id, amira, { words: `${words} Again.` });
  expect(again.status).toBe(409);
  expect(await again.json()).toMatchObject({ errors: { "": ["appeals.errors.twice"] }, values: { words: `${words} Again.` } });
  expect(await decisionOf(amira, id)).toMatchObject({ state: "waiting", isWithoutDecider: false, appeal: { words } });
  expect(await status(appealPage(visit(amira, `/en/decisions/${id}/appeal`, { id })))).toBe(302);
});

test("where nobody else may decide, the page says that the appeal waits", async () => {
  const { decisionId: id } = await hidden();
  await db.roleGrant.deleteMany({ where: { accountId: otto.id } });
  await appealDecision(amira, id, words);

  expect(await decisionOf(amira, id)).toMatchObject({ state: "waiting", isWithoutDecider: true });
});

test("the link in the mail opens the decision without an account, and shows no words once it was used", async () => {
  await hidden({ person: "SUSPEND", length: "24h", toAuthor: "Please leave out the name." });
  const token = await tokenMailedTo("amira@example.org");
  const path = `/en/appeals/${token}`;
  const opened = await byMail(visit(null, path, { token }));

  expect(await opened.json()).toMatchObject({ decision: { words: "Like this.", toAuthor: "Please leave out the name.", address: null } });
  expect(mailHeaders()).toMatchObject({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex" });
  expect(token.length).toBeGreaterThanOrEqual(22);
  expect(await status(byMail(visit(null, "/en/appeals/none", { token: "none" })))).toBe(404);

  const short = await appealByMail(submission(null, path, { token }, { words: "No." }));
  expect(short.status).toBe(422);
  const sent = await appealByMail(submission(null, path, { token }, { words }));
  expect([sent.status, sent.headers.get("Referrer-Policy")]).toEqual([302, "same-origin"]);
  const used = await (await byMail(visit(null, path, { token }))).json();
  expect(used.decision).toMatchObject({ state: "waiting", title: "", words: "", toAuthor: "", appeal: { words: "" } });
  expect((await appealByMail(submission(null, path, { token }, { words: `${words} Again.` }))).status).toBe(409);
});

test("a link whose time is over shows how things stand, and takes nothing", async () => {
  await hidden();
  const token = await tokenMailedTo("amira@example.org");
  await db.decision.updateMany({ data: { appealableUntil: new Date(Date.now() - 1000) } });
  const path = `/en/appeals/${token}`;

  expect(await (await byMail(visit(null, path, { token }))).json()).toMatchObject({ decision: { state: "over", words: "" } });
  const late = await appealByMail(submission(null, path, { token }, { words }));
  expect([late.status, (await late.json()).errors]).toEqual([409, { "": ["appeals.errors.late"] }]);
});

test("a ruling leads back to the case, and comes back with what was typed where it cannot be taken", async () => {
  const { decisionId } = await hidden();
  const { caseId: id } = await appealDecision(amira, decisionId, words);
  const path = `/en/moderation/cases/${id}/ruling`;
  const send = (actor: Actor, fields: Record<string, string>) =>
    rule(submission(actor, path, { id }, { version: "1", toAuthor: "", note: "", ...fields }));

  const none = await send(otto, { toAuthor: "Dear Amira" });
  expect(none.status).toBe(422);
  expect(await none.json()).toMatchObject({ errors: { ruling: ["appeals.errors.ruling"] }, values: { toAuthor: "Dear Amira" } });
  const stale = await send(otto, { version: "9", ruling: "UPHELD", toAuthor: "Dear Amira" });
  expect([stale.status, (await stale.json()).values.toAuthor]).toEqual([409, "Dear Amira"]);
  expect(await status(send(mona, { ruling: "UPHELD" }))).toBe(403);
  expect(await status(rulingPage(visit(otto, path, { id })))).toBe(302);
  const saved = await send(otto, { ruling: "OVERTURNED", toAuthor: "You are right." });
  expect([saved.status, saved.headers.get("Location")]).toEqual([302, `/en/moderation/cases/${id}`]);
  expect(await decisionOf(amira, decisionId)).toMatchObject({ state: "OVERTURNED", appeal: { toAuthor: "You are right." } });
});

test("everyone has their own page: what is theirs, the measures, their reports, and what became of their decisions", async () => {
  const { decisionId, caseId } = await hidden({ person: "SILENCE", length: "24h" });
  const silenced = (await findActor(amira.id)) as Actor;
  const own = async (viewer: Actor) => (await ownPage(visit(viewer, "/en/settings/moderation"))).json();

  expect(await db.notification.count({ where: { accountId: amira.id, kind: "case_news", readAt: null } })).toBe(1);
  const page = await own(silenced);
  expect(page.cases.rows).toMatchObject([
    { id: caseId, state: "hiddenByDecision", decisionId, contestUntil: expect.any(String), repair: null },
  ]);
  expect(page.sanctions.rows).toMatchObject([{ kind: "SILENCE", endedAt: null }]);
  expect(await db.notification.count({ where: { accountId: amira.id, kind: "case_news", readAt: null } })).toBe(0);
  expect((await own(noor)).reports.rows).toMatchObject([{ caseId, outcome: "acted", told: [{ language: "en" }] }]);
  expect(JSON.stringify(page)).not.toMatch(new RegExp(`Noor|Mona|${noor.id}|${mona.id}`));

  const { caseId: second } = await appealDecision(silenced, decisionId, words);
  expect((await own(silenced)).cases.rows).toMatchObject([{ appealId: second, appealState: "waiting" }]);
  await ruleOnAppeal(otto, second, { version: 1, ruling: "OVERTURNED", toAuthor: "", note: "" });
  expect((await own(amira)).sanctions.rows).toMatchObject([{ endedAt: expect.any(String) }]);
  expect((await own(noor)).reports.rows).toMatchObject([{ outcome: "undone", told: [{}, {}] }]);
  expect((await own(mona)).judged.rows).toMatchObject([{ caseId: second, subject: "On appeal, your decision was undone" }]);
});

test("a hidden post is there to be repaired, and one's own page lists nobody else's", async () => {
  await hidden();
  const page = await (await ownPage(visit(amira, "/en/settings/moderation"))).json();
  expect(page.cases.rows).toMatchObject([{ repair: post }]);

  const empty = await (await ownPage(visit(otto, "/en/settings/moderation"))).json();
  expect(empty).toMatchObject({ cases: { rows: [] }, sanctions: { rows: [] }, reports: { rows: [] }, judged: { rows: [] } });
});

test("moderators see present and past sanctions of their scope, and lift those that are not of their own house", async () => {
  const home = await organization();
  const author = await person("Ada", { organizations: [home] });
  const colin = await person("Colin", { roles: ["MODERATOR"], organizations: [home] });
  const { posts } = await thread({ by: author, category: await category("More") });
  await decided("POST", posts[0] ?? "", { by: mona, person: "SUSPEND", length: "7d" });
  const list = async (viewer: Actor, query = "") => (await sanctionsPage(visit(viewer, `/en/moderation/sanctions${query}`))).json();

  expect(await status(list(noor))).toBe(403);
  const [one] = (await list(otto)).sanctions;
  expect(one).toMatchObject({ name: "Ada", kind: "SUSPENSION", conflict: null });
  expect((await list(colin)).sanctions).toMatchObject([{ conflict: "organization" }]);
  await db.moderatorScope.create({ data: { accountId: mona.id, kind: "LANGUAGE", value: "fr" } });
  expect((await list(mona)).sanctions).toEqual([]);

  const id = one?.id ?? "";
  const path = `/en/moderation/sanctions/${id}/lifting`;
  const send = (actor: Actor, reason: string) => lift(submission(actor, path, { id }, { reason }));
  expect(await (await lifting(visit(otto, path, { id }))).json()).toMatchObject({ name: "Ada", endedAt: null });
  expect(await status(Promise.resolve(lifting(visit(mona, path, { id }))))).toBe(404);
  expect((await send(otto, "")).status).toBe(422);
  expect(await status(send(colin, "We know her."))).toBe(403);
  expect((await send(otto, "It was a mistake.")).status).toBe(302);
  const late = await send(otto, "Once more.");
  expect([late.status, (await late.json()).values.reason]).toEqual([409, "Once more."]);
  expect((await list(otto)).sanctions).toEqual([]);
  expect((await list(otto, "?state=past")).sanctions).toMatchObject([{ wasLifted: true }]);
});
