import { expect, test } from "vitest";

import { revisePractice, submitPractice } from "#tests/support/practices";
import { db } from "~/platform/db.server";
import { action } from "~/routes/contributions/edit";
import { submission } from "#tests/support/request";
import { faceAt, guide, guideFields, guideForm, organization, person } from "#tests/support/world";
import { formOf } from "#tests/support/form-of";

test("a save makes a revision, and leads back to the form", async () => {
  const { amira, slug, path } = await begun();

  const response = await action(submission(amira, path, { slug }, guideForm({ title: "Walk together" })));

  expect(response.headers.get("Location")).toBe(path);
  expect(response.headers.get("Set-Cookie")).toContain("flash");
  expect(await faceAt(slug)).toMatchObject({ title: "Walk together", latestNumber: 3 });
});

test("faults come back by field with everything typed and chosen", async () => {
  const { amira, slug, path } = await begun();

  const response = await action(
    submission(
      amira,
      path,
      { slug },
      { ...guideForm({ title: "abc", summary: "x".repeat(401), body: "Kept." }), topics: ["nature", "food"] },
    ),
  );

  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    errors: { title: ["publishing.error.titleTooShort"], summary: ["publishing.error.summaryTooLong"] },
    fields: { title: "abc", body: "Kept.", topics: ["nature", "food"], populations: [] },
    base: 2,
    sequence: 0,
    merge: null,
  });
  expect((await faceAt(slug)).latestNumber).toBe(2);
});

test("Markdown that cannot be drawn is a fault of its own field, and is kept as a draft", async () => {
  const { amira, slug, path } = await begun();
  const deep = ">".repeat(3000);

  const ofBody = await action(submission(amira, path, { slug }, guideForm({ body: deep })));
  expect(ofBody.status).toBe(422);
  expect(await ofBody.json()).toMatchObject({ errors: { body: ["publishing.markdown.tooDeep"] }, fields: { body: deep }, sequence: 1 });

  const ofSources = await action(submission(amira, path, { slug }, guideForm({ sources: "[".repeat(3000), sequence: "1" })));
  expect(await ofSources.json()).toMatchObject({ errors: { sources: ["publishing.markdown.tooDeep"] } });
  expect(await db.draft.findMany({ select: { fields: true } })).toMatchObject([{ fields: { sources: "[".repeat(3000) } }]);
});

test("a text that went into review meanwhile is kept as a draft, and the writer is told why it is not saved", async () => {
  const { amira, slug, path } = await begun();
  await submitPractice(amira, "en", slug);

  const response = await action(submission(amira, path, { slug }, guideForm({ title: "Typed too late" })));

  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    errors: { "": ["publishing.conflict.inReview"] },
    fields: { title: "Typed too late" },
    sequence: 1,
  });
  expect(await db.draft.findMany({ select: { fields: true } })).toMatchObject([{ fields: { title: "Typed too late" } }]);
});

test("of two who wrote at once the second gets both texts in one form, and saving that loses nothing", async () => {
  const { amira, slug, path } = await begun();
  const chloe = await person("Chloé", { roles: ["PRACTITIONER"], organizations: amira.organizations });
  const theirs = guideFields({ body: guideFields().body.replace("Find a path.", "Find a path without ice."), topics: ["food", "nature"] });
  await revisePractice(chloe, "en", slug, { base: 2, sequence: 0, fields: theirs });

  const mine = guideForm({ body: guideFields().body.replace("Find a path.", "Find a short path."), title: "Walk together" });
  const response = await action(submission(amira, path, { slug }, mine));

  expect(response.status).toBe(409);
  const again = await response.json();
  if (!("merge" in again)) throw new Error("The form did not come back.");
  expect(again).toMatchObject({ base: 3, sequence: 0, errors: {}, fields: { title: "Walk together", topics: ["food", "nature"] } });
  expect(again.merge).toMatchObject({ number: 3, isOwnDraft: false, contested: ["body"], sections: ["Steps"] });
  expect(again.merge?.changes.map(({ field }) => field)).toEqual(["title", "body", "topics"]);
  expect(again.fields.body).toContain("Find a path without ice.");
  expect(again.fields.body).toContain("Find a short path.");

  const { base, sequence, fields } = again;
  const saved = await action(submission(amira, path, { slug }, { ...formOf(fields), base: String(base), sequence: String(sequence) }));
  expect(saved.status).toBe(302);
  expect((await faceAt(slug)).revisions.at(-1)?.body).toContain("without ice");
});

test("strangers save nothing, visitors sign in first, and fields that no page sends are refused", async () => {
  const { amira, slug, path } = await begun();
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

  await expect(action(submission(stranger, path, { slug }, guideForm()))).rejects.toMatchObject({ status: 404 });
  await expect(action(submission(null, path, { slug }, guideForm()))).rejects.toMatchObject({ status: 302 });
  await expect(action(submission(amira, path, { slug }, guideForm({ state: "PUBLISHED" })))).rejects.toMatchObject({ status: 400 });
  expect((await faceAt(slug)).latestNumber).toBe(2);
});

async function begun() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const { slug } = await guide({ by: amira });
  return { amira, slug, path: `/en/practices/${slug}/edit` };
}

test("a text of too many sections is refused before it is cut up", async () => {
  const { amira, slug, path } = await begun();

  const response = await action(submission(amira, path, { slug }, guideForm({ body: "## a\n".repeat(201) })));

  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ errors: { body: ["publishing.error.tooManySections"] } });
});
