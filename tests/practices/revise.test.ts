import { expect, test } from "vitest";

import { revisePractice, savePracticeDraft, submitPractice } from "#tests/support/practices";
import { db } from "~/platform/db.server";
import { eventNames, faceAt, guide, guideFields, organization, person } from "#tests/support/world";

test("a save is a new revision, rendered, and the draft is gone", async () => {
  const { amira, walk } = await begun();
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "Typed so far" }) });

  const result = await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 1, fields: guideFields({ title: "Walk together" }) });

  const face = await faceAt(walk.slug);
  expect(result).toEqual({ outcome: "revised", number: 3 });
  expect(face).toMatchObject({ title: "Walk together", latestNumber: 3, slug: walk.slug });
  expect(face.revisions[2]).toMatchObject({ html: expect.stringContaining('<h2 id="s-purpose">'), words: expect.any(Number) });
  expect(await db.draft.count()).toBe(0);
  expect((await eventNames()).at(-1)).toBe("practice.revised");
});

test("saving what is already there makes no revision, also when it is sent twice", async () => {
  const { amira, walk } = await begun();
  const change = { base: 2, sequence: 0, fields: guideFields({ title: "Walk together" }) };

  const results = [await revisePractice(amira, "en", walk.slug, change), await revisePractice(amira, "en", walk.slug, change)];

  expect(results).toEqual([
    { outcome: "revised", number: 3 },
    { outcome: "revised", number: 3 },
  ]);
});

test("of two people who start from the same revision, the second gets the text of the first to merge with", async () => {
  const { amira, chloe, walk } = await begun();
  await revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "Amira's title" }) });

  const result = await revisePractice(chloe, "en", walk.slug, {
    base: 2,
    sequence: 0,
    fields: guideFields({ summary: "Chloé's summary, which is long enough." }),
  });

  expect(result).toMatchObject({
    outcome: "merge",
    number: 3,
    theirs: { title: "Amira's title" },
    base: { title: "Start a walking group" },
  });
  expect((await faceAt(walk.slug)).latestNumber).toBe(3);
});

test("six people who save different texts at the same moment make one revision, and five are asked to merge", async () => {
  const ours = await organization();
  const people = await Promise.all(
    ["A", "B", "C", "D", "E", "F"].map((name) => person(`Person ${name}`, { roles: ["PRACTITIONER"], organizations: [ours] })),
  );
  const walk = await guide({ by: people[0] as (typeof people)[number] });

  const results = await Promise.all(
    people.map((one) =>
      revisePractice(one, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: `Title of ${one.name}` }) }),
    ),
  );

  expect(results.filter(({ outcome }) => outcome === "revised")).toHaveLength(1);
  expect(results.filter(({ outcome }) => outcome === "merge")).toHaveLength(5);
  expect((await faceAt(walk.slug)).latestNumber).toBe(3);
});

test("a save from an older window gets the newer draft to merge with", async () => {
  const { amira, walk } = await begun();
  await savePracticeDraft(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "From the other window" }) });

  const result = await revisePractice(amira, "en", walk.slug, {
    base: 2,
    sequence: 0,
    fields: guideFields({ title: "From the old window" }),
  });

  expect(result).toMatchObject({ outcome: "merge", sequence: 1, theirs: { title: "From the other window" } });
  expect(await db.draft.count()).toBe(1);
});

test("strangers do not learn that the draft is there, and readers of a published guide may not write", async () => {
  const { amira, walk } = await begun();
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });
  const change = { base: 2, sequence: 0, fields: guideFields({ title: "Mine now" }) };

  await expect(revisePractice(stranger, "en", walk.slug, change)).rejects.toMatchObject({ status: 404 });
  const open = await guide({ by: amira, state: "PUBLISHED", fields: { title: "An open guide" } });
  await expect(revisePractice(stranger, "en", open.slug, change)).rejects.toMatchObject({ status: 403 });
  await expect(revisePractice({ ...amira, isSilenced: true }, "en", walk.slug, change)).rejects.toMatchObject({ status: 403 });
  expect((await faceAt(walk.slug)).latestNumber).toBe(2);
});

test("what is under review is not changed", async () => {
  const { amira, walk } = await begun();
  await submitPractice(amira, "en", walk.slug);

  const change = revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ title: "Too late" }) });

  await expect(change).rejects.toMatchObject({ status: 409 });
  expect((await faceAt(walk.slug)).latestNumber).toBe(2);
});

test("a choice that no vocabulary has is refused", async () => {
  const { amira, walk } = await begun();

  const change = revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ topics: ["no-such-topic"] }) });

  await expect(change).rejects.toMatchObject({ status: 422 });
});

test("Markdown that cannot be drawn safely is refused, and nothing is written", async () => {
  const { amira, walk } = await begun();

  const change = revisePractice(amira, "en", walk.slug, { base: 2, sequence: 0, fields: guideFields({ body: ">".repeat(9_000) }) });

  await expect(change).rejects.toMatchObject({ status: 422 });
  expect((await faceAt(walk.slug)).latestNumber).toBe(2);
});

async function begun() {
  const ours = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] });
  const chloe = await person("Chloé", { roles: ["PRACTITIONER"], organizations: [ours] });
  return { amira, chloe, walk: await guide({ by: amira }) };
}
