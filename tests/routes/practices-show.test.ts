import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { retirePractice, translatePractice } from "#tests/support/practices";
import { db } from "~/platform/db.server";
import { loader, meta } from "~/routes/practices/show";
import { visit } from "#tests/support/request";
import { faceAt, guide, organization, person } from "#tests/support/world";

test("a visitor reads a published guide, and nothing is offered that they may not do", async () => {
  const { walk } = await world();

  const page = await shown(null, `/en/practices/${walk.slug}`, walk.slug);

  expect(page).toMatchObject({
    practice: { outcome: "page", isPublished: true, isMissingHere: false, work: null, guide: { title: walk.fields.title } },
    alternates: { en: `/en/practices/${walk.slug}` },
    address: `http://127.0.0.1:3000/en/practices/${walk.slug}`,
    isOverdue: false,
  });
  expect(page.alternates).not.toHaveProperty("fr");
});

test("a guide without a French face is shown in English under a French address, which says so and names the original", async () => {
  const { walk } = await world();

  const page = await shown(null, `/fr/pratiques/${walk.slug}`, walk.slug);

  expect(page).toMatchObject({ practice: { isMissingHere: true, guide: { language: "en" } } });
  expect(headOf(page, `/fr/pratiques/${walk.slug}`)).toContainEqual({
    tagName: "link",
    rel: "canonical",
    href: `http://127.0.0.1:3000/en/practices/${walk.slug}`,
  });
});

test("an old address leads to the new one for good", async () => {
  const { walk } = await world();
  const face = await faceAt(walk.slug);
  await db.faceSlug.create({ data: { kind: "PRACTICE", language: "en", slug: "its-old-name", faceId: face.id } });

  const response = await loader(visit(null, "/en/practices/its-old-name", { slug: "its-old-name" })).catch((thrown: Response) => thrown);

  expect(response.status).toBe(301);
  expect(response.headers.get("Location")).toBe(`/en/practices/${walk.slug}`);
});

test("a retired guide answers 410 with the reason and what to read instead, and is kept out of search engines", async () => {
  const { amira, eloise, walk } = await world();
  const better = await guide({ by: amira, state: "PUBLISHED", fields: { title: "A better walking group" } });
  await retirePractice(eloise, "en", walk.slug, { reason: "Its law has changed.", successor: better.slug });

  const response = await loader(visit(null, `/en/practices/${walk.slug}`, { slug: walk.slug }));
  const page = await response.json();

  expect(response.status).toBe(410);
  expect(page.practice).toMatchObject({
    outcome: "retired",
    reason: "Its law has changed.",
    successor: { slug: better.slug, title: "A better walking group" },
  });
  expect(headOf(page, `/en/practices/${walk.slug}`)).toContainEqual({ name: "robots", content: "noindex" });
});

test("a draft is shown to its author, kept out of search engines, and hidden from everyone else", async () => {
  const { amira } = await world();
  const draft = await guide({ by: amira, fields: { title: "Not yet finished" } });

  const page = await shown(amira, `/en/practices/${draft.slug}`, draft.slug);

  expect(page.practice).toMatchObject({ isPublished: false, work: { own: { state: "DRAFT" } }, may: { submit: true } });
  expect(headOf(page, `/en/practices/${draft.slug}`)).toContainEqual({ name: "robots", content: "noindex" });
  await expect(shown(null, `/en/practices/${draft.slug}`, draft.slug)).rejects.toMatchObject({ status: 404 });
  await expect(shown(await person("Benoit"), `/en/practices/${draft.slug}`, draft.slug)).rejects.toMatchObject({ status: 404 });
});

test("a face that is still a draft is offered to its writers alone", async () => {
  const { amira, walk } = await world();
  const french = await translatePractice(amira, "en", walk.slug);

  expect((await shown(amira, `/en/practices/${walk.slug}`, walk.slug)).alternates).toHaveProperty("fr", `/fr/pratiques/${french}`);
  expect((await shown(null, `/en/practices/${walk.slug}`, walk.slug)).alternates).not.toHaveProperty("fr");
});

test("a guide whose review is past due says so", async () => {
  const { walk } = await world();
  await db.contribution.update({ where: { id: walk.id }, data: { nextReviewDue: new Date("2020-01-01") } });

  expect(await shown(null, `/en/practices/${walk.slug}`, walk.slug)).toMatchObject({ isOverdue: true });
});

test("there is no guide at an address that nobody ever had", async () => {
  await world();

  for (const slug of ["nothing", "%", "a".repeat(500), "\u0000"])
    await expect(shown(null, `/en/practices/${encodeURIComponent(slug)}`, slug), slug).rejects.toMatchObject({ status: 404 });
});

type Page = Awaited<ReturnType<typeof shown>>;

const shown = async (viewer: Viewer, path: string, slug: string) => (await loader(visit(viewer, path, { slug }))).json();

const headOf = (data: Page, pathname: string) => meta({ data, location: { pathname } } as unknown as Parameters<typeof meta>[0]) ?? [];

async function world() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  return { amira, eloise, walk: await guide({ by: amira, state: "PUBLISHED" }) };
}
