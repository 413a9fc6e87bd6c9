import { expect, test } from "vitest";

import { forgetVocabulary, importVocabularies, vocabulary } from "~/features/vocabularies/vocabulary.server";
import { db } from "~/platform/db.server";
import { guide, organization, person } from "#tests/support/world";

const food = { key: "food", en: "Food", fr: "Alimentation" };
const nature = { key: "nature", en: "Nature", fr: "Nature" };

const bring = (TOPIC: (typeof food)[]) => db.$transaction((tx) => importVocabularies(tx, { TOPIC }));

test("words are kept in memory in their order, until they are told to be forgotten", async () => {
  await bring([nature, food]);
  expect((await vocabulary()).TOPIC).toEqual([nature, food]);

  await bring([food, nature]);
  expect((await vocabulary()).TOPIC).toEqual([nature, food]);
  forgetVocabulary();
  expect((await vocabulary()).TOPIC).toEqual([food, nature]);
});

test("a new wording is counted as changed, the same one as the same", async () => {
  await bring([food]);

  expect(await bring([{ ...food, fr: "Nourriture" }, nature])).toEqual({ added: 1, changed: 1, same: 0 });
  expect(await bring([{ ...food, fr: "Nourriture" }, nature])).toEqual({ added: 0, changed: 0, same: 2 });
});

test("a word that a guide uses is never deleted, only put last", async () => {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  await guide({ by: amira, fields: { topics: ["food"] } });
  await bring([nature]);

  expect((await vocabulary()).TOPIC.map(({ key }) => key)).toEqual(["nature", "food"]);
});
