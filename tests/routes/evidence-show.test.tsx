import { createRemixStub } from "@remix-run/testing";
import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { retireContribution } from "~/features/publishing/contribution.server";
import { hideContribution } from "~/features/publishing/hiding.server";
import { db } from "~/platform/db.server";
import SummaryPage, { loader, meta } from "~/routes/evidence/show";
import { visit } from "#tests/support/request";
import { statementsOf } from "#tests/support/statements";
import { ratings, summary, summaryFields } from "#tests/support/summaries";
import { faceAt, organization, person } from "#tests/support/world";

import { drawRoute } from "../ui/draw";

const { own = {} } = summaryFields();

test("a visitor reads the layers of a summary in their order, each one in the contents", async () => {
  const { zoe } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });

  const html = await page(`/en/evidence/${slug}`, slug);

  const places = ["bottom-line", "s-key-messages", "question", "findings", "s-who-was-studied", "s-limits", "about"];
  const at = places.map((id) => html.search(new RegExp(`<h2[^>]* id="${id}"|<h2 id="${id}"`)));
  expect(at.every((index) => index > 0)).toBe(true);
  expect(at).toEqual([...at].sort((a, b) => a - b));
  for (const id of places) expect(html).toContain(`href="#${id}"`);
  expect(html).toContain("Evidence up to May 2024");
  expect(html).toContain('<a href="/en/evidence#certainty">What certainty means</a>');
  expect(html).not.toContain("<script");
});

test("a finding says its certainty in words, who rated it, and that ratings differ; what nobody rated says so", async () => {
  const { zoe } = await world();
  const rated = ratings(
    { Finding: "f1", Level: "LOW", By: "Kiely and others", On: "2022", Tool: "GRADE", Note: "Imprecise <b>" },
    { Finding: "f1", Level: "MODERATE", By: "Zoé" },
  );
  const { slug } = await summary({ by: zoe, state: "PUBLISHED", fields: { own: { ...own, ...rated } } });

  const html = await page(`/en/evidence/${slug}`, slug);

  expect(html).toContain('<span class="certainty-sign" aria-hidden="true">⊕⊕○○</span>Low certainty');
  expect(html).toContain("Moderate certainty");
  expect(html).toContain("The ratings differ. All of them are shown.");
  expect(html).toContain("Rated by Kiely and others");
  expect(html).toContain("Imprecise &lt;b&gt;");
  expect(html).toContain("Not rated");
  expect(html).toContain("nobody has rated how certain the finding is");
  expect(html).toContain("Certainty: moderate and low");
});

test("evidence of long ago is named as such, in neutral words", async () => {
  const { zoe } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED", fields: { own: { ...own, evidenceUpTo: ["2015-03"] } } });

  const html = await page(`/fr/donnees-probantes/${slug}`, slug);

  expect(html).toContain("La recherche documentaire a pris fin il y a plus de cinq ans");
  expect(html).toContain("mars 2015");
});

test("a summary in the other language says so in the reader's language, and its text is read out in its own", async () => {
  const { zoe } = await world();
  const { slug, fields } = await summary({ by: zoe, state: "PUBLISHED" });

  const data = await shown(null, `/fr/donnees-probantes/${slug}`, slug);
  const html = await page(`/fr/donnees-probantes/${slug}`, slug);

  expect(data).toMatchObject({ summary: { isMissingHere: true }, alternates: { en: `/en/evidence/${slug}` } });
  expect(html).toContain("Cette synthèse n’est pas encore offerte en français. Voici la version anglaise.");
  expect(html).toContain(`<p lang="en">${fields.summary}</p>`);
  expect(html).toContain('<dd lang="en">Usual care</dd>');
  expect(html).toContain('<li lang="en"><a href="#s-limits">Limits</a></li>');
  expect(headOf(data, `/fr/donnees-probantes/${slug}`)).toContainEqual({
    tagName: "link",
    rel: "canonical",
    href: `http://127.0.0.1:3000/en/evidence/${slug}`,
  });
});

test("an old address leads to the new one for good", async () => {
  const { zoe } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });
  await db.faceSlug.create({ data: { kind: "SUMMARY", language: "en", slug: "its-old-name", faceId: (await faceAt(slug)).id } });

  const response = await loader(visit(null, "/en/evidence/its-old-name", { slug: "its-old-name" })).catch((thrown: Response) => thrown);

  expect(response.status).toBe(301);
  expect(response.headers.get("Location")).toBe(`/en/evidence/${slug}`);
});

test("a retired summary answers 410 with the reason and what to read instead, and is kept out of search engines", async () => {
  const { zoe, editor } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });
  const better = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "A newer and better summary" } });
  await retireContribution(summaryKind, editor, "en", slug, { reason: "Newer <b>trials</b> came out.", successor: better.slug });

  const response = await loader(visit(null, `/en/evidence/${slug}`, { slug }));
  const data = await response.json();
  const html = await page(`/en/evidence/${slug}`, slug);

  expect(response.status).toBe(410);
  expect(html).toContain("Newer &lt;b&gt;trials&lt;/b&gt; came out.");
  expect(html).toContain(`<a href="/en/evidence/${better.slug}">A newer and better summary</a>`);
  expect(headOf(data, `/en/evidence/${slug}`)).toContainEqual({ name: "robots", content: "noindex" });
});

test("a draft is shown to its author, kept out of search engines, and hidden from everyone else", async () => {
  const { zoe, editor } = await world();
  const { slug } = await summary({ by: zoe, fields: { title: "Not yet finished" } });

  const data = await shown(zoe, `/en/evidence/${slug}`, slug);

  expect(data.summary).toMatchObject({ isPublished: false, work: { own: { state: "DRAFT" } }, may: { submit: true } });
  expect(headOf(data, `/en/evidence/${slug}`)).toContainEqual({ name: "robots", content: "noindex" });
  expect(await shown(editor, `/en/evidence/${slug}`, slug)).toMatchObject({ mayFlag: false });
  for (const viewer of [null, await person("Benoit")])
    await expect(shown(viewer, `/en/evidence/${slug}`, slug)).rejects.toMatchObject({ status: 404 });
});

test("what is hidden, or for others, does not exist", async () => {
  const { zoe } = await world();
  const member = await person("Benoit");
  const forMembers = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "For members alone", visibility: "MEMBERS" } });
  const forUs = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "For our people alone", visibility: "ORGANIZATION" } });
  const hidden = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "Hidden by moderation" } });
  await db.$transaction((tx) => hideContribution(tx, hidden.id, null));

  const status = async (viewer: Viewer, slug: string) =>
    (await loader(visit(viewer, `/en/evidence/${slug}`, { slug })).catch((thrown: Response) => thrown)).status;
  expect([await status(null, forMembers.slug), await status(member, forMembers.slug)]).toEqual([404, 200]);
  expect([await status(member, forUs.slug), await status(zoe, forUs.slug)]).toEqual([404, 200]);
  expect([await status(member, hidden.slug), await status(zoe, hidden.slug)]).toEqual([404, 200]);
  for (const slug of ["nothing", "%", "a".repeat(500), "\u0000"]) expect(await status(null, slug), slug).toBe(404);
});

test("a summary asks the database no more than four times", async () => {
  const { zoe } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });

  const asked = await statementsOf(() => shown(null, `/en/evidence/${slug}`, slug));

  expect(asked.length).toBeLessThanOrEqual(4);
});

type Page = Awaited<ReturnType<typeof shown>>;

const shown = async (viewer: Viewer, path: string, slug: string) => (await loader(visit(viewer, path, { slug }))).json();

const headOf = (data: Page, pathname: string) => meta({ data, location: { pathname } } as unknown as Parameters<typeof meta>[0]) ?? [];

async function page(path: string, slug: string) {
  const data = await shown(null, path, slug);
  const Route = createRemixStub([{ id: "page", path: "*", Component: SummaryPage, loader: () => data }]);
  return drawRoute(Route, path, { loaderData: { page: data } });
}

async function world() {
  const zoe = await person("Zoé", { roles: ["RESEARCHER"], organizations: [await organization()] });
  return { zoe, editor: await person("Éloïse", { roles: ["EDITOR"] }) };
}
