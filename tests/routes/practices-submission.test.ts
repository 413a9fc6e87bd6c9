import { practiceKind } from "~/features/practices/practice-kind.server";
import { goAlone } from "#tests/support/one-language";
import { expect, test } from "vitest";

import { savePracticeDraft, submitPractice } from "#tests/support/practices";
import { db } from "~/platform/db.server";
import { action, loader } from "~/routes/contributions/submission";
import { action as withdraw } from "~/routes/contributions/withdrawal";
import { submission, visit } from "#tests/support/request";
import { faceAt, guide, guideFields, organization, person } from "#tests/support/world";

test("a complete guide may be submitted, and looking changes nothing", async () => {
  const { amira, slug, path } = await begun();

  const page = await (await loader(visit(amira, path, { slug }))).json();

  expect(page).toMatchObject({ number: 2, state: "DRAFT", missing: {}, hasDraft: false, maySubmit: true, submitted: null });
  expect((await faceAt(slug)).state).toBe("DRAFT");
});

test("what is still missing is told by field, before and after the button is pressed", async () => {
  const { amira, slug, path } = await begun({ summary: "Too short", topics: [] });
  const missing = { summary: ["publishing.error.summaryTooShort"], topics: ["publishing.error.topicMissing"] };

  expect(await (await loader(visit(amira, path, { slug }))).json()).toMatchObject({ missing });
  const response = await action(submission(amira, path, { slug }));

  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({ errors: { ...missing, otherLanguage: ["parity.error.alone"] } });
  expect(await db.review.count()).toBe(0);
});

test("a draft that is not saved is not submitted, and the page says so", async () => {
  const { amira, slug, path } = await begun();
  await savePracticeDraft(amira, "en", slug, { base: 2, sequence: 0, fields: guideFields({ title: "Not saved", topics: [] }) });

  expect(await (await loader(visit(amira, path, { slug }))).json()).toMatchObject({
    title: "Start a walking group",
    hasDraft: true,
    missing: {},
  });
});

test("a submission leads to the page of the guide, and can be withdrawn", async () => {
  const { amira, slug, path } = await begun();

  await goAlone(practiceKind, "en", slug);
  const sent = await action(submission(amira, path, { slug }));
  expect(sent.headers.get("Location")).toBe(`/en/practices/${slug}`);
  expect(await (await loader(visit(amira, path, { slug }))).json()).toMatchObject({ maySubmit: false, submitted: { number: 2 } });

  const back = await withdraw(submission(amira, `${path}/withdrawal`, { slug }));
  expect(back.headers.get("Location")).toBe(`/en/practices/${slug}/edit`);
  expect((await faceAt(slug)).state).toBe("DRAFT");
});

test("what is submitted already, or not in review, is refused", async () => {
  const { amira, slug, path } = await begun();

  await expect(withdraw(submission(amira, `${path}/withdrawal`, { slug }))).rejects.toMatchObject({ status: 409 });
  await submitPractice(amira, "en", slug);
  await expect(action(submission(amira, path, { slug }))).rejects.toMatchObject({ status: 409 });
});

test("strangers find nothing, and visitors sign in first", async () => {
  const { slug, path } = await begun();
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

  await expect(loader(visit(stranger, path, { slug }))).rejects.toMatchObject({ status: 404 });
  await expect(action(submission(stranger, path, { slug }))).rejects.toMatchObject({ status: 404 });
  await expect(withdraw(submission(stranger, path, { slug }))).rejects.toMatchObject({ status: 404 });
  await expect(loader(visit(null, path, { slug }))).rejects.toMatchObject({ status: 302 });
});

async function begun(fields: Parameters<typeof guideFields>[0] = {}) {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const { slug } = await guide({ by: amira, fields });
  return { amira, slug, path: `/en/practices/${slug}/submission` };
}
