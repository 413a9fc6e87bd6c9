import type { MetaFunction } from "@remix-run/node";
import { Meta } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { retirePractice } from "#tests/support/practices";
import { hideContribution, showContribution } from "~/features/publishing/hiding.server";
import { db } from "~/platform/db.server";
import { origin } from "~/platform/env.server";
import CitationRoute, { loader as citationLoader } from "~/routes/contributions/citation";
import VersionRoute, { loader as versionLoader, meta as versionMeta } from "~/routes/contributions/version";
import { loader as fileLoader } from "~/routes/contributions/version-citation";
import SummaryRoute, { loader as summaryLoader } from "~/routes/evidence/show";
import PracticeRoute, { headers, loader as practiceLoader, meta as practiceMeta } from "~/routes/practices/show";
import { visit } from "#tests/support/request";
import { summary, summaryTranslation } from "#tests/support/summaries";
import { publishAgain } from "#tests/support/versions";
import { faceAt, guide, organization, person } from "#tests/support/world";

import { drawRoute } from "../ui/draw";

test("an old version is drawn as it was, says so first, and is kept out of search engines", async () => {
  const { amira, walk } = await world();
  await publishAgain("practice", amira, "en", walk.slug, { title: "Start a walking club" });

  const old = await version(null, "en", walk.slug, 1);
  const now = await version(null, "en", walk.slug, 2);

  expect(old.html).toContain("This is version 1, published on");
  expect(old.html).toContain("The current version is 2");
  expect(old.html).toContain("Find a path.");
  expect(old.html).not.toContain("What changed in it");
  expect(old.head).toContainEqual({ name: "robots", content: "noindex" });
  expect(old.data.alternates).toMatchObject({ en: `/en/practices/${walk.slug}/versions/1` });
  expect(now.html).toContain("This is the current version");
  expect(now.head).not.toContainEqual({ name: "robots", content: "noindex" });
  // Of what stands search engines know one address.
  expect(now.data.alternates).toMatchObject({ en: `/en/practices/${walk.slug}` });
  expect((await version(amira, "en", walk.slug, 2)).html).not.toContain("What changed in it");
  expect((await version(amira, "en", walk.slug, 1)).html).not.toContain("since=0");
});

test("who may see histories is led to what an old version changed", async () => {
  const { amira, walk } = await world();
  await publishAgain("practice", amira, "en", walk.slug, { title: "Start a walking club" });
  await publishAgain("practice", amira, "en", walk.slug, { title: "Start a walking circle" });

  expect((await version(amira, "en", walk.slug, 2)).html).toContain(`/en/practices/${walk.slug}/history/3?since=2`);
  expect((await version(null, "en", walk.slug, 2)).html).not.toContain("/history/");
});

test("a version of a summary is drawn with its question and its findings, in both languages", async () => {
  const { zoe } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });
  const french = await summaryTranslation({ by: zoe, slug, fields: { title: "Ce que changent les agentes et agents de liaison" } });

  const english = await version(null, "en", slug, 1);
  expect(english.html).toContain("Adults in primary care");
  expect(english.html).toContain("Somewhat less");
  expect(english.html).toContain("Key messages");
  expect((await version(null, "fr", french, 1)).html).toContain("Voici la version actuelle");
});

test("the page on citing has every style, file and version, and no word of what the reader may not do", async () => {
  const { amira, walk } = await world();
  await publishAgain("practice", amira, "en", walk.slug, { title: "Start a walking club" });

  const html = await citation(null, "en", walk.slug);

  for (const text of [
    "Amira Haddad. (",
    "<i>Start a walking club</i> (Version 2) [Practice guide]",
    "@report{",
    "TY  - RPRT",
    "All versions",
  ])
    expect(html).toContain(text);
  for (const number of [1, 2]) expect(html).toContain(`href="${origin}/en/practices/${walk.slug}/versions/${number}"`);
  for (const format of ["bibtex", "ris", "csl"]) expect(html).toContain(`/en/practices/${walk.slug}/versions/2/citation/${format}`);
  expect(html).not.toContain("Cite the current version");

  const old = await citation(null, "en", walk.slug, "?version=1");
  expect(old).toContain("<i>Start a walking group</i> (Version 1)");
  expect(old).toContain("Cite the current version");
  expect(await citation(null, "fr", walk.slug)).toContain("Citer ce document");
});

test.each([
  ["bibtex", "application/x-bibtex", "bib", "@report{"],
  ["ris", "application/x-research-info-systems", "ris", "TY  - RPRT"],
  ["csl", "application/vnd.citationstyles.csl+json", "json", '"type": "report"'],
  ["apa", "text/plain", "txt", "Amira Haddad. ("],
  ["vancouver", "text/plain", "txt", "Available from: http"],
])("a version is to be had as %s, under a name and a type of its own", async (format, type, extension, text) => {
  const { walk } = await world();

  const answer = await file(null, walk.slug, "1", format);

  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe(`${type}; charset=utf-8`);
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${walk.slug}-v1.${extension}"`);
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(answer.headers.get("Link")).toBe(`<${origin}/en/practices/${walk.slug}>; rel="describes"; type="text/html"`);
  expect(await answer.text()).toContain(text);
});

test("formats and numbers that there are not name nothing, and what is for members is not given to visitors", async () => {
  const { amira, walk } = await world();
  const { slug } = await guide({ by: amira, state: "PUBLISHED", fields: { title: "For members", visibility: "MEMBERS" } });

  for (const [number, format] of [
    ["1", "word"],
    ["1", "constructor"],
    ["2", "bibtex"],
    ["0", "bibtex"],
    ["1e0", "bibtex"],
    ["01", "bibtex"],
  ] as const)
    expect((await file(null, walk.slug, number, format)).status, `${number} ${format}`).toBe(404);
  expect((await file(null, slug, "1", "bibtex")).status).toBe(404);
  expect((await file(await person("Someone"), slug, "1", "bibtex")).status).toBe(200);
});

test("old slugs lead on from every page of a version", async () => {
  const { walk } = await world();
  const face = await faceAt(walk.slug);
  await db.faceSlug.create({ data: { kind: "PRACTICE", language: "en", slug: "its-old-name", faceId: face.id } });
  const lead = async (answer: Promise<Response>) => {
    const moved = await answer.catch((thrown: Response) => thrown);
    return `${moved.status} ${moved.headers.get("Location")}`;
  };
  const params = { slug: "its-old-name", number: "1", format: "ris" };

  expect(await lead(versionLoader(visit(null, "/en/practices/its-old-name/versions/1", params)))).toBe(
    `301 /en/practices/${walk.slug}/versions/1`,
  );
  expect(await lead(fileLoader(visit(null, "/en/practices/its-old-name/versions/1/citation/ris", params)))).toBe(
    `302 /en/practices/${walk.slug}/versions/1/citation/ris`,
  );
  expect(await lead(citationLoader(visit(null, "/en/practices/its-old-name/citation?version=1", params)))).toBe(
    `301 /en/practices/${walk.slug}/citation?version=1`,
  );
  expect(await lead(versionLoader(visit(null, `/fr/pratiques/${walk.slug}/versions/1`, { ...params, slug: walk.slug })))).toBe(
    `302 /en/practices/${walk.slug}/versions/1`,
  );
});

test("the page of a guide tells machines what to cite, by whom, under which licence, and where", async () => {
  const { walk } = await world();
  const path = `/en/practices/${walk.slug}`;
  const answer = await practiceLoader(visit(null, path, { slug: walk.slug }));
  const sent = headers({ loaderHeaders: answer.headers } as never) as Record<string, string>;
  const links = (sent.Link ?? "").split(", ");

  for (const link of [
    `<${origin}${path}/versions/1>; rel="cite-as"`,
    `<${origin}${path}/versions/1>; rel="item"; type="text/html"`,
    '<https://schema.org/AboutPage>; rel="type"',
    '<https://schema.org/HowTo>; rel="type"',
    '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
    `<${origin}${path}/versions/1/citation/bibtex>; rel="describedby"; type="application/x-bibtex"`,
    `<${origin}${path}/versions/1/citation/ris>; rel="describedby"; type="application/x-research-info-systems"`,
    `<${origin}${path}/versions/1/citation/csl>; rel="describedby"; type="application/vnd.citationstyles.csl+json"`,
  ])
    expect(links).toContain(link);

  const head = practiceMeta({ data: await answer.json(), location: { pathname: path } } as never) ?? [];
  const named = (name: string) =>
    head.filter((tag) => "name" in tag && tag.name === name).map((tag) => ("content" in tag ? tag.content : ""));
  expect(named("citation_title")).toEqual(["Start a walking group"]);
  expect(named("citation_author")).toEqual(["Amira Haddad"]);
  expect(named("citation_publication_date")[0]).toMatch(/^\d{4}\/\d\d\/\d\d$/);
  expect(named("citation_language")).toEqual(["en"]);
  expect(named("citation_public_url")).toEqual([`${origin}${path}/versions/1`]);
  expect(named("citation_fulltext_html_url")).toEqual([`${origin}${path}`]);
  expect(named("citation_technical_report_institution")).toEqual(["Riverside Health Centre"]);
  expect(named("citation_keywords")).toEqual(["Food prescribing"]);
  expect(head).toContainEqual({ "script:ld+json": expect.objectContaining({ "@type": "HowTo" }) });
});

test("nothing is told to machines of what is for members, in the other language, retired or hidden", async () => {
  const { amira, eloise, walk } = await world();
  const closed = await guide({ by: amira, state: "PUBLISHED", fields: { title: "For members", visibility: "MEMBERS" } });
  const told = async (viewer: Viewer, path: string, slug: string) => {
    const answer = await practiceLoader(visit(viewer, path, { slug }));
    const head = practiceMeta({ data: await answer.json(), location: { pathname: path } } as never) ?? [];
    return [
      answer.headers.get("Link"),
      ...head.filter((tag) => "script:ld+json" in tag || ("name" in tag && `${tag.name}`.startsWith("citation_"))),
    ];
  };

  expect(await told(amira, `/en/practices/${closed.slug}`, closed.slug)).toEqual([null]);
  expect(await told(null, `/fr/pratiques/${walk.slug}`, walk.slug)).toEqual([null]);
  await db.$transaction((tx) => hideContribution(tx, walk.id, null));
  expect(await told(amira, `/en/practices/${walk.slug}`, walk.slug)).toEqual([null]);
  await db.$transaction((tx) => showContribution(tx, walk.id, null));
  await retirePractice(eloise, "en", walk.slug, { reason: "Its law has changed.", successor: "" });
  expect(await told(null, `/en/practices/${walk.slug}`, walk.slug)).toEqual([null]);
});

test("what someone wrote cannot end the script in which machines read it", async () => {
  const { amira } = await world();
  const title = "Walks </script><script>alert(1)</script> & talks";
  const { slug } = await guide({ by: amira, state: "PUBLISHED", fields: { title } });

  const path = `/en/practices/${slug}`;
  const data = await (await practiceLoader(visit(null, path, { slug }))).json();
  const Head = createRemixStub([{ id: "page", path: "*", Component: Meta, meta: practiceMeta as MetaFunction, loader: () => data }]);
  const html = drawRoute(Head, path, { loaderData: { page: data } });

  expect(html).not.toContain("<script>alert");
  expect(html).toContain("\\u003c/script\\u003e");
  expect(html.match(/<\/script>/g)).toHaveLength(1);
});

test("the pages of works show how to cite what is read, those of retired ones what was published", async () => {
  const { eloise, zoe, walk } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });

  const read = await drawn(PracticeRoute, practiceLoader, `/en/practices/${walk.slug}`, { slug: walk.slug });
  expect(read).toContain("Version 1 of this guide, published on");
  expect(read).toContain(`href="/en/practices/${walk.slug}/citation"`);
  expect(await drawn(SummaryRoute, summaryLoader, `/en/evidence/${slug}`, { slug })).toContain(`href="/en/evidence/${slug}/citation"`);

  await retirePractice(eloise, "en", walk.slug, { reason: "Its law has changed.", successor: "" });
  const retired = await drawn(PracticeRoute, practiceLoader, `/en/practices/${walk.slug}`, { slug: walk.slug });
  expect(retired).toContain(`href="/en/practices/${walk.slug}/citation"`);
  expect((await version(null, "en", walk.slug, 1)).html).toContain("Retired on");
  expect(await citation(null, "en", walk.slug)).toContain("Retired on");
});

type Loader = (args: ReturnType<typeof visit>) => Promise<Response>;

async function drawn(
  Component: () => JSX.Element | null,
  loader: Loader,
  path: string,
  params: Record<string, string>,
  viewer: Viewer = null,
) {
  const data = await (await loader(visit(viewer, path, params))).json();
  return drawRoute(createRemixStub([{ id: "page", path: "*", Component, loader: () => data }]), path, { loaderData: { page: data } });
}

async function version(viewer: Viewer, language: "en" | "fr", slug: string, number: number) {
  const face = await db.face.findFirstOrThrow({ where: { language, slug }, include: { contribution: true } });
  const place = face.contribution.kind === "SUMMARY" ? { en: "evidence", fr: "donnees-probantes" } : { en: "practices", fr: "pratiques" };
  const path = `/${language}/${place[language]}/${slug}/versions/${number}`;
  const params = { slug, number: String(number) };
  const data = await (await versionLoader(visit(viewer, path, params))).json();
  return {
    data,
    head: versionMeta({ data, location: { pathname: path } } as never) ?? [],
    html: await drawn(VersionRoute, versionLoader, path, params, viewer),
  };
}

const citation = (viewer: Viewer, language: "en" | "fr", slug: string, query = "") =>
  drawn(
    CitationRoute,
    citationLoader,
    `/${language}/${language === "en" ? "practices" : "pratiques"}/${slug}/citation${query}`,
    { slug },
    viewer,
  );

const file = (viewer: Viewer, slug: string, number: string, format: string): Promise<Response> =>
  fileLoader(visit(viewer, `/en/practices/${slug}/versions/${number}/citation/${format}`, { slug, number, format })).catch(
    (thrown) => thrown,
  );

async function world() {
  const riverside = await organization();
  const amira = await person("Amira Haddad", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const zoe = await person("Zoé Researcher", { roles: ["RESEARCHER"], organizations: [riverside] });
  const eloise = await person("Éloïse Editor", { roles: ["EDITOR"] });
  return { amira, zoe, eloise, walk: await guide({ by: amira, state: "PUBLISHED" }) };
}
