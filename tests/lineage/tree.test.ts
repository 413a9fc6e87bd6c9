import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { getComparison } from "~/features/lineage/comparison.server";
import { getTree, type TreeNode } from "~/features/lineage/tree.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { db } from "~/platform/db.server";
import { change, edition, publish } from "#tests/support/editions";
import { refusal, status } from "#tests/support/refusals";
import { guide, organization, person } from "#tests/support/world";

const writer = async (name: string) => person(name, { roles: ["PRACTITIONER"], organizations: [await organization(name)], steward: true });

const row = (section: string, reason: string, province = "") => ({
  changeSection: [section],
  changeReason: [reason],
  changeSetting: [""],
  changePopulation: [""],
  changeProvince: [province],
  changeLanguage: [""],
});

async function line() {
  const by = await writer("Amira");
  const { slug, fields, id } = await guide({ by, state: "PUBLISHED" });
  const paul = await writer("Paul");
  const own = await edition(paul, slug);
  await change(paul, own, {
    body: fields.body.replace("Find a path", "Find a hall"),
    own: row("steps", "It is cold", "on"),
  });
  await publish(paul, own);
  const tess = await writer("Tess");
  const last = await edition(tess, own, { title: "The third of the line" });
  await publish(tess, last);
  return { by, slug, id, paul, own, tess, last };
}

const titles = ({ edition: one, children }: TreeNode): unknown[] => [one?.title ?? null, ...children.map(titles)];

const pageOf = async (...given: Parameters<typeof getTree>) => {
  const tree = await getTree(...given);
  if (tree.outcome !== "page") throw new Error(tree.outcome);
  return tree;
};

test("every one of a line shows the whole line, and what each changed, where, and why", async () => {
  const { slug, own, last } = await line();
  for (const at of [slug, own, last]) {
    const tree = await pageOf(practiceKind, null, "en", at);
    expect(titles(tree.root)).toEqual(["Start a walking group", ["Our own walking group", ["The third of the line"]]]);
    expect(tree.count).toBe(2);
    expect(tree.root.children[0]?.edition).toMatchObject({
      version: 1,
      changes: [{ kind: "CHANGED", section: "steps", heading: "Steps", reason: "It is cold", context: ["Ontario"] }],
    });
    expect(tree.root.children[0]?.children[0]?.edition?.changes).toEqual([]);
  }
});

test("what a reader may not see stands in the line without a word, and a draft not at all", async () => {
  const { slug, own, paul, tess } = await line();
  await db.contribution.updateMany({ where: { faces: { some: { slug: own } } }, data: { visibility: "ORGANIZATION" } });
  await edition(tess, slug, { title: "A draft that nobody knows" });

  expect(titles((await pageOf(practiceKind, null, "en", slug)).root)).toEqual(["Start a walking group", [null, ["The third of the line"]]]);
  expect(titles((await pageOf(practiceKind, paul, "en", slug)).root)).toContainEqual(["Our own walking group", ["The third of the line"]]);
  expect(JSON.stringify(await pageOf(practiceKind, null, "en", slug))).not.toMatch(/Our own|nobody knows|It is cold/);
  expect(await status(getTree(practiceKind, null, "en", own))).toBe(404);
});

test("two of a line are compared section by section", async () => {
  const { slug, own, paul } = await line();
  await change(paul, own, { body: "## Steps {#steps}\n\n1. Find a hall.\n\n## Winter {#winter}\n\nBlankets.\n", own: {} });
  await db.revision.updateMany({
    where: { face: { slug: own }, version: { isNot: null } },
    data: { body: "## Steps {#steps}\n\n1. Find a hall.\n2. Invite people.\n\n## Winter {#winter}\n\nBlankets.\n" },
  });

  const page = await getComparison(practiceKind, null, "en", own, slug);
  if (page.outcome !== "page") throw new Error(page.outcome);
  expect(page.choices.map(({ value }) => value)).toEqual([slug, "the-third-of-the-line"]);
  expect(page.sections.map(({ key, is }) => [key, is])).toEqual([
    ["purpose", "there"],
    ["steps", "different"],
    ["winter", "here"],
  ]);
  expect(page.sections[1]?.pieces).toContainEqual({ text: "hall", change: "added" });
});

test("a guide of another line, or one that may not be read, is not compared with", async () => {
  const { by, own, slug } = await line();
  const { slug: other } = await guide({ by, state: "PUBLISHED", fields: { title: "Another guide of ours" } });
  expect((await refusal(getComparison(practiceKind, null, "en", own, other)))[0]).toBe(404);
  expect((await refusal(getComparison(practiceKind, null, "en", own, randomUUID())))[0]).toBe(404);

  await db.contribution.updateMany({ where: { faces: { some: { slug } } }, data: { hiddenAt: new Date() } });
  expect((await refusal(getComparison(practiceKind, null, "en", own, slug)))[0]).toBe(404);
});
