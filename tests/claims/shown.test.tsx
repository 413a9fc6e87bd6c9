import { createRemixStub } from "@remix-run/testing";
import { describe, expect, test } from "vitest";

import { partsOf } from "~/features/claims/shown";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { retireContribution } from "~/features/publishing/contribution.server";
import { getPractice } from "~/features/practices/queries.server";
import type { Viewer } from "~/features/accounts/actor";
import VersionRoute, { loader as versionLoader } from "~/routes/contributions/version";
import ShowRoute, { loader } from "~/routes/practices/show";
import { db } from "~/platform/db.server";
import { renderMarkdown } from "~/platform/markdown.server";
import { claimRows, guideOn, publishAgain, publishedSummary, publishGuideAgain } from "#tests/support/claims";
import { visit } from "#tests/support/request";
import { ratings, summaryFields } from "#tests/support/summaries";
import { faceAt, guide, guideFields, organization, person } from "#tests/support/world";

import { drawRoute } from "../ui/draw";

async function world() {
  const riverside = await organization();
  const author = await person("Amélie", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const researcher = await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] });
  return { riverside, author, researcher };
}

const rated = { ...summaryFields().own, ...ratings({ Finding: "f1", Level: "LOW" }, { Finding: "f2", Level: "MODERATE" }) };

async function evidenceSeen(viewer: Viewer, slug: string) {
  const page = await getPractice(viewer, "en", slug);
  if (page.outcome !== "page") throw new Error(page.outcome);
  return page.evidence;
}

async function page(viewer: Viewer, slug: string): Promise<string> {
  const path = `/en/practices/${slug}`;
  const Route = createRemixStub([{ id: "page", path: "/en/practices/:slug", Component: ShowRoute }]);
  return drawRoute(Route, path, { loaderData: { page: await (await loader(visit(viewer, path, { slug }))).json() } });
}

describe("the HTML of a text in its sections", () => {
  const body = "Before.\n\n## One {#one}\n\nText[^1].\n\n### In it\n\n## Two {#two}\n\nMore.\n\n[^1]: A note.\n";

  test("is the same when put together, with each heading alone and the notes behind", async () => {
    const { html } = await renderMarkdown(body, { language: "en" });
    const parts = partsOf(html, [{ key: "one" }, { key: "two" }]);

    expect(parts.map(({ heading, rest }) => heading + rest).join("")).toBe(html);
    expect(parts.map(({ key }) => key)).toEqual(["", "one", "two", ""]);
    expect(parts[1]?.heading).toMatch(/^<h2 id="s-one".*<\/h2>$/);
    expect(parts[3]?.rest).toContain("A note.");
  });

  test("is one part where there is no section, or none that is named", async () => {
    expect(partsOf("<p>Text</p>", [])).toEqual([{ key: "", heading: "", rest: "<p>Text</p>" }]);
    expect(partsOf("", [])).toEqual([]);
  });
});

describe("what readers are told a section rests on", () => {
  test("the stance, the title, the version, the certainty as stated, and that there is a newer version", async () => {
    const { author, researcher } = await world();
    const made = await publishedSummary(researcher, { fields: { title: "Walking and loneliness", own: rated } });
    const { slug } = await guideOn(author, made.version);
    const claim = {
      section: "purpose",
      stance: "SUPPORTS",
      note: "",
      summary: { title: "Walking and loneliness", number: 1, newest: 1, isRetired: false, levels: ["MODERATE", "LOW"] },
    };
    expect((await evidenceSeen(null, slug))?.claims).toMatchObject([claim]);

    await publishAgain(researcher, made.slug, {
      title: "Walking and loneliness",
      summary: "A newer bottom line, which says a little more.",
      own: rated,
    });
    expect((await evidenceSeen(null, slug))?.claims).toMatchObject([{ ...claim, summary: { number: 1, newest: 2 } }]);
    const html = await page(null, slug);
    expect(html).toContain("The evidence supports it");
    expect(html).toContain(`/en/evidence/${made.slug}/versions/1`);
    expect(html).toContain("A newer version exists: version 2");
    expect(html).toContain("Certainty: moderate and low");
  });

  test("that it is practice-based, and nothing at all of a guide that says nothing", async () => {
    const { author } = await world();
    const based = await guide({
      by: author,
      state: "PUBLISHED",
      fields: { own: claimRows({ Section: "steps", Stance: "NONE", Note: "Ours since 2019" }) },
    });
    const silent = await guide({ by: author, state: "PUBLISHED", fields: { title: "Say nothing of evidence" } });

    expect((await evidenceSeen(null, based.slug))?.claims).toEqual([
      { section: "steps", stance: "NONE", note: "Ours since 2019", summary: null },
    ]);
    expect(await evidenceSeen(null, silent.slug)).toBeNull();
    expect(await page(null, based.slug)).toContain("Practice-based");
    expect(await page(null, silent.slug)).not.toMatch(/claims|guide-text/);
  });

  test("nothing of a summary that the viewer may not see, however it came about", async () => {
    const { author, researcher } = await world();
    const made = await publishedSummary(researcher, { fields: { title: "Walking and loneliness" } });
    const { slug } = await guideOn(author, made.version);
    const stranger = await person("Sam");
    const change = (data: Parameters<typeof db.contribution.update>[0]["data"]) => db.contribution.update({ where: { id: made.id }, data });

    await change({ visibility: "MEMBERS" });
    expect(await evidenceSeen(null, slug)).toBeNull();
    expect(await page(null, slug)).not.toContain("Walking and loneliness");
    expect((await evidenceSeen(stranger, slug))?.claims).toHaveLength(1);

    await change({ visibility: "ORGANIZATION" });
    expect(await evidenceSeen(stranger, slug)).toBeNull();
    expect((await evidenceSeen(author, slug))?.claims).toHaveLength(1);

    await change({ visibility: "PUBLIC", hiddenAt: new Date() });
    expect(await evidenceSeen(null, slug)).toBeNull();
    expect(await evidenceSeen(author, slug)).toBeNull();
  });

  test("that a summary was withdrawn", async () => {
    const { author, researcher } = await world();
    const editor = await person("Eve", { roles: ["EDITOR"] });
    const made = await publishedSummary(researcher);
    const { slug } = await guideOn(author, made.version);
    await retireContribution(summaryKind, editor, "en", made.slug, { reason: "It is out of date.", successor: "" });

    expect((await evidenceSeen(null, slug))?.claims).toMatchObject([{ summary: { isRetired: true } }]);
    expect(await page(null, slug)).toContain("This summary was withdrawn.");
  });

  test("on the page of a version what it rested on then", async () => {
    const { author, researcher } = await world();
    const made = await publishedSummary(researcher, { fields: { title: "Walking and loneliness" } });
    const { slug } = await guideOn(author, made.version);
    await publishGuideAgain(author, slug, { summary: "How to begin a weekly walking group, in other words than before." });
    const address = (await faceAt(slug)).slug;
    const version = async (number: number) => {
      const path = `/en/practices/${address}/versions/${number}`;
      const Route = createRemixStub([{ id: "page", path, Component: VersionRoute }]);
      const data = await (await versionLoader(visit(null, path, { slug: address, number: String(number) }))).json();
      return drawRoute(Route, path, { loaderData: { page: data } });
    };

    expect(await version(1)).toContain("Walking and loneliness");
    expect(await version(2)).not.toContain("Walking and loneliness");
    await db.contribution.update({ where: { id: made.id }, data: { visibility: "MEMBERS" } });
    expect(await version(1)).not.toContain("Walking and loneliness");
  });

  test("is the body of the guide as it was, section by section", async () => {
    const { author, researcher } = await world();
    const made = await publishedSummary(researcher);
    const { slug } = await guideOn(author, made.version);
    const html = await page(null, slug);
    expect(html.indexOf('id="s-purpose"')).toBeLessThan(html.indexOf("What this section rests on"));
    expect(html.indexOf("What this section rests on")).toBeLessThan(html.indexOf('id="s-steps"'));
    expect(html).toContain(guideFields().title);
  });
});
