import { expect, test } from "vitest";

import { translatePractice } from "#tests/support/practices";
import { db } from "~/platform/db.server";
import { action, loader } from "~/routes/contributions/translation";
import { submission, visit } from "#tests/support/request";
import { faceAt, guide, organization, person } from "#tests/support/world";

test("the page tells which language is missing, whichever language it is read in", async () => {
  const { amira, slug } = await begun();
  const expected = { from: "en", to: "fr", slug, title: "Start a walking group", existing: null };

  expect(await (await loader(visit(amira, `/en/practices/${slug}/translation`, { slug }))).json()).toEqual(expected);
  expect(await (await loader(visit(amira, `/fr/pratiques/${slug}/traduction`, { slug }))).json()).toEqual(expected);
});

test("the other language is begun, and its writer is led to its form", async () => {
  const { amira, slug } = await begun();

  const response = await action(submission(amira, `/en/practices/${slug}/translation`, { slug }));

  expect(response.headers.get("Location")).toBe(`/fr/pratiques/${slug}/modifier`);
  expect((await faceAt(slug, "fr")).revisions[0]?.body).toContain("{#steps}");
});

test("a language that is there already is not begun again", async () => {
  const { amira, slug } = await begun();
  await translatePractice(amira, "en", slug);

  await expect(loader(visit(amira, `/en/practices/${slug}/translation`, { slug }))).rejects.toMatchObject({ status: 302 });
  await action(submission(amira, `/en/practices/${slug}/translation`, { slug }));
  expect(await db.face.count()).toBe(2);
});

test("strangers find nothing, and visitors sign in first", async () => {
  const { slug } = await begun();
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });
  const path = `/en/practices/${slug}/translation`;

  await expect(loader(visit(stranger, path, { slug }))).rejects.toMatchObject({ status: 404 });
  await expect(action(submission(stranger, path, { slug }))).rejects.toMatchObject({ status: 404 });
  await expect(loader(visit(null, path, { slug }))).rejects.toMatchObject({ status: 302 });
});

async function begun() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  return { amira, slug: (await guide({ by: amira })).slug };
}
