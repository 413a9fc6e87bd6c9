import { createRemixStub } from "@remix-run/testing";
import type { ComponentType } from "react";
import { describe, expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { getGuideGraph, getSummaryGraph } from "~/features/graph/queries.server";
import { db } from "~/platform/db.server";
import GuideGraphRoute, { loader as guideLoader } from "~/routes/graph/guide";
import SummaryGraphRoute, { loader as summaryLoader } from "~/routes/graph/summary";
import ShowRoute, { loader as showLoader } from "~/routes/practices/show";
import SummaryShowRoute, { loader as summaryShowLoader } from "~/routes/evidence/show";
import { claimRows, guideOn, publishAgain, publishedSummary } from "#tests/support/claims";
import { change, edition, publish } from "#tests/support/editions";
import { type Planted, plant } from "#tests/support/lineages";
import { status } from "#tests/support/refusals";
import { visit } from "#tests/support/request";
import { statementsOf } from "#tests/support/statements";
import { summaryTranslation } from "#tests/support/summaries";
import { faceAt, guide, organization, person } from "#tests/support/world";

import { drawRoute } from "../ui/draw";

const slugOf = async (id: string) => (await db.face.findFirstOrThrow({ where: { contributionId: id, language: "en" } })).slug;

/** A summary, a guide on it with an edition, and another guide on the same summary. */
async function world() {
  const riverside = await organization();
  const author = await person("Amélie", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const researcher = await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] });
  const summary = await publishedSummary(researcher, { fields: { title: "Walking and loneliness" } });
  const made = await guideOn(author, summary.version);
  const other = await guideOn(author, summary.version, {
    fields: { title: "Sing in a choir", own: claimRows({ Section: "purpose", Stance: "MIXED", Version: summary.version }) },
  });
  const paul = await person("Paul", { roles: ["PRACTITIONER"], organizations: [await organization("Hillside")], steward: true });
  const slug = await slugOf(made.id);
  const own = await edition(paul, slug, { title: "Walks on the hill" });
  await publish(paul, own);
  const ids = { guide: made.id, other: other.id, summary: summary.id, edition: (await faceAt(own)).contributionId };
  return { author, researcher, paul, riverside, summary, slug, own, otherSlug: await slugOf(other.id), ids };
}

type Getter = typeof getGuideGraph | typeof getSummaryGraph;

async function around(get: Getter, viewer: Viewer, slug: string, language: "en" | "fr" = "en") {
  const page = await get(viewer, language, slug);
  if (page.outcome !== "page") throw new Error(page.outcome);
  return page.graph;
}

/** What is told: by relation, the titles; and whatever else of each one asks for. */
async function told(get: Getter, viewer: Viewer, slug: string) {
  const { groups } = await around(get, viewer, slug);
  return Object.fromEntries(groups.map(({ relation, items }) => [relation, items.map(({ title }) => title)]));
}

const hide = (id: string, data: Parameters<typeof db.contribution.update>[0]["data"]) => db.contribution.update({ where: { id }, data });

describe("what is around a guide", () => {
  test("are its summaries with what they say, guides on the same ones, and its editions; around an edition, what it was made of", async () => {
    const { slug, own, ids } = await world();
    expect(await told(getGuideGraph, null, slug)).toEqual({
      SUMMARIES: ["Walking and loneliness"],
      COUSINS: ["Sing in a choir"],
      EDITIONS: ["Walks on the hill"],
    });
    const { groups } = await around(getGuideGraph, null, slug);
    expect(groups.map(({ items: [first] }) => first)).toMatchObject([
      { id: ids.summary, kind: "summary", stances: ["SUPPORTS"], organization: "Riverside Health Centre", isRetired: false },
      { id: ids.other, kind: "practice", stances: ["MIXED"], via: ids.summary },
      { id: ids.edition, stances: [], via: null, organization: "Hillside" },
    ]);
    expect(await told(getGuideGraph, null, own)).toEqual({
      SUMMARIES: ["Walking and loneliness"],
      COUSINS: ["Sing in a choir"],
      PARENT: ["Start a walking group"],
    });
  });

  test("leaves out what the reader may not see, and does not count it", async () => {
    const { slug, own, otherSlug, paul, author, ids } = await world();
    await hide(ids.edition, { visibility: "ORGANIZATION" });
    await hide(ids.other, { visibility: "MEMBERS" });
    expect(await told(getGuideGraph, null, slug)).toEqual({ SUMMARIES: ["Walking and loneliness"] });
    expect(JSON.stringify(await around(getGuideGraph, null, slug))).not.toMatch(/on the hill|choir|"more":[1-9]/);
    expect(await told(getGuideGraph, author, slug)).toEqual({ SUMMARIES: ["Walking and loneliness"], COUSINS: ["Sing in a choir"] });
    expect((await told(getGuideGraph, paul, slug)).EDITIONS).toEqual(["Walks on the hill"]);
    expect(await status(getGuideGraph(null, "en", own))).toBe(404);

    await hide(ids.guide, { visibility: "MEMBERS" });
    expect((await told(getGuideGraph, paul, own)).PARENT).toEqual(["Start a walking group"]);
    await hide(ids.guide, { hiddenAt: new Date() });
    expect((await told(getGuideGraph, paul, own)).PARENT).toBeUndefined();
    expect((await told(getGuideGraph, author, otherSlug)).COUSINS).toBeUndefined();
  });

  test("has neither a summary of which the version is hidden or that is not open to the reader, nor guides through it", async () => {
    const { slug, summary, author, ids } = await world();
    await hide(ids.summary, { visibility: "ORGANIZATION" });
    expect(await told(getGuideGraph, null, slug)).toEqual({ EDITIONS: ["Walks on the hill"] });
    expect(Object.keys(await told(getGuideGraph, author, slug))).toEqual(["SUMMARIES", "COUSINS", "EDITIONS"]);
    await db.version.update({ where: { id: summary.version }, data: { hiddenAt: new Date() } });
    expect(await told(getGuideGraph, author, slug)).toEqual({ EDITIONS: ["Walks on the hill"] });
  });

  test("has no drafts, nor editions that are out of use; but the original that is", async () => {
    const { slug, own, paul, ids } = await world();
    await edition(paul, slug, { title: "A draft that nobody knows" });
    await hide(ids.guide, { retiredAt: new Date() });
    expect((await around(getGuideGraph, null, own)).groups.find(({ relation }) => relation === "PARENT")?.items).toMatchObject([
      { title: "Start a walking group", isRetired: true },
    ]);
    expect((await getGuideGraph(null, "en", slug)).outcome).toBe("retired");
    await hide(ids.guide, { retiredAt: null });
    await hide(ids.edition, { retiredAt: new Date() });
    expect((await told(getGuideGraph, paul, slug)).EDITIONS).toBeUndefined();
  });

  test("has what sections of the text say in the language of the page, and a draft's own for who writes it", async () => {
    const { slug, ids, author, summary } = await world();
    const [claim] = await db.claim.findMany({ where: { contributionId: ids.guide } });
    await db.claim.create({ data: { ...claim, key: "c9", section: "steps", stance: "CONTRADICTS" } as never });
    expect((await around(getGuideGraph, null, slug)).groups[0]?.items[0]?.stances).toEqual(["SUPPORTS", "CONTRADICTS"]);

    const draft = await guide({
      by: author,
      fields: { title: "Dance at noon", own: claimRows({ Section: "purpose", Stance: "SUPPORTS", Version: summary.version }) },
    });
    expect((await told(getGuideGraph, author, draft.slug)).SUMMARIES).toEqual(["Walking and loneliness"]);
    expect(await status(getGuideGraph(null, "en", draft.slug))).toBe(404);
    expect((await told(getGuideGraph, author, slug)).COUSINS).toEqual(["Sing in a choir"]);
  });
});

describe("what is around a summary", () => {
  test("are the guides that rest on it, its earlier versions and what it replaces", async () => {
    const { researcher, summary, ids } = await world();
    await publishAgain(researcher, summary.slug, { title: "Walking and loneliness, again" });
    const old = await publishedSummary(researcher, { fields: { title: "Walking, as one knew it before" } });
    await hide(old.id, { retiredAt: new Date(), successorId: summary.id });

    const titles = { [ids.edition]: "Walks on the hill", [ids.other]: "Sing in a choir", [ids.guide]: "Start a walking group" };
    const newestFirst = Object.keys(titles)
      .toSorted()
      .toReversed()
      .map((id) => titles[id]);
    expect(await told(getSummaryGraph, null, summary.slug)).toEqual({
      GUIDES: newestFirst,
      VERSIONS: ["Walking and loneliness"],
      REPLACES: ["Walking, as one knew it before"],
    });
    await db.version.updateMany({ where: { id: summary.version }, data: { hiddenAt: new Date() } });
    // Neither the version that is hidden nor what rests on it.
    expect(Object.keys(await told(getSummaryGraph, null, summary.slug))).toEqual(["REPLACES"]);
  });

  test("is marked where it cites what was retracted, in the middle and beside others", async () => {
    const { summary, slug, ids } = await world();
    expect((await around(getSummaryGraph, null, summary.slug)).hasRetraction).toBe(false);
    await db.reference.updateMany({ where: { contributionId: ids.summary }, data: { doi: "10.1000/walks" } });
    const list = await db.retractionList.create({ data: { id: ids.guide, name: "list.csv", total: 1, added: 1 } });
    await db.retraction.create({ data: { listId: list.id, doi: "10.1000/walks" } });

    expect((await around(getSummaryGraph, null, summary.slug)).hasRetraction).toBe(true);
    expect((await around(getGuideGraph, null, slug)).groups[0]?.items[0]?.hasRetraction).toBe(true);
    expect((await around(getGuideGraph, null, slug)).hasRetraction).toBe(false);
  });

  test("has titles in the language of the page, or in the other", async () => {
    const { researcher, summary, author, slug } = await world();
    const french = await summaryTranslation({ by: researcher, slug: summary.slug, fields: { title: "La marche contre la solitude" } });
    const { title, groups } = await around(getSummaryGraph, author, french, "fr");
    expect(title).toBe("La marche contre la solitude");
    expect(groups[0]?.items.map(({ language }) => language)).toEqual(["en", "en", "en"]);
    const fromGuide = (await around(getGuideGraph, author, slug, "fr")).groups;
    expect(fromGuide[0]?.items[0]).toMatchObject({ title: "La marche contre la solitude", language: "fr", slug: french });
    expect((await around(getGuideGraph, author, slug)).groups[0]?.items[0]).toMatchObject({
      title: "Walking and loneliness",
      language: "en",
    });
  });
});

describe("where there are many", () => {
  test("forty are shown, the same each time, and how many more there are that one may see", async () => {
    const { author, summary, slug, ids, riverside } = await world();
    const planted = (parentId: string | null): Planted => {
      const id = crypto.randomUUID();
      const claims = parentId ? [] : [{ section: "purpose", summaryId: summary.id, versionId: summary.version }];
      return { id, organizationId: riverside.id, parentId, rootId: parentId ?? id, claims, changes: [] };
    };
    const guides = Array.from({ length: 50 }, () => planted(null));
    await plant(guides);
    const editions = Array.from({ length: 60 }, () => planted(null)).map((one) => ({ ...one, claims: [] }));
    await plant(editions);
    await db.edition.createMany({ data: editions.map(({ id }) => ({ contributionId: id, parentId: ids.guide, rootId: ids.guide })) });
    await hide(editions[0]?.id ?? "", { visibility: "ORGANIZATION" });

    const graph = await around(getGuideGraph, null, slug);
    expect(graph.groups.map(({ relation, items, more }) => [relation, items.length, more])).toEqual([
      ["SUMMARIES", 1, 0],
      ["COUSINS", 8, 43],
      ["EDITIONS", 31, 29],
    ]);
    expect(await around(getGuideGraph, null, slug)).toEqual(graph);
    expect((await around(getGuideGraph, author, slug)).groups[2]?.more).toBe(30);
    expect((await around(getSummaryGraph, null, summary.slug)).groups).toMatchObject([{ relation: "GUIDES", more: 13 }]);

    const html = await page(GuideGraphRoute, guideLoader, `/en/practices/${slug}/graph`, slug);
    expect(html).toContain(`29 more are not shown here. <a href="/en/practices/${slug}/lineage">The whole lineage</a>`);
  });

  test("one question is asked of the database", async () => {
    const { slug, summary } = await world();
    expect(await statementsOf(() => getGuideGraph(null, "en", slug))).toHaveLength(1);
    expect(await statementsOf(() => getSummaryGraph(null, "en", summary.slug))).toHaveLength(1);
  });
});

/** A page as it is drawn. */
async function page(Component: ComponentType, loader: typeof guideLoader | typeof summaryLoader, path: string, slug: string) {
  const Route = createRemixStub([{ id: "page", path, Component }]);
  const data = await (await loader(visit(null, path, { slug }))).json();
  return drawRoute(Route, path, { loaderData: { page: data } });
}

/** Where the links of the neighbours lead that match, in their order. */
const links = (html: string) =>
  [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map((match) => match[1] ?? "").filter((href) => !/graph|graphe/.test(href));

describe("the page", () => {
  test("draws what it lists, in the same order, with the way to each", async () => {
    const { slug, own, summary, otherSlug, researcher } = await world();
    await publishAgain(researcher, summary.slug, { title: "Walking and loneliness, again" });
    for (const [html, expected] of [
      [
        await page(GuideGraphRoute, guideLoader, `/en/practices/${slug}/graph`, slug),
        [`/en/evidence/${summary.slug}`, `/en/practices/${otherSlug}`, `/en/practices/${own}`],
      ],
      [
        await page(SummaryGraphRoute, summaryLoader, `/en/evidence/${summary.slug}/graph`, summary.slug),
        [`/en/practices/${own}`, `/en/practices/${otherSlug}`, `/en/practices/${slug}`, `/en/evidence/${summary.slug}/versions/1`],
      ],
    ] as const) {
      const [list = "", drawing = ""] = html.slice(html.indexOf('class="graph-columns"')).split("<figure");
      expect(links(drawing)).toEqual(links(list));
      expect([...links(drawing)].toSorted()).toEqual([...expected].toSorted());
      expect(drawing).toMatch(/<svg class="graph[^>]*aria-labelledby="graph-title graph-about"/);
    }
  });

  test("says in words and by its line what the evidence says, and gives titles in full", async () => {
    const { slug, paul, own } = await world();
    const long = "Walks on the hill with everyone who was referred to us by a clinic of the county in winter";
    await change(paul, own, { title: long });
    await publish(paul, own);
    const html = await page(GuideGraphRoute, guideLoader, `/en/practices/${slug}/graph`, slug);
    expect(html).toContain(`<title>${long}</title>`);
    expect(html).toContain("…</tspan>");
    expect(html).toContain("Evidence: supports it");
    expect(html.match(/class="graph-line graph-line-supports"/g)).toHaveLength(2);
    expect(html.match(/class="graph-line graph-line-mixed"/g)).toHaveLength(2);
    expect(html).toContain('class="graph-line" d="M');
  });

  test("leads to where the work stands now, and to the page of what is out of use", async () => {
    const { slug, ids } = await world();
    await hide(ids.guide, { retiredAt: new Date() });
    const thrown = (await guideLoader(visit(null, `/en/practices/${slug}/graph`, { slug })).catch((error: unknown) => error)) as Response;
    expect([thrown.status, thrown.headers.get("Location")]).toEqual([302, `/en/practices/${slug}`]);
  });

  test("is led to from a guide and a summary that have something around them, and from no other", async () => {
    const { slug, summary, author } = await world();
    const drawn = async (Component: ComponentType, loader: typeof showLoader | typeof summaryShowLoader, path: string, at: string) => {
      const Route = createRemixStub([{ id: "page", path, Component }]);
      return drawRoute(Route, path, { loaderData: { page: await (await loader(visit(null, path, { slug: at }))).json() } });
    };
    const lone = await slugOf((await guide({ by: author, state: "PUBLISHED", fields: { title: "Alone in the world" } })).id);
    expect(await drawn(ShowRoute, showLoader, `/en/practices/${slug}`, slug)).toContain(`href="/en/practices/${slug}/graph"`);
    expect(await drawn(ShowRoute, showLoader, `/en/practices/${lone}`, lone)).not.toContain("/graph");
    const at = summary.slug;
    expect(await drawn(SummaryShowRoute, summaryShowLoader, `/en/evidence/${at}`, at)).toContain(`href="/en/evidence/${at}/graph"`);
  });

  test("says so where there is nothing around", async () => {
    const by = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
    const { slug } = await guide({ by, state: "PUBLISHED" });
    const address = await slugOf((await faceAt(slug)).contributionId);
    const html = await page(GuideGraphRoute, guideLoader, `/en/practices/${address}/graph`, address);
    expect(html).toContain("There is nothing around it yet");
    expect(html).not.toContain("<figure");
  });
});
