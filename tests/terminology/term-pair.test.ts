import { expect, test } from "vitest";

import { getPairForEdit, listPairs } from "~/features/terminology/queries.server";
import { pairSchema, type PairForm } from "~/features/terminology/schema.server";
import { addPair, changePair, removePair, STALE, TAKEN } from "~/features/terminology/term-pair.server";
import { glossary } from "~/features/terminology/glossary.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { refusal, status } from "#tests/support/refusals";
import { eventNames, person } from "#tests/support/world";

const form = (changes: Record<string, string> = {}): PairForm =>
  pairSchema.parse({
    en: "link worker",
    fr: "agente ou agent de liaison",
    enOthers: "community connector\n\n  Link   Worker ",
    ...changes,
  });

const editor = () => person("Edith", { roles: ["EDITOR"] });
const changedAt = async (id: string) => (await db.termPair.findUniqueOrThrow({ where: { id } })).changedAt.toISOString();
const wordsIn = async (q: string, language: "en" | "fr" = "en") =>
  (await listPairs(null, language, q, null)).items.map((pair) => pair[language]);

test("an editor adds a pair, which everyone finds by any of its words in either language, without accents too", async () => {
  const { id } = await addPair(await editor(), form({ frOthers: "préposée au lien" }));

  expect(await db.termPair.findUniqueOrThrow({ where: { id } })).toMatchObject({
    en: "link worker",
    enOthers: ["community connector"],
    contentKey: null,
  });
  for (const q of ["LINK", "connector comm", "liaison", "prepose", "préposée"]) expect(await wordsIn(q), q).toEqual(["link worker"]);
  expect(await wordsIn("link nothing")).toEqual([]);
  expect(await wordsIn("%")).toEqual([]);
  expect(await eventNames()).toEqual(["term.added"]);
});

test("who does not review guides adds, changes and removes nothing, and is not shown the form", async () => {
  const { id } = await addPair(await editor(), form());
  const stamp = await changedAt(id);
  for (const role of ["PRACTITIONER", "RESEARCHER", "HOST", "MODERATOR"] as const) {
    const other = await person(role, { roles: [role] });
    expect(await status(addPair(other, form({ en: "another" })))).toBe(403);
    expect(await status(changePair(other, id, form({ changedAt: stamp })))).toBe(403);
    expect(await status(removePair(other, id, { changedAt: stamp }))).toBe(403);
    expect(await status(getPairForEdit(other, id))).toBe(403);
  }
  const silenced = await person("Silent", { roles: ["EDITOR"], isSilenced: true });
  expect(await status(addPair(silenced, form({ en: "another" })))).toBe(403);
  expect(await eventNames()).toEqual(["term.added"]);
});

test("a pair is there once: adding it again, or changing another into it, is refused and records nothing", async () => {
  const edith = await editor();
  await addPair(edith, form());
  const { id } = await addPair(edith, form({ en: "navigator" }));

  expect(await refusal(addPair(edith, form()))).toEqual([422, TAKEN]);
  expect(await refusal(changePair(edith, id, form({ changedAt: await changedAt(id) })))).toEqual([422, TAKEN]);
  expect(await eventNames()).toEqual(["term.added", "term.added"]);
});

test("a change holds at once; a form that began before it is refused, for changing and for removing", async () => {
  const edith = await editor();
  const { id } = await addPair(edith, form());
  const began = await changedAt(id);
  expect((await glossary()).map(({ en }) => en)).toEqual(["link worker"]);
  await changePair(edith, id, form({ en: "navigator", changedAt: began }));

  expect((await glossary()).map(({ en }) => en)).toEqual(["navigator"]);
  expect(await refusal(changePair(edith, id, form({ en: "guide", changedAt: began })))).toEqual([422, STALE]);
  expect(await refusal(removePair(edith, id, { changedAt: began }))).toEqual([409, STALE]);
  expect(await wordsIn("")).toEqual(["navigator"]);

  await removePair(edith, id, { changedAt: await changedAt(id) });
  expect(await wordsIn("")).toEqual([]);
  expect(await glossary()).toEqual([]);
  expect(await eventNames()).toEqual(["term.added", "term.changed", "term.removed"]);
});

test("what is not there is not found", async () => {
  const edith = await editor();
  const id = newId();
  expect(await status(changePair(edith, id, form()))).toBe(404);
  expect(await status(removePair(edith, id, { changedAt: "" }))).toBe(404);
  expect(await status(getPairForEdit(edith, id))).toBe(404);
});

test("the list takes 2,000 pairs and no more", async () => {
  await db.termPair.createMany({ data: Array.from({ length: 2_000 }, (_, index) => ({ en: `word ${index}`, fr: `mot ${index}` })) });

  expect(await refusal(addPair(await editor(), form()))).toEqual([422, "terminology.error.tooMany"]);
});

test("pages follow each other in the alphabet of the page's language, each pair once", async () => {
  await db.termPair.createMany({
    data: Array.from({ length: 120 }, (_, index) => ({ en: `${index % 2 ? "É" : "e"}word ${index}`, fr: `mot ${119 - index}` })),
  });
  for (const language of ["en", "fr"] as const) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listPairs(null, language, "", after);
      expect(page.total).toBe(120);
      seen.push(...page.items.map((pair) => pair[language]));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toEqual(seen.toSorted(new Intl.Collator("und").compare));
  }
});

test.each([
  ["en", "", "word"],
  ["en", "12 — 3", "word"],
  ["fr", "x".repeat(101), "wordTooLong"],
  ["en", "<b>link</b>", "odd"],
  ["en", "link\u202eworker", "odd"],
  ["enOthers", Array.from({ length: 11 }, (_, index) => `word ${index}`).join("\n"), "tooManyOthers"],
  ["frOthers", "x".repeat(101), "otherTooLong"],
  ["frOthers", "42", "otherWord"],
  ["frNote", "x".repeat(401), "noteTooLong"],
  ["source", "x".repeat(301), "sourceTooLong"],
])("the form refuses for %s: %j", (name, text, reason) => {
  const parsed = pairSchema.safeParse({ en: "link worker", fr: "agent de liaison", [name]: text });
  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([name, `terminology.error.${reason}`]);
});
