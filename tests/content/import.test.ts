import { writeFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { importContent, importFirstContent } from "~/features/library/imported.server";
import { retirePractice, reviewPractice, revisePractice, submitPractice } from "#tests/support/practices";
import { fieldsOf } from "~/features/publishing/load.server";
import { vocabulary } from "~/features/vocabularies/vocabulary.server";
import { db } from "~/platform/db.server";
import { contentFolder, english, french, practiceYaml } from "#tests/content/folder";
import { faceAt, guide, openReview, organization, person } from "#tests/support/world";

const SLUG = "start-a-walking-group";
const EN = "practices/walking-group/en.md";

/** Publishes, through the verbs, another text of the imported guide than its file has. */
async function changeInPortal(change: string) {
  const { id } = await db.organization.findFirstOrThrow({ where: { contentKey: "team" } });
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [{ id }] });
  const latest = (await faceAt(SLUG)).revisions.at(-1);
  if (!latest) throw new Error("no revision");
  const long = `${latest.body}\n\n${"More of it. ".repeat(40)}${change}`;
  await revisePractice(amira, "en", SLUG, { base: latest.number, sequence: 0, fields: { ...fieldsOf(latest), body: long } });
  return amira;
}

async function publishInPortal(change: string) {
  const amira = await changeInPortal(change);
  await submitPractice(amira, "en", SLUG);
  const editor = await person("Éloïse", { roles: ["EDITOR"] });
  await reviewPractice(editor, "en", SLUG, { review: (await openReview(SLUG)).id, decision: "APPROVED", comment: "" });
  return amira;
}

test("an imported guide is published in both languages, at the addresses of its files, and on record", async () => {
  const { faults, counts } = await importContent(contentFolder());

  expect(faults).toEqual([]);
  expect(counts).toEqual({
    terms: { added: 3, changed: 0, same: 0 },
    pairs: { added: 0, changed: 0, same: 0 },
    organizations: { added: 1, changed: 0, same: 0 },
    guides: { added: 1, changed: 0, same: 0 },
    summaries: { added: 0, changed: 0, same: 0 },
  });
  const face = await faceAt(SLUG);
  expect(face).toMatchObject({ slug: SLUG, state: "PUBLISHED", title: "Start a walking group", latestNumber: 1 });
  expect(face.contribution).toMatchObject({ contentKey: "walking-group", creatorId: null, licence: "CC-BY-4.0" });
  expect(face.contribution.reviewedOn?.toISOString()).toBe("2026-01-31T00:00:00.000Z");
  expect(face.revisions[0]).toMatchObject({ authorId: null, html: expect.stringContaining('<h2 id="s-steps">Steps</h2>') });
  expect(face.revisions[0]?.sourcesHtml).toContain('<li id="source-2">');
  expect(await faceAt("lancer-un-groupe-de-marche", "fr")).toMatchObject({ state: "PUBLISHED" });
  expect(await db.event.count({ where: { name: "practice.imported", actorId: null } })).toBe(2);
  expect((await vocabulary()).TOPIC.map(({ key }) => key)).toEqual(["food", "nature"]);
});

test("the second import of the same folder changes nothing", async () => {
  const folder = contentFolder();
  await importContent(folder);
  const before = await everything();

  expect((await importContent(folder)).counts).toEqual({
    terms: { added: 0, changed: 0, same: 3 },
    pairs: { added: 0, changed: 0, same: 0 },
    organizations: { added: 0, changed: 0, same: 1 },
    guides: { added: 0, changed: 0, same: 1 },
    summaries: { added: 0, changed: 0, same: 0 },
  });
  expect(await everything()).toEqual(before);
});

test("a changed file becomes a new published revision, and only that one", async () => {
  const folder = contentFolder();
  await importContent(folder);
  writeFileSync(path.join(folder, EN), english.replace("Find a path.", "Find a safe path."));

  expect((await importContent(folder)).counts.guides).toEqual({ added: 0, changed: 1, same: 0 });
  const face = await faceAt(SLUG);
  expect(face.revisions.map(({ number }) => number)).toEqual([1, 2]);
  expect(face.publishedRevisionId).toBe(face.revisions[1]?.id);
  expect(face).toMatchObject({ state: "PUBLISHED", text: expect.stringContaining("Find a safe path.") });
  expect((await faceAt("lancer-un-groupe-de-marche", "fr")).latestNumber).toBe(1);
});

test("a changed slug moves the guide, and the old address stays its own", async () => {
  const folder = contentFolder();
  await importContent(folder);
  writeFileSync(path.join(folder, EN), english.replace(SLUG, "walk-together"));
  await importContent(folder);

  expect(await faceAt(SLUG)).toMatchObject({ slug: "walk-together", latestNumber: 1 });
});

test("changed topics, authors and dates are taken over", async () => {
  const folder = contentFolder();
  await importContent(folder);
  writeFileSync(
    path.join(folder, "practices/walking-group/practice.yaml"),
    practiceYaml.replace("[food]", "[nature]").replace("The team", "The new team").replace("2027-", "2028-"),
  );
  await importContent(folder);

  const { contribution } = await faceAt(SLUG);
  expect(contribution.nextReviewDue?.getUTCFullYear()).toBe(2028);
  expect(await db.authorship.findMany({ where: { contributionId: contribution.id } })).toMatchObject([{ position: 0, en: "The new team" }]);
  const terms = await db.contributionTerm.findMany({ where: { contributionId: contribution.id }, include: { term: true } });
  expect(terms.map(({ term }) => term.key).sort()).toEqual(["nature", "on"]);
  expect((await importContent(folder)).counts.guides.same).toBe(1);
});

test("of a faulty set nothing is imported, and every fault is told", async () => {
  const folder = contentFolder({
    "practices/other/practice.yaml": practiceYaml,
    "practices/other/en.md": english.replace("## Purpose {#purpose}", "## Purpose"),
  });
  const { faults } = await importContent(folder);

  expect(faults).toHaveLength(2);
  expect(await db.term.count()).toBe(0);
  expect(await db.organization.count()).toBe(0);
  expect(await db.contribution.count()).toBe(0);
});

test("a dry run counts what would change, and changes nothing", async () => {
  const { counts } = await importContent(contentFolder(), { dryRun: true });

  expect(counts.guides).toEqual({ added: 1, changed: 0, same: 0 });
  expect(await db.contribution.count()).toBe(0);
  expect(await db.event.count()).toBe(0);
});

test("a text that was changed in the portal is not replaced by its old file", async () => {
  const folder = contentFolder();
  await importContent(folder);
  await publishInPortal("Changed by people.");
  const { counts, notes } = await importContent(folder);

  expect(counts.guides).toEqual({ added: 0, changed: 0, same: 1 });
  expect(notes).toEqual(["practices/walking-group/en.md: a newer text was published in the portal, and is left alone"]);
  expect((await faceAt(SLUG)).text).toContain("Changed by people.");
});

test("a file that is newer than the portal's text replaces it, and the history keeps both", async () => {
  const folder = contentFolder();
  await importContent(folder);
  await publishInPortal("Changed by people.");
  writeFileSync(path.join(folder, EN), english.replace("Find a path.", "Find a safe path."));
  await importContent(folder);

  const face = await faceAt(SLUG);
  expect(face.text).toContain("Find a safe path.");
  expect(face.revisions.map(({ body }) => body.includes("Changed by people."))).toEqual([false, true, false]);
});

test("a text that someone is working on is left to them", async () => {
  const folder = contentFolder();
  await importContent(folder);
  await changeInPortal("On the way.");
  writeFileSync(path.join(folder, EN), english.replace("Find a path.", "Find a safe path."));
  const { notes } = await importContent(folder);

  expect(notes).toEqual(["practices/walking-group/en.md: someone is working on this text in the portal, and is left alone"]);
  expect(await faceAt(SLUG)).toMatchObject({ state: "DRAFT", latestNumber: 2 });
});

test("a guide that was retired in the portal stays retired", async () => {
  const folder = contentFolder();
  await importContent(folder);
  const editor = await person("Éloïse", { roles: ["EDITOR"] });
  await retirePractice(editor, "en", SLUG, { reason: "It is out of date by now.", successor: "" });
  writeFileSync(path.join(folder, EN), english.replace("Find a path.", "Find a safe path."));
  const { notes } = await importContent(folder);

  expect(notes).toEqual(["practices/walking-group: it was taken out of use in the portal, and is left alone"]);
  expect((await faceAt(SLUG)).contribution.retiredAt).not.toBeNull();
});

test("an address that another guide of the portal has is a fault, with file and line", async () => {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const { id } = await guide({ by: amira, state: "PUBLISHED", fields: { title: "Start a walking group" } });
  await db.contribution.update({ where: { id }, data: { contentKey: "another" } });
  const folder = contentFolder();

  expect((await importContent(folder)).faults).toEqual([`${folder}/${EN}:3: the slug ${SLUG} is that of another text in the portal`]);
  expect(await db.organization.count()).toBe(1);
});

test("a word that left the vocabulary goes, unless a guide uses it", async () => {
  await importContent(contentFolder());
  await importContent(
    contentFolder({
      "vocabularies/topics.yaml": "- { key: arts, en: Arts, fr: Arts }\n",
      "practices/walking-group/practice.yaml": null,
      "practices/walking-group/en.md": null,
      "practices/walking-group/fr.md": null,
    }),
  );

  expect((await vocabulary()).TOPIC.map(({ key }) => key)).toEqual(["arts", "food"]);
});

test("the first content is taken over when the portal is new, and not again", async () => {
  const folder = contentFolder();

  expect(await importFirstContent(folder)).toMatchObject({ guides: { added: 1 } });
  expect(await importFirstContent(folder)).toBeNull();
});

test("a new portal does not open with faulty content", async () => {
  const folder = contentFolder({ [EN]: english.replace("[2](#source-2)", "[3](#source-3)"), "practices/walking-group/fr.md": french });

  await expect(importFirstContent(folder)).rejects.toThrow(`${folder}/${EN}:12: [3](#source-3) cites a source`);
});

/** Every row that an import could write. */
const everything = async () =>
  JSON.stringify([
    await db.term.findMany({ orderBy: { id: "asc" } }),
    await db.organization.findMany({ include: { faces: true } }),
    await db.contribution.findMany({ include: { authors: true, terms: true, practice: true } }),
    await db.face.findMany({ include: { slugs: true, revisions: true } }),
    await db.event.findMany({ orderBy: { id: "asc" } }),
  ]);
