import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { bookFormats } from "~/features/exchange/book";
import { fileOf } from "~/features/exchange/book-file.server";
import { db } from "~/platform/db.server";
import { countTry, networkOf, triesOf } from "~/platform/rate-limit.server";
import { loader } from "~/routes/exchange/file";
import { bookOf, draw, travelled, versionOf } from "#tests/support/books";
import { claimRows, publishedSummary } from "#tests/support/claims";
import { edition, publish } from "#tests/support/editions";
import { refusal, status } from "#tests/support/refusals";
import { visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

const writer = async (name = "Amira") =>
  person(name, { roles: ["PRACTITIONER", "RESEARCHER"], organizations: [await organization(name)], steward: true });

const ask = (viewer: Viewer, slug: string, format: string, { number = "1", query = "", tag = "" } = {}) => {
  const args = visit(viewer, `/en/practices/${slug}/versions/${number}/files/${format}${query}`, { slug, number, format });
  if (tag) args.request.headers.set("If-None-Match", tag);
  return loader(args);
};

const text = async (answer: Response) => new TextDecoder().decode(await answer.arrayBuffer());

test("whoever may read a guide takes it along in four forms; what is public may be kept by all, and is not sent twice", {
  timeout: 60_000,
}, async () => {
  const slug = await travelled(await writer());
  for (const [format, { type, extension }] of Object.entries(bookFormats)) {
    const answer = await ask(null, slug, format);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe(type);
    expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${slug}-v1.${extension}"`);
    expect(answer.headers.get("Cache-Control")).toBe("public, no-cache");
    const begin = (await text(answer)).slice(0, 4);
    expect(begin).toBe({ pdf: "%PDF", docx: "PK\u0003\u0004", epub: "PK\u0003\u0004", md: "---\n" }[format]);
    const tag = answer.headers.get("ETag") ?? "";
    expect((await ask(null, slug, format, { tag })).status).toBe(304);
    expect((await ask(null, slug, format, { tag: `W/${tag}` })).status).toBe(304);
  }
});

test("who may not read it, an unknown version and an unknown form: there is nothing", async () => {
  const by = await writer();
  const { slug } = await guide({ by, state: "PUBLISHED" });
  const stranger = await person("Maya Osei");
  await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });
  expect(await Promise.all([null, stranger].map((viewer) => status(ask(viewer, slug, "md"))))).toEqual([404, 404]);
  const own = await ask(by, slug, "md");
  expect(own.headers.get("Cache-Control")).toBe("no-store");
  expect((await ask(by, slug, "md", { tag: own.headers.get("ETag") ?? "" })).status).toBe(200);

  await db.contribution.updateMany({ data: { visibility: "PUBLIC" } });
  expect(await status(ask(null, slug, "md", { number: "2" }))).toBe(404);
  expect(await status(ask(null, slug, "md", { number: "0" }))).toBe(404);
  for (const format of ["rtf", "PDF", "constructor"]) expect(await status(ask(null, slug, format))).toBe(404);
  const draft = await guide({ by, fields: { title: "A guide not published" } });
  expect(await status(ask(by, draft.slug, "md"))).toBe(404);
});

test("every form says whose it is, which version, on what terms, where it is read and what its sections rest on", async () => {
  const by = await writer();
  const summary = await publishedSummary(by);
  const own = claimRows({ Section: "steps", Stance: "SUPPORTS", Version: summary.version, Note: "Read with care." });
  const { slug } = await guide({ by, state: "PUBLISHED", fields: { own } });
  const { book } = await bookOf(null, slug);
  const facts = Object.fromEntries(
    book.faces[0]?.facts.map(({ name, said }) => [name, said.map(({ text: words }) => words).join("")]) ?? [],
  );
  const id = await versionOf(slug);
  expect(facts).toMatchObject({
    Organization: "Amira",
    Author: "Amira",
    Version: expect.stringMatching(/^Version 1, published on /),
    Licence: "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/deed.en)",
    "Permanent address": expect.stringContaining(`/en/practices/${slug}/versions/1`),
    "Is this copy current?": expect.stringContaining(`/en/copies/${id}`),
  });
  const [evidence] = book.faces[0]?.evidence ?? [];
  expect(evidence?.section).toBe("steps");
  expect(evidence?.lines[0]?.map(({ text: words }) => words).join("")).toMatch(
    /^The evidence supports it: .+ \(version 1\)\. Read with care\.$/,
  );
});

test("an edition says what it was adapted from, and in which version, but not the title of what is not open to all", async () => {
  const by = await writer();
  const { slug } = await guide({ by, state: "PUBLISHED" });
  const paul = await writer("Paul");
  const own = await edition(paul, slug);
  await publish(paul, own);
  const line = async () => (await bookOf(paul, own)).book.faces[0]?.lineage.map(({ text: words }) => words).join("");
  expect(await line()).toBe("Start a walking group, version 1, by Amira");

  await db.contribution.updateMany({ where: { faces: { some: { slug } } }, data: { visibility: "MEMBERS" } });
  expect(await line()).toBe("a guide that is not open to you");
});

test("both languages in one file are English, then French, each with its own copy; alone it is the one that was asked for", async () => {
  const by = await writer();
  const { slug } = await guide({ by, state: "PUBLISHED" });
  expect((await bookOf(null, slug, { both: true })).book.faces.map(({ language }) => language)).toEqual(["en"]);

  const { contributionId } = await db.face.findFirstOrThrow({ where: { slug } });
  await french(contributionId);
  const both = await bookOf(null, "un-groupe-de-marche", { language: "fr", both: true });
  expect(both.book.faces.map(({ language }) => language)).toEqual(["en", "fr"]);
  expect(both.book.faces.map(({ words }) => words.sources)).toEqual(["Sources", "Sources"]);
  expect(both.book.faces[1]?.copy).toContain("/fr/copies/");
  expect(both.book.faces.map(({ words }) => words.about)).toEqual(["About this copy", "À propos de cette copie"]);
  expect(await text(await ask(null, slug, "md", { query: "?both=1" }))).toContain("# Un groupe de marche");
  expect((await ask(null, slug, "md", { query: "?both=1" })).headers.get("Content-Disposition")).toContain("-v1-en-fr.md");
});

/** The French of a guide, as it stands when it was published. */
async function french(contributionId: string) {
  const face = await db.face.create({
    data: {
      contributionId,
      language: "fr",
      slug: "un-groupe-de-marche",
      title: "Un groupe de marche",
      summary: "Comment commencer un groupe de marche.",
      state: "PUBLISHED",
      latestNumber: 1,
      publishedAt: new Date(),
      slugs: { create: { kind: "PRACTICE", language: "fr", slug: "un-groupe-de-marche" } },
    },
  });
  const from = await db.revision.findFirstOrThrow({ where: { face: { contributionId, language: "en" } }, orderBy: { number: "desc" } });
  const { id: _, ...rest } = from;
  const revision = await db.revision.create({
    data: { ...(rest as object), faceId: face.id, number: 1, title: "Un groupe de marche" } as Parameters<
      typeof db.revision.create
    >[0]["data"],
  });
  await db.face.update({ where: { id: face.id }, data: { publishedRevisionId: revision.id } });
  await db.version.create({ data: { faceId: face.id, number: 1, revisionId: revision.id } });
}

test("it is drawn beside the main thread, once for all who ask at the same time, and again the same", { timeout: 60_000 }, async () => {
  const found = await bookOf(null, await travelled(await writer()));
  const [one, two] = await Promise.all([1, 2].map(() => fileOf(found.citation.id, found.book, "pdf")));
  expect(one).toBe(two);
  expect(Buffer.compare(one ?? new Uint8Array(), await draw("pdf", found))).toBe(0);
});

test("too many at once are asked to come back", { timeout: 60_000 }, async () => {
  const { book, citation } = await bookOf(null, (await guide({ by: await writer(), state: "PUBLISHED" })).slug);
  const many = Array.from({ length: 14 }, (_, index) => ({ ...book, origin: `https://portal-${index}.example.org` }));
  const answers = await Promise.allSettled(many.map((one) => fileOf(citation.id, one, "epub")));
  const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason as Response] : []));
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(14);
  for (const one of refused) expect([one.status, one.headers.get("Retry-After")]).toEqual([503, "5"]);
});

test("who asks without end waits", { timeout: 60_000 }, async () => {
  const { slug } = await guide({ by: await writer(), state: "PUBLISHED" });
  await db.rateLimit.deleteMany();
  expect((await ask(null, slug, "md")).status).toBe(200);
  const left = triesOf("guide files by address") - 1;
  await Promise.all(Array.from({ length: left }, () => countTry("guide files by address", networkOf("127.0.0.1"))));
  expect((await refusal(ask(null, slug, "md")))[0]).toBe(429);
});
