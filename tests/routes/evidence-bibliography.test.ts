import { expect, test } from "vitest";

import { revise } from "~/features/publishing/revision.server";
import { db } from "~/platform/db.server";
import { loader } from "~/routes/evidence/bibliography";
import { loader as fileLoader } from "~/routes/evidence/bibliography-file";
import { citingKind, reference, summary, summaryFields } from "#tests/support/references";
import { status } from "#tests/support/refusals";
import { visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

const researcher = async () => person("Rae", { roles: ["RESEARCHER"], organizations: [await organization()] });

const cites = (keys: string[]) => ({ body: `${summaryFields().body}\n\nAs told ${keys.map((key) => `[@${key}]`).join(" ")}.` });

const open = async (viewer: Parameters<typeof visit>[0], slug: string, query = "", language = "en") => {
  const path = language === "en" ? `/en/evidence/${slug}/bibliography` : `/fr/donnees-probantes/${slug}/bibliographie`;
  return (await loader(visit(viewer, path + query, { slug }))).json();
};

const file = (viewer: Parameters<typeof visit>[0], slug: string, format: string, headers: Record<string, string> = {}) => {
  const args = visit(viewer, `/en/evidence/${slug}/bibliography/${format}`, { slug, format });
  for (const [name, value] of Object.entries(headers)) args.request.headers.set(name, value);
  return fileLoader(args);
};

test("The bibliography numbers what the published text cites, a hundred a page, in the language of that text", async () => {
  const keys = Array.from({ length: 120 }, (_, index) => `k${index}`);
  const rae = await researcher();
  const { slug } = await summary({ by: rae, references: keys.map((key) => [key]), fields: cites(keys.toReversed()), isPublished: true });
  const { bibliography } = await open(null, slug);
  expect(bibliography).toMatchObject({ total: 120, page: 1, pages: 2, first: 1, isPublic: true });
  expect(bibliography.references[0]).toMatchObject({ key: "k119", apa: expect.stringContaining("Bickerdike") });
  const second = (await open(null, slug, "?page=2")).bibliography;
  expect(second).toMatchObject({ first: 101, references: { length: 20 } });
  expect(second.references.at(-1)?.key).toBe("k0");
  expect(await status(open(null, slug, "?page=3"))).toBe(404);
  const french = (await open(null, slug, "", "fr")).bibliography;
  expect(french).toMatchObject({ isMissingHere: true, language: "en" });
});

test("The bibliography names the public summaries that cite the same publication, and no others", async () => {
  const rae = await researcher();
  const fields = (title: string) => ({ ...cites(["one"]), title });
  const shared = { DOI: "10.1000/shared" };
  const make = (title: string, changes = {}, isPublished = true) =>
    summary({ by: rae, references: [["one", shared]], fields: { ...fields(title), ...changes }, isPublished });
  const { slug } = await make("The first summary");
  await make("An open summary");
  await make("A summary for members", { visibility: "MEMBERS" });
  await make("A summary that is no more than a draft", {}, false);
  const hidden = await make("A summary that is hidden");
  await db.contribution.update({ where: { id: hidden.id }, data: { hiddenAt: new Date() } });
  const { bibliography } = await open(null, slug);
  expect(bibliography.references[0]?.also.map(({ title }: { title: string }) => title)).toEqual(["An open summary"]);
});

test("The bibliography is there for whoever may read the summary, and stays what was published", async () => {
  const rae = await researcher();
  const member = await person("Mo");
  const fields = { ...cites(["one"]), visibility: "MEMBERS" as const };
  const { id, slug } = await summary({ by: rae, references: [["one"]], fields, isPublished: true });
  expect(await status(open(null, slug))).toBe(404);
  expect(await status(file(null, slug, "ris"))).toBe(404);
  expect((await open(member, slug)).bibliography.total).toBe(1);
  expect((await file(member, slug, "ris")).headers.get("Cache-Control")).toBe("no-store");

  await reference(id, "two", { title: "A second one" });
  await revise(citingKind, rae, "en", slug, { base: 2, sequence: 0, fields: summaryFields(fields) });
  expect((await open(member, slug)).bibliography.total).toBe(1);
  const draft = await summary({ by: rae, references: [["one"]], fields: { title: "A draft of a summary" } });
  expect(await status(open(member, draft.slug))).toBe(404);
  expect((await open(rae, draft.slug)).bibliography).toMatchObject({ isPublic: false, total: 1 });
});

test("The references come as files, of the right type, kept by caches only as long as they are the same", async () => {
  const rae = await researcher();
  const { slug } = await summary({ by: rae, references: [["bickerdike2017"]], fields: cites(["bickerdike2017"]), isPublished: true });
  const expected = {
    bibtex: ["application/x-bibtex", "bib", "@article{bickerdike2017"],
    ris: ["application/x-research-info-systems", "ris", "TY  - JOUR"],
    csl: ["application/vnd.citationstyles.csl+json", "json", '"id": "bickerdike2017"'],
  };
  for (const [format, [type = "", extension, part]] of Object.entries(expected)) {
    const answer = await file(null, slug, format);
    expect(answer.headers.get("Content-Type")).toContain(type);
    expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${slug}-references.${extension}"`);
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(answer.headers.get("Cache-Control")).toBe("public, no-cache");
    expect((await answer.text()).replace(/"id":"/, '"id": "')).toContain(part);
    expect((await file(null, slug, format, { "If-None-Match": answer.headers.get("ETag") ?? "" })).status).toBe(304);
  }
  expect(await status(file(null, slug, "docx"))).toBe(404);
});
