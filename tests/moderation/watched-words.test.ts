import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { findWatched, foldWords } from "~/features/forums/watching";
import { watchedWordSchema } from "~/features/moderation/held-schema.server";
import { addWatchedWord, listWatchedWords, removeWatchedWord } from "~/features/moderation/watched-words.server";
import { db } from "~/platform/db.server";
import { refusal } from "#tests/support/refusals";
import { eventNames, person } from "#tests/support/world";

let moderator: Actor;

beforeEach(async () => {
  moderator = await person("Mo Derator", { roles: ["MODERATOR"] });
});

describe("a word stands in a text", () => {
  test.each([
    ["a.*b", "It says a.*b here", true],
    ["a.*b", "It says axxb here", false],
    ["(", "An aside (like this)", true],
    ["\\", "C:\\Users", true],
    ["[a-z]+", "letters", false],
    ["$1", "It costs $1.", true],
    ["c++", "We use C++ here", true],
    ["cure", "secure and curette", false],
    ["cure", "cure", true],
    ["cure", "Cure-all", true],
    ["cure", "procure cure", true],
    ["naïveté", "NAIVETE", true],
    ["l'eau", "L’eau", true],
    ["cœur", "COEUR", true],
    ["bon marché", "bon\u00a0\nmarche", true],
    ["viagra", "vi\u00adag\u200bra", true],
    ["viagra", "ｖｉａｇｒａ", true],
    ["𝒳", "𝒳", true],
    ["日本", "日本語", false],
  ])("%j in %j: %s", (word, text, isThere) => {
    expect(findWatched(text, [foldWords(word)])).toHaveLength(isThere ? 1 : 0);
  });

  test("is found among five hundred in the longest post in less than 50 ms", () => {
    const words = Array.from({ length: 499 }, (_, index) => (index % 2 ? `${"a".repeat(79)}${index % 10}` : `mot ${index} ( .* \\`)).concat(
      "needle",
    );
    const texts = ["a".repeat(31_990), "mot ".repeat(7_997), `${"a".repeat(79)} `.repeat(399), "aé’ ".repeat(7_997)].map(
      (text) => `${text} needle`,
    );
    for (const text of texts) findWatched(text, words);
    for (const text of texts) {
      const started = performance.now();
      expect(findWatched(text, words)).toEqual(["needle"]);
      expect(performance.now() - started).toBeLessThan(50);
    }
  });
});

test("words are added, listed with the last one first, and removed; the record never says which", async () => {
  const { id } = await addWatchedWord(moderator, "Remède miracle");
  await addWatchedWord(moderator, "a.*b");

  expect((await listWatchedWords(moderator)).map(({ word, adder }) => [word, adder])).toEqual([
    ["a.*b", "Mo Derator"],
    ["Remède miracle", "Mo Derator"],
  ]);
  await removeWatchedWord(moderator, id);
  await removeWatchedWord(moderator, id);
  expect((await listWatchedWords(moderator)).map(({ word }) => word)).toEqual(["a.*b"]);
  expect(await eventNames()).toEqual(["watchword.added", "watchword.added", "watchword.removed"]);
  expect(JSON.stringify(await db.event.findMany())).not.toMatch(/miracle|a\.\*b/i);
});

test("a word is watched once, however it is written and however many add it", async () => {
  const answers = await Promise.all(["Arnaque", "ARNAQUE", "arnâque", "arnaque"].map((word) => refusal(addWatchedWord(moderator, word))));
  expect(answers.filter(([status]) => status === 200)).toHaveLength(1);
  expect(answers.filter(([, reason]) => reason === "holds.words.errors.known")).toHaveLength(3);
});

test.each(["(", "\\", "...", "’"])("a word without a letter or number is refused: %j", async (word) => {
  expect(await refusal(addWatchedWord(moderator, word))).toEqual([422, "holds.words.errors.empty"]);
});

test("a word has eighty characters at most, and there are five hundred", async () => {
  expect(watchedWordSchema.safeParse({ word: "a".repeat(81) }).error?.issues[0]?.message).toBe("holds.words.errors.tooLong");
  expect(watchedWordSchema.parse({ word: ` ${"a".repeat(40)}\u00a0 ${"b".repeat(39)} ` }).word).toHaveLength(80);
  await db.watchedWord.createMany({ data: Array.from({ length: 500 }, (_, index) => ({ word: `w${index}`, folded: `w${index}` })) });
  expect(await refusal(addWatchedWord(moderator, "one more"))).toEqual([422, "holds.words.errors.tooMany"]);
});

test("only who moderates watches words", async () => {
  const member = await person("Amara Osei");
  for (const verb of [listWatchedWords(member), addWatchedWord(member, "word"), removeWatchedWord(member, moderator.id)])
    expect(await refusal(verb)).toEqual([403, "Forbidden"]);
});
