import { expect, test } from "vitest";

import { loader } from "~/routes/contributions/history";
import { visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

test("an author sees every revision, newest first, and which one is published", async () => {
  const { amira, walk } = await world();

  const response = await loader(visit(amira, `/en/practices/${walk.slug}/history`, { slug: walk.slug }));
  const { history, isFirst, alternates } = await response.json();

  expect(history.revisions).toMatchObject([
    { number: 2, isPublished: true, isLatest: true, author: { name: "Amira" } },
    { number: 1, isPublished: false, isLatest: false },
  ]);
  expect(isFirst).toBe(true);
  expect(alternates).toEqual({ fr: `/fr/pratiques/${walk.slug}` });
});

test("older revisions stand on the next page", async () => {
  const { amira, walk } = await world();

  const response = await loader(visit(amira, `/en/practices/${walk.slug}/history?below=2`, { slug: walk.slug }));

  expect(await response.json()).toMatchObject({ isFirst: false, history: { revisions: [{ number: 1 }], next: null } });
});

test("a visitor is asked to sign in, and a member who does not write here is refused", async () => {
  const { walk } = await world();

  await expect(loader(visit(null, `/en/practices/${walk.slug}/history`, { slug: walk.slug }))).rejects.toMatchObject({ status: 302 });
  const benoit = await person("Benoit");
  await expect(loader(visit(benoit, `/en/practices/${walk.slug}/history`, { slug: walk.slug }))).rejects.toMatchObject({ status: 403 });
});

test("the history of a hidden draft does not exist for others", async () => {
  const { amira } = await world();
  const draft = await guide({ by: amira, fields: { title: "Not yet finished" } });

  const benoit = await person("Benoit");
  await expect(loader(visit(benoit, `/en/practices/${draft.slug}/history`, { slug: draft.slug }))).rejects.toMatchObject({ status: 404 });
});

async function world() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  return { amira, walk: await guide({ by: amira, state: "PUBLISHED" }) };
}
