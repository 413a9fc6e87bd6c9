import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { getCopy } from "~/features/exchange/copy.server";
import { hideContribution } from "~/features/publishing/hiding.server";
import { db } from "~/platform/db.server";
import { loader } from "~/routes/exchange/copy";
import { versionOf } from "#tests/support/books";
import { change, publish } from "#tests/support/editions";
import { retirePractice } from "#tests/support/practices";
import { refusal, status } from "#tests/support/refusals";
import { visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

const writer = async (name = "Amira") =>
  person(name, { roles: ["PRACTITIONER"], organizations: [await organization(name)], steward: true });

const published = async () => {
  const by = await writer();
  const made = await guide({ by, state: "PUBLISHED" });
  return { ...made, by, id: await versionOf(made.slug) };
};

test("a copy of what stands is current, for everyone", async () => {
  const { id } = await published();
  expect(await getCopy(null, id)).toMatchObject({ is: "current", title: "Start a walking group", newest: null, sections: [], beside: [] });
});

test("of an older one it is said which sections were changed, added and dropped, and what is beside them", async () => {
  const { by, slug, id, fields } = await published();
  const body = `${fields.body.replace("Find a path", "Find a hall").replace(/## Purpose[\s\S]*?(?=## )/, "")}\n\n## Money {#money}\n\n${"A walk costs nothing but a thermos. ".repeat(20)}\n`;
  await change(by, slug, { body, sources: "Another source" });
  await publish(by, slug);

  const copy = await getCopy(null, id);
  expect(copy).toMatchObject({ is: "changed", newest: { number: 2 }, beside: ["sources"] });
  expect(copy.sections).toEqual([
    { kind: "CHANGED", key: "steps", heading: "Steps" },
    { kind: "ADDED", key: "money", heading: "Money" },
    { kind: "DROPPED", key: "purpose", heading: "Purpose" },
  ]);
  expect(await getCopy(null, await versionOf(slug))).toMatchObject({ is: "current", sections: [] });
});

test("of a guide that was retired it is said that it is no longer in use", async () => {
  const { by, slug, id } = await published();
  await change(by, slug, { sources: "Another source" });
  await publish(by, slug);
  await retirePractice(by, "en", slug, { reason: "It rests on an old law.", successor: "" });
  expect(await getCopy(null, id)).toMatchObject({ is: "retired", newest: null, sections: [], beside: [] });
});

test("what one may not read, was hidden, put away or never was, does not exist", async () => {
  const { by, slug, id } = await published();
  const stranger = await person("Maya Osei");
  await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });
  expect(await Promise.all([null, stranger].map((viewer) => status(getCopy(viewer, id))))).toEqual([404, 404]);
  expect((await getCopy(by, id)).is).toBe("current");
  expect(await status(getCopy(by, randomUUID()))).toBe(404);

  await db.contribution.updateMany({ data: { visibility: "PUBLIC" } });
  const { contributionId } = await db.face.findFirstOrThrow({ where: { slug } });
  await db.$transaction((tx) => hideContribution(tx, contributionId, null));
  expect(await Promise.all([null, stranger].map((viewer) => status(getCopy(viewer, id))))).toEqual([404, 404]);
});

test("a version that moderation took from sight is gone; a guide that was put away does not exist", async () => {
  const { id } = await published();
  await db.version.update({ where: { id }, data: { hiddenAt: new Date() } });
  expect(await refusal(getCopy(null, id))).toEqual([410, "citing.gone"]);
  await db.version.update({ where: { id }, data: { hiddenAt: null } });
  await db.contribution.updateMany({ data: { discardedAt: new Date() } });
  expect(await status(getCopy(null, id))).toBe(404);
});

test("the page has both languages at the same id, and knows no other words for one", async () => {
  const { id } = await published();
  const answer = await loader(visit(null, `/en/copies/${id}`, { id }));
  expect(await answer.json()).toMatchObject({ alternates: { en: `/en/copies/${id}`, fr: `/fr/copies/${id}` } });
  expect(await status(loader(visit(null, "/en/copies/1", { id: "1" })))).toBe(404);
});
