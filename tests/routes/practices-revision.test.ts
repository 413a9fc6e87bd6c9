import { beforeEach, expect, test } from "vitest";

import { revisePractice } from "#tests/support/practices";
import { forgetVocabulary } from "~/features/vocabularies/vocabulary.server";
import { action as restore, loader as restorationPage } from "~/routes/contributions/restoration";
import { loader } from "~/routes/contributions/revision";
import { submission, visit } from "#tests/support/request";
import { faceAt, guide, guideFields, organization, person } from "#tests/support/world";

beforeEach(forgetVocabulary);

test("a revision is compared with the one before it, word by word and choice by choice", async () => {
  const { amira, walk } = await world();

  const { revision, labels, asked } = await shown(amira, walk.slug, 3);

  expect(asked).toBe(2);
  expect(revision).toMatchObject({ number: 3, since: 2, isLatest: true, may: { restore: false } });
  expect(revision.changes).toEqual([
    expect.objectContaining({
      field: "title",
      pieces: expect.arrayContaining([
        { text: "walking", change: "removed" },
        { text: "cooking", change: "added" },
      ]),
    }),
    { field: "topics", pieces: [expect.objectContaining({ text: "food", change: null }), { text: "nature", change: "added" }] },
  ]);
  expect(labels.topics.nature).toBe("Nature prescribing");
});

test("it can be compared with any other revision, and one that does not exist compares with nothing", async () => {
  const { amira, walk } = await world();

  expect((await shown(amira, walk.slug, 3, "?since=1")).revision.since).toBe(1);
  expect((await shown(amira, walk.slug, 1)).revision).toMatchObject({ since: null, changes: [] });
  expect(await shown(amira, walk.slug, 3, "?since=99")).toMatchObject({ asked: 99, revision: { since: null } });
  expect((await shown(amira, walk.slug, 3, "?since=-1")).revision.since).toBe(2);
});

test("a number that is none leads nowhere", async () => {
  const { amira, walk } = await world();

  for (const number of ["0", "4", "01", "1e1", "x", "9".repeat(30)])
    await expect(shown(amira, walk.slug, number), number).rejects.toMatchObject({ status: 404 });
});

test("an earlier text is restored as a new revision", async () => {
  const { amira, walk } = await world();

  const response = await restore(submission(amira, "/en/practices/x/history/2/restoration", { slug: walk.slug, number: "2" }));

  expect(response.headers.get("Location")).toBe(`/en/practices/${walk.slug}/history`);
  const { revisions } = await faceAt(walk.slug);
  expect(revisions.map(({ number, restoredFrom }) => [number, restoredFrom])).toEqual([
    [1, null],
    [2, null],
    [3, null],
    [4, 2],
  ]);
});

test("what is the latest already cannot be restored, and strangers restore nothing", async () => {
  const { amira, walk } = await world();
  const latest = submission(amira, "/en/practices/x/history/3/restoration", { slug: walk.slug, number: "3" });
  const benoit = await person("Benoit");
  const strange = submission(benoit, "/en/practices/x/history/1/restoration", { slug: walk.slug, number: "1" });

  await expect(restore(latest)).rejects.toMatchObject({ status: 409 });
  await expect(restore(strange)).rejects.toMatchObject({ status: 404 });
  expect((await faceAt(walk.slug)).revisions).toHaveLength(3);
});

test("who opens the address of the form is led to the revision", async () => {
  const response = restorationPage(visit(null, "/fr/pratiques/x/historique/2/restauration", { slug: "x", number: "2" }));

  expect(response.headers.get("Location")).toBe("/fr/pratiques/x/historique/2");
});

const shown = async (viewer: Awaited<ReturnType<typeof person>>, slug: string, number: number | string, query = "") =>
  (await loader(visit(viewer, `/en/practices/${slug}/history/${number}${query}`, { slug, number: String(number) }))).json();

async function world() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const walk = await guide({ by: amira });
  const changed = guideFields({ title: "Start a cooking group", topics: ["food", "nature"] });
  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: changed });
  return { amira, walk };
}
