import { expect, test } from "vitest";

import { addPair } from "~/features/terminology/term-pair.server";
import { pairSchema } from "~/features/terminology/schema.server";
import { db } from "~/platform/db.server";
import { action as change, loader as form } from "~/routes/terminology/edit";
import { loader as list } from "~/routes/terminology/index";
import { action as add, loader as newForm } from "~/routes/terminology/new";
import { action as remove } from "~/routes/terminology/removal";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

const fields = {
  en: "link worker",
  fr: "agente ou agent de liaison",
  enOthers: "community connector",
  frOthers: "",
  enNote: "",
  frNote: "",
  source: "",
};

const editor = () => person("Edith", { roles: ["EDITOR"] });

test("the form of an editor adds a pair and leads to it in the list; what is wrong comes back as it was typed", async () => {
  const edith = await editor();
  const faulty = await add(submission(edith, "/fr/terminologie/nouveau", {}, { ...fields, en: " ", frNote: "Au Canada" }));
  expect(faulty.status).toBe(422);
  expect(await faulty.json()).toMatchObject({ errors: { en: ["terminology.error.word"] }, values: { frNote: "Au Canada", en: " " } });
  expect(await db.termPair.count()).toBe(0);

  const added = await add(submission(edith, "/fr/terminologie/nouveau", {}, fields));
  expect([added.status, added.headers.get("Location")]).toEqual([302, "/fr/terminologie?q=agente+ou+agent+de+liaison"]);
  expect(await db.termPair.count()).toBe(1);
});

test("a form that began before someone else's change is answered 409, with what was typed and what is saved now", async () => {
  const edith = await editor();
  const { id } = await addPair(edith, pairSchema.parse(fields));
  const began = await (await form(visit(edith, `/en/terminology/${id}`, { id }))).json();
  const path = `/en/terminology/${id}`;
  expect((await change(submission(edith, path, { id }, { ...fields, ...began.fields, source: "usage of this portal" }))).status).toBe(302);

  const late = await change(submission(edith, path, { id }, { ...fields, ...began.fields, enNote: "My words" }));
  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({ isStale: true, values: { enNote: "My words" }, errors: { "": ["terminology.error.stale"] } });
  const { fields: now } = await (await form(visit(edith, path, { id }))).json();
  expect(now).toMatchObject({ source: "usage of this portal", enNote: "" });

  expect((await change(submission(edith, path, { id }, { ...fields, changedAt: now.changedAt, enNote: "My words" }))).status).toBe(302);
  expect(await status(remove(submission(edith, `${path}/removal`, { id }, { changedAt: now.changedAt })))).toBe(409);
  expect(await db.termPair.findUniqueOrThrow({ where: { id } })).toMatchObject({ enNote: "My words", source: "" });
});

test("everyone reads the list, in which only who keeps it is offered to change it", async () => {
  const edith = await editor();
  await addPair(edith, pairSchema.parse(fields));
  const seenBy = async (viewer: Parameters<typeof visit>[0]) =>
    (await (await list(visit(viewer, "/en/terminology?q=connector"))).json()).list;

  expect(await seenBy(null)).toMatchObject({ total: 1, items: [{ en: "link worker" }], may: { keep: false } });
  expect(await seenBy(edith)).toMatchObject({ may: { keep: true } });
});

test("an address without words to look for, or past the end, leads to the list", async () => {
  const to = async (path: string) => {
    const answer = await list(visit(null, path)).catch((thrown: unknown) => thrown as Response);
    return [answer.status, answer.headers.get("Location")];
  };
  expect(await to("/en/terminology?q=")).toEqual([302, "/en/terminology"]);
  expect(await to("/fr/terminologie?q=mot&after=0199aaaa-0000-7000-8000-000000000000")).toEqual([302, "/fr/terminologie?q=mot"]);
});

test("a visitor is sent to sign in, and a member refused", async () => {
  const member = await person("Mina");
  const throwing = async (run: () => unknown) => status(Promise.resolve().then(run));

  expect(await throwing(() => newForm(visit(null, "/en/terminology/new")))).toBe(302);
  expect(await throwing(() => newForm(visit(member, "/en/terminology/new")))).toBe(403);
  expect(await throwing(() => add(submission(member, "/en/terminology/new", {}, fields)))).toBe(403);
  expect(await db.termPair.count()).toBe(0);
});
