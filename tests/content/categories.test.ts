import "#tests/support/database";

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { icons, palette } from "~/features/forums/category-look";
import { importCategories } from "~/features/forums/imported.server";
import { importContent } from "~/features/library/imported.server";
import { readCategories } from "~/platform/content-categories.server";
import { Faults } from "~/platform/content-files.server";
import { db } from "~/platform/db.server";
import { contentFolder } from "#tests/content/folder";

function folderWith(categories: string) {
  const folder = contentFolder();
  mkdirSync(path.join(folder, "forums"));
  writeFileSync(path.join(folder, "forums/categories.yaml"), categories);
  return folder;
}

const one = (key: string, name: string) =>
  `- { key: ${key}, colour: teal, icon: chat, startedBy: staff, en: { name: ${name} }, fr: { name: ${name} en français } }\n`;

test("the categories that ship are sound, in both languages, and look as the portal knows", () => {
  const faults = new Faults();
  const categories = readCategories("content", faults);
  expect(faults.lines()).toEqual([]);
  expect(categories.length).toBeGreaterThan(6);
  for (const { colour, icon } of categories) {
    expect(palette).toContain(colour);
    expect(icons).toContain(icon);
  }
});

test("they are imported once; what administrators changed stays, and a new one comes behind", async () => {
  const first = folderWith(one("news", "News") + one("talk", "Talk"));
  expect((await importContent(first, { importCategories })).counts.categories).toEqual({ added: 2, changed: 0, same: 0 });
  const news = await db.category.findUniqueOrThrow({ where: { contentKey: "news" } });
  expect(news).toMatchObject({ seenBy: "EVERYONE", startedBy: "STAFF", repliedBy: "MEMBERS", position: 0 });
  await db.categoryFace.updateMany({ where: { categoryId: news.id, language: "en" }, data: { name: "What is new" } });
  await db.category.update({ where: { id: news.id }, data: { archivedAt: new Date() } });

  const second = folderWith(one("news", "Another name") + one("talk", "Talk") + one("help", "Help"));
  expect((await importContent(second, { importCategories })).counts.categories).toEqual({ added: 1, changed: 0, same: 2 });
  expect(await db.categoryFace.findFirst({ where: { categoryId: news.id, language: "en" } })).toMatchObject({
    name: "What is new",
    slug: "news",
  });
  expect(await db.category.findUniqueOrThrow({ where: { contentKey: "help" } })).toMatchObject({ position: 2 });
});

test("a faulty file imports nothing, and says what is wrong with it", async () => {
  const folder = folderWith(
    `${one("news", "News")}- { key: news, colour: teal, icon: chat, seenBy: nobody, en: { name: N }, fr: { name: Nom } }\n`,
  );
  const { faults } = await importContent(folder, { importCategories });
  expect(faults.map((fault) => fault.replace(/^.*categories\.yaml/, ""))).toEqual([
    ":2: [2].seenBy is not everyone, members, affiliated or staff",
    ":2: [2].en.name wants 2 to 60 characters",
  ]);
  expect(await db.category.count()).toBe(0);
});
