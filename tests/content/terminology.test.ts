import "#tests/support/database";

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { exportContent } from "~/features/library/exported.server";
import { importContent } from "~/features/library/imported.server";
import { glossary } from "~/features/terminology/glossary.server";
import { wordsIn } from "~/features/terminology/pair";
import { Faults } from "~/platform/content-files.server";
import { readTerminology } from "~/platform/content-terminology.server";
import { db } from "~/platform/db.server";
import { contentFolder, emptyFolder } from "#tests/content/folder";

const FILE = "terminology/terms.yaml";

function folderWith(terms: string) {
  const folder = contentFolder();
  mkdirSync(path.join(folder, "terminology"));
  writeFileSync(path.join(folder, FILE), terms);
  return folder;
}

const one = (key: string, en: string, fr: string, more = "") => `- key: ${key}\n  en: ${en}\n  fr: ${fr}\n${more}`;

const pairsAfter = async (folder: string, dryRun = false) => {
  const { faults, counts } = await importContent(folder, { dryRun });
  expect(faults).toEqual([]);
  return counts.pairs;
};

test("25 to 40 pairs ship, in order of their keys, each with a source, and no word twice in a pair", () => {
  const faults = new Faults();
  const pairs = readTerminology("content", faults);

  expect(faults.lines()).toEqual([]);
  expect(pairs.length).toBeGreaterThanOrEqual(25);
  expect(pairs.length).toBeLessThanOrEqual(40);
  expect(pairs.map(({ key }) => key)).toEqual(pairs.map(({ key }) => key).sort());
  for (const pair of pairs) {
    expect([pair.key, /^(?:https:\/\/\S+|usage of this portal)$/.test(pair.source)]).toEqual([pair.key, true]);
    for (const language of ["en", "fr"] as const) expect(new Set(wordsIn(pair, language)).size).toBe(wordsIn(pair, language).length);
    for (const french of [pair.fr, ...pair.frOthers, pair.frNote]) expect(french).not.toMatch(/'|"|[^\u00a0] ?[;!?](?:\s|$)| :|« | »/);
  }
});

test("pairs are imported by their key, a changed file changes them, and a dry run only counts", async () => {
  const first = folderWith(one("walk", "walk", "marche") + one("talk", "talk", "causerie", "  frNote: Entre nous\n"));
  expect(await pairsAfter(first)).toEqual({ added: 2, changed: 0, same: 0 });
  expect(await pairsAfter(first)).toEqual({ added: 0, changed: 0, same: 2 });
  expect((await glossary()).map(({ en }) => en).sort()).toEqual(["talk", "walk"]);

  const second = folderWith(
    one("walk", "walk", "promenade", "  frOthers: [marche]\n") + one("talk", "talk", "causerie") + one("tea", "tea", "thé"),
  );
  expect(await pairsAfter(second, true)).toEqual({ added: 1, changed: 2, same: 0 });
  expect(await db.termPair.findUnique({ where: { contentKey: "walk" } })).toMatchObject({ fr: "marche" });
  expect(await pairsAfter(second)).toEqual({ added: 1, changed: 2, same: 0 });
  expect(await db.termPair.findUnique({ where: { contentKey: "walk" } })).toMatchObject({ fr: "promenade", frOthers: ["marche"] });
  expect(await db.termPair.findUnique({ where: { contentKey: "talk" } })).toMatchObject({ frNote: "" });
});

test("what was written in the portal is exported too, and importing it again changes nothing", async () => {
  await db.termPair.createMany({
    data: [
      {
        en: "link: “worker” #1",
        fr: "agent·e d’ici",
        enOthers: ["one, two", "no"],
        frNote: "« Note » : avec soin ?",
        source: "https://example.org/a?b=c",
      },
      { en: "???x", fr: "deux" },
      { en: "???X", fr: "trois" },
    ],
  });
  const before = await db.termPair.findMany({ orderBy: { id: "asc" } });
  const folder = emptyFolder();
  expect(await exportContent(folder)).toMatchObject({ pairs: 3 });

  const { faults, counts } = await importContent(folder);
  expect(faults).toEqual([]);
  expect(counts.pairs).toEqual({ added: 0, changed: 0, same: 3 });
  expect(await db.termPair.findMany({ orderBy: { id: "asc" } })).toEqual(before);

  const text = readFileSync(path.join(folder, FILE), "utf8");
  await exportContent(folder);
  expect(readFileSync(path.join(folder, FILE), "utf8")).toBe(text);
});

test("faults are told with their lines, and nothing is imported", async () => {
  const folder = folderWith(
    `${one("walk", "walk", "marche")}${one("walk", "stroll", "balade")}${one("hike", "walk", "marche")}- key: Bad\n  en: ""\n  fr: mot\n  de: Wort\n`,
  );
  const { faults } = await importContent(folder);
  const lines = (told: string[]) => told.map((fault) => fault.replace(/^.*terms\.yaml/, ""));
  expect(lines(faults)).toEqual([
    ":10: [4].key is not a key of lower-case words with hyphens",
    ":11: [4].en wants 1 to 100 characters",
    ":11: [4].en has no letter, or has < or >",
    ":13: [4].de is not a field here",
  ]);

  const twice = folderWith(one("walk", "walk", "marche") + one("walk", "stroll", "balade") + one("hike", "walk", "marche"));
  expect(lines((await importContent(twice)).faults)).toEqual([
    ":4: the key walk stands twice",
    ":7: the pair walk – marche is that of walk too",
  ]);
  expect(await db.termPair.count()).toBe(0);
  expect(await db.term.count()).toBe(0);
});

test("words that are another pair's by now are a fault", async () => {
  await importContent(folderWith(one("walk", "walk", "marche")));
  const { faults } = await importContent(folderWith(one("stroll", "walk", "marche")));

  expect(faults.map((fault) => fault.replace(/^.*terms\.yaml/, ""))).toEqual([":1: the pair walk – marche is there under another key"]);
});
