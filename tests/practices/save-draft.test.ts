import { expect, test } from "vitest";

import { discardPracticeDraft, savePracticeDraft } from "#tests/support/practices";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getForEdit, listOwn } from "~/features/publishing/queries.server";
import { db } from "~/platform/db.server";
import { guide, guideFields, organization, person } from "#tests/support/world";

const typed = (title: string) => guideFields({ title });

test("what is typed is kept and found again, and nobody else sees it", async () => {
  const { amira, chloe, walk } = await begun();

  expect(await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Half a sentence") })).toEqual({
    outcome: "saved",
    sequence: 1,
  });

  expect(await getForEdit(practiceKind, amira, "en", walk.slug)).toMatchObject({
    fields: { title: "Half a sentence" },
    sequence: 1,
    base: 2,
  });
  expect(await getForEdit(practiceKind, chloe, "en", walk.slug)).toMatchObject({ fields: { title: "Start a walking group" }, sequence: 0 });
});

test("a window that has not seen the newest draft cannot overwrite it", async () => {
  const { amira, walk } = await begun();
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("First window") });
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 1, fields: typed("First window, more") });

  const late = await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 1, fields: typed("Second window") });

  expect(late).toEqual({ outcome: "stale", sequence: 2 });
  expect(await getForEdit(practiceKind, amira, "en", walk.slug)).toMatchObject({ fields: { title: "First window, more" } });
});

test("of ten saves with the same sequence at the same moment one counts", async () => {
  const { amira, walk } = await begun();

  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed(`Window ${index}`) }),
    ),
  );

  expect(results.filter(({ outcome }) => outcome === "saved")).toHaveLength(1);
  expect(await db.draft.findMany({ select: { sequence: true } })).toEqual([{ sequence: 1 }]);
});

test("a save whose answer was lost may be sent again", async () => {
  const { amira, walk } = await begun();
  const save = { base: 2, sequence: 0, fields: typed("Sent twice") };
  await savePracticeDraft(amira, "en", walk.slug, save);

  expect(await savePracticeDraft(amira, "en", walk.slug, save)).toEqual({ outcome: "saved", sequence: 1 });
});

test("strangers keep no drafts, and visitors of another organization's draft find nothing", async () => {
  const { walk } = await begun();
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

  await expect(savePracticeDraft(stranger, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Hello") })).rejects.toMatchObject({
    status: 404,
  });
  expect(await db.draft.count()).toBe(0);
});

test("a discarded draft is gone, the revisions stay", async () => {
  const { amira, walk } = await begun();
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Half a sentence") });

  await discardPracticeDraft(amira, "en", walk.slug);

  expect(await getForEdit(practiceKind, amira, "en", walk.slug)).toMatchObject({
    fields: { title: "Start a walking group" },
    sequence: 0,
    latest: 2,
  });
});

test("who is silenced writes nothing, and throws nothing away", async () => {
  const { amira, walk } = await begun();
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Half a sentence") });

  await expect(discardPracticeDraft({ ...amira, isSilenced: true }, "en", walk.slug)).rejects.toMatchObject({ status: 403 });
  expect(await db.draft.count()).toBe(1);
});

async function begun() {
  const ours = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] });
  const chloe = await person("Chloé", { roles: ["PRACTITIONER"], organizations: [ours] });
  return { amira, chloe, walk: await guide({ by: amira }) };
}

test("who has left the organization no longer sees what becomes of the text", async () => {
  const { chloe, walk } = await begun();
  await savePracticeDraft(chloe, "en", walk.slug, { base: 2, sequence: 0, fields: typed("Chloé's draft") });
  expect(await listOwn(practiceKind, chloe)).toMatchObject([{ title: "Chloé's draft" }]);

  expect(await listOwn(practiceKind, { ...chloe, organizations: [] })).toEqual([]);
});
