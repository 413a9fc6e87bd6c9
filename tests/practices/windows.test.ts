import { expect, test } from "vitest";

import { revisePractice, savePracticeDraft } from "#tests/support/practices";
import { db } from "~/platform/db.server";
import { guide, guideFields, organization, person } from "#tests/support/world";

const typed = (title: string) => guideFields({ title });

test("a window from before a save cannot overwrite what was typed after it, though both count from one", async () => {
  const { amira, walk } = await begun();
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Old window") });
  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 1, fields: typed("Saved by the new window") });
  await savePracticeDraft(amira, "en", walk.slug, { base: 3, sequence: 0, fields: typed("Typed after the save") });

  const late = await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 1, fields: typed("Old window, one word more") });

  expect(late).toEqual({ outcome: "stale", sequence: 1 });
  expect(await draftTitles()).toEqual(["Typed after the save"]);
});

test("who merges an old window with a newer revision is shown their own newer draft next, and loses neither", async () => {
  const { amira, walk } = await begun();
  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Saved by the new window") });
  await savePracticeDraft(amira, "en", walk.slug, { base: 3, sequence: 0, fields: typed("Typed after the save") });

  const first = await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 1, fields: typed("Old window") });
  expect(first).toMatchObject({ outcome: "merge", number: 3, sequence: 0, theirs: { title: "Saved by the new window" } });
  const second = await revisePractice(amira, "en", walk.slug, { base: 3, sequence: 0, fields: typed("Merged once") });
  expect(second).toMatchObject({ outcome: "merge", number: 3, sequence: 1, theirs: { title: "Typed after the save" } });
  const third = await revisePractice(amira, "en", walk.slug, { base: 3, sequence: 1, fields: typed("Merged twice") });

  expect(third).toEqual({ outcome: "revised", number: 4 });
  expect(await draftTitles()).toEqual([]);
});

test("a merged text may be kept as a draft upon the newer revision", async () => {
  const { amira, walk } = await begun();
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Mine") });
  const chloe = await person("Chloé", { roles: ["PRACTITIONER"], organizations: amira.organizations });
  await revisePractice(chloe, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Theirs") });

  const merge = await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 1, fields: typed("Mine") });
  expect(merge).toMatchObject({ outcome: "merge", number: 3, sequence: 1 });

  expect(await savePracticeDraft(amira, "en", walk.slug, { base: 3, sequence: 1, fields: typed("Both") })).toEqual({
    outcome: "saved",
    sequence: 2,
  });
});

test("a save that says what the latest revision says already leaves a newer draft alone", async () => {
  const { amira, walk } = await begun();
  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Saved") });
  await savePracticeDraft(amira, "en", walk.slug, { base: 3, sequence: 0, fields: typed("Typed after the save") });

  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 1, fields: typed("Saved") });

  expect(await draftTitles()).toEqual(["Typed after the save"]);
});

test("a save whose draft is the very same text needs no merging, though the answer to the draft was lost", async () => {
  const { amira, walk } = await begun();
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("The same") });

  expect(await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("The same") })).toEqual({
    outcome: "revised",
    number: 3,
  });
});

const draftTitles = async () => (await db.draft.findMany()).map(({ fields }) => (fields as { title: string }).title);

async function begun() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  return { amira, walk: await guide({ by: amira }) };
}
