import { expect, test } from "vitest";

import { db } from "~/platform/db.server";
import { action, loader } from "~/routes/contributions/draft";
import { action as remove } from "~/routes/contributions/draft-removal";
import { submission, visit } from "#tests/support/request";
import { guide, guideForm, organization, person } from "#tests/support/world";

test("what is typed is kept, and the answer says since when", async () => {
  const { amira, slug, path } = await begun();

  const response = await action(submission(amira, path, { slug }, guideForm({ title: "" })));

  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ outcome: "saved", sequence: 1, savedAt: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test("a stale window is told so with 409, and changes nothing", async () => {
  const { amira, slug, path } = await begun();
  await action(submission(amira, path, { slug }, guideForm({ title: "First window" })));

  const response = await action(submission(amira, path, { slug }, guideForm({ title: "Second window" })));

  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ outcome: "stale", sequence: 1 });
  expect(await db.draft.findMany({ select: { fields: true } })).toMatchObject([{ fields: { title: "First window" } }]);
});

test("what cannot be kept comes back with its faults by field", async () => {
  const { amira, slug, path } = await begun();

  const response = await action(submission(amira, path, { slug }, guideForm({ summary: "x".repeat(401) })));

  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({ outcome: "refused", errors: { summary: ["publishing.error.summaryTooLong"] } });
  expect(await db.draft.count()).toBe(0);
});

test("fields that no page sends are refused whole", async () => {
  const { amira, slug, path } = await begun();

  await expect(action(submission(amira, path, { slug }, { ...guideForm({}), state: "PUBLISHED" }))).rejects.toMatchObject({ status: 400 });
});

test("who is signed out is sent to the door, and strangers find nothing", async () => {
  const { slug, path } = await begun();
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

  await expect(action(submission(null, path, { slug }, guideForm({})))).rejects.toMatchObject({ status: 302 });
  await expect(action(submission(stranger, path, { slug }, guideForm({})))).rejects.toMatchObject({ status: 404 });
});

test("who opens the address is led to the form", async () => {
  const { amira, slug, path } = await begun();

  expect(loader(visit(amira, path, { slug })).headers.get("Location")).toBe(`/en/practices/${slug}/edit`);
});

test("a draft is discarded by its own writer, who is back at the form", async () => {
  const { amira, slug, path } = await begun();
  await action(submission(amira, path, { slug }, guideForm({ title: "Half a sentence" })));

  const response = await remove(submission(amira, `${path}/removal`, { slug }));

  expect(response.headers.get("Location")).toBe(`/en/practices/${slug}/edit`);
  expect(await db.draft.count()).toBe(0);
});

async function begun() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const { slug } = await guide({ by: amira });
  return { amira, slug, path: `/en/practices/${slug}/draft` };
}
