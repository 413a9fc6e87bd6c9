import { expect, test } from "vitest";

import { action as claim, loader as claimPage } from "~/routes/moderation/claim";
import { action as release } from "~/routes/moderation/claim-removal";
import { action as decide, loader as decisionPage } from "~/routes/moderation/decision";
import { action as hide } from "~/routes/moderation/hiding";
import { action as show } from "~/routes/moderation/hiding-removal";
import { db } from "~/platform/db.server";
import { openedCase } from "#tests/support/cases";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

async function world() {
  const author = await person("Aline", { language: "fr" });
  const { posts } = await thread({ by: author, category: await category(), posts: ["First.", "Second."] });
  const { id } = await openedCase({ type: "POST", id: posts[1] ?? "", reporters: [await person("Rita")] });
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const path = `/en/moderation/cases/${id}`;
  const send = (fields: Record<string, string>, to = "") => submission(mona, path + to, { id }, fields);
  return { id, author, mona, path, send };
}

const chosen = { rule: "respect", content: "HIDE", person: "NONE" };

test("the buttons about a case lead back to it, and say what was done", async () => {
  const { id, mona, path, send } = await world();
  for (const [version, action] of [claim, release, hide, show].entries()) {
    const answer = await action(send({ version: String(version + 1) }));
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, path]);
    expect(answer.headers.get("Set-Cookie")).toContain("__Host-flash");
  }
  expect(claimPage(visit(mona, `${path}/claim`, { id })).headers.get("Location")).toBe(path);
  expect(await db.case.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 5, assigneeId: null, hiddenAt: null });
  expect(await status(claim(send({})))).toBe(422);
  expect(await status(claim(send({ version: "5", more: "x" })))).toBe(400);
});

test("the page of the form knows who reads what, and is for moderators alone", async () => {
  const { id, mona, author, path } = await world();
  const page = await (await decisionPage(visit(mona, `${path}/decision`, { id }))).json();
  expect(page).toMatchObject({
    id,
    version: 1,
    rule: "respect",
    body: "Second.",
    authorLanguage: "fr",
    reporterLanguages: ["en"],
    conflict: null,
  });
  expect(JSON.stringify(page)).not.toContain("Rita");

  const own = await (await decisionPage(visit({ ...author, roles: ["MODERATOR"] }, `${path}/decision`, { id }))).json();
  expect(own).toMatchObject({ conflict: "own" });
  expect(await status(decisionPage(visit(await person("Max"), `${path}/decision`, { id })))).toBe(404);
});

test("a form that lacks something comes back as it was typed", async () => {
  const { send } = await world();
  const { content: _content, ...without } = chosen;
  const missing = await decide(send({ version: "1", ...without, toAuthor: "Words" }));
  expect([missing.status, await missing.json()]).toMatchObject([
    422,
    { errors: { content: ["decisions.errors.content"] }, values: { toAuthor: "Words" } },
  ]);

  const endless = await decide(send({ version: "1", ...chosen, person: "SUSPEND" }));
  expect([endless.status, await endless.json()]).toMatchObject([422, { errors: { length: ["decisions.errors.length"] } }]);
});

test("a decision leads back to the case; one that comes a second later comes back with what was typed, and with the first", async () => {
  const { id, mona, path, send } = await world();
  const first = await decide(send({ version: "1", ...chosen, note: "Clear." }));
  expect([first.status, first.headers.get("Location")]).toEqual([302, path]);

  const late = await decide(send({ version: "1", ...chosen, toAuthor: "My own words" }));
  expect([late.status, await late.json()]).toMatchObject([
    409,
    { errors: { "": ["moderation.conflict.closed"] }, values: { toAuthor: "My own words" } },
  ]);
  const page = await (await decisionPage(visit(mona, `${path}/decision`, { id }))).json();
  expect(page).toMatchObject({ isOpen: false, decided: { by: "Mona", content: "HIDE", note: "Clear." } });
});
