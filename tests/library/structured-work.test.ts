import { expect, test } from "vitest";

import { structuredWork } from "~/features/library/structured-work";
import { translatePractice } from "#tests/support/practices";
import { shapes } from "~/features/publishing/kind-shape";
import { db } from "~/platform/db.server";
import { origin } from "~/platform/env.server";
import { expanded, misplaced } from "#tests/support/schema-org";
import { summary, summaryTranslation } from "#tests/support/summaries";
import { cited, publishAgain } from "#tests/support/versions";
import { faceAt, guide, guideFields, organization, person } from "#tests/support/world";

const schema = (property: string) => `http://schema.org/${property}`;

test("a guide is a HowTo with its steps, of which a JSON-LD processor loses nothing", async () => {
  const { walk } = await world();

  const work = structuredWork(await cited(null, "practice", "en", walk.slug), await textOf(walk.slug, "en"));
  const [node] = await expanded(work);

  expect(work).toMatchObject({
    "@type": "HowTo",
    "@id": `${origin}/en/practices/${walk.slug}`,
    inLanguage: "en",
    version: "1",
    license: "https://creativecommons.org/licenses/by/4.0/",
    isAccessibleForFree: true,
    author: [{ "@type": "Person", name: "Amira Haddad" }],
    publisher: { "@type": "Organization", name: "Riverside Health Centre" },
    about: [{ "@type": "Thing", name: "Food prescribing" }],
    step: [
      { "@type": "HowToStep", position: 1, text: "Find a path." },
      { "@type": "HowToStep", position: 2, text: "Invite people." },
    ],
  });
  expect(node?.["@type"]).toEqual([schema("HowTo")]);
  expect(node?.[schema("datePublished")]).toMatchObject([{ "@type": schema("Date") }]);
  expect(node?.[schema("license")]).toEqual([{ "@id": "https://creativecommons.org/licenses/by/4.0/" }]);
  expect(node && misplaced(node)).toEqual([]);
});

test("a summary is a ScholarlyArticle with what it cites, of which a JSON-LD processor loses nothing", async () => {
  const { zoe } = await world();
  const { slug, id } = await summary({ by: zoe, state: "PUBLISHED" });
  await cites(id, slug, [
    { title: "Effects of link workers", doi: "10.1136/bmjopen-2022-062951", url: null },
    { title: "A report <without> a DOI", doi: null, url: "https://example.org/report" },
    { title: "A book", doi: null, url: null },
  ]);

  const work = structuredWork(await cited(null, "summary", "en", slug), await textOf(slug, "en"));
  const [node] = await expanded(work);

  expect(work).toMatchObject({
    "@type": "ScholarlyArticle",
    headline: "What link workers change",
    abstract: "People who see a link worker may feel less lonely, but the studies are small.",
    citation: [
      {
        name: "Effects of link workers",
        identifier: "doi:10.1136/bmjopen-2022-062951",
        sameAs: "https://doi.org/10.1136/bmjopen-2022-062951",
      },
      { name: "A report <without> a DOI", sameAs: "https://example.org/report" },
      { name: "A book" },
    ],
  });
  expect(node?.[schema("citation")]).toHaveLength(3);
  expect(node && misplaced(node)).toEqual([]);
});

test("two languages of one work name each other, and which of them is the translation", async () => {
  const { amira, zoe, walk } = await world();
  const french = await translatePractice(amira, "en", walk.slug);
  await publishAgain("practice", amira, "fr", french, guideFields({ title: "Lancer un groupe de marche" }));
  const slug = (await faceAt(french, "fr")).slug;

  const original = structuredWork(await cited(null, "practice", "en", walk.slug), await textOf(walk.slug, "en"));
  const translation = structuredWork(await cited(null, "practice", "fr", slug), await textOf(slug, "fr"));

  expect(original).toMatchObject({ workTranslation: { "@type": "HowTo", "@id": `${origin}/fr/pratiques/${slug}` } });
  expect(translation).toMatchObject({ translationOfWork: { "@type": "HowTo", "@id": `${origin}/en/practices/${walk.slug}` } });
  for (const work of [original, translation]) for (const node of await expanded(work)) expect(misplaced(node)).toEqual([]);

  const begun = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "Of two languages" } });
  const own = await summaryTranslation({ by: zoe, slug: begun.slug, fields: { title: "En deux langues" } });
  expect(structuredWork(await cited(null, "summary", "fr", own), await textOf(own, "fr"))).toMatchObject({
    translationOfWork: { "@type": "ScholarlyArticle", "@id": `${origin}/en/evidence/${begun.slug}` },
  });
});

test("a guide without a numbered list has its sections for steps", async () => {
  const { amira } = await world();
  const body = `## Purpose {#purpose}\n\n${"A walk a week keeps people in touch. ".repeat(20)}\n\n## Steps {#steps}\n\nAs you like.\n`;
  const { slug } = await guide({ by: amira, state: "PUBLISHED", fields: { title: "As you like", body } });

  expect(structuredWork(await cited(null, "practice", "en", slug), await textOf(slug, "en"))).toMatchObject({
    step: [
      { position: 1, name: "Purpose", url: `${origin}/en/practices/${slug}#s-purpose` },
      { position: 2, name: "Steps", url: `${origin}/en/practices/${slug}#s-steps` },
    ],
  });
});

test("the processor of these tests refuses what schema.org does not know", async () => {
  await expect(expanded({ "@context": "https://schema.org", "@type": "HowTo", titel: "Start" })).rejects.toThrow();
  const [node] = await expanded({ "@context": "https://schema.org", "@type": "HowTo", headline: "Start", recipeYield: "4" });
  expect(node && misplaced(node)).toEqual(["HowTo.recipeYield"]);
});

type Cited = { title: string; doi: string | null; url: string | null };

/** Gives the published text of a summary references, as drawing it does. */
async function cites(contributionId: string, slug: string, references: Cited[]) {
  const made = [];
  for (const [index, { title, doi, url }] of references.entries())
    made.push(
      await db.reference.create({
        data: {
          contributionId,
          key: `key${index}`,
          csl: { type: "report", title, ...(url ? { URL: url } : {}) },
          doi,
          likeness: title,
          styled: {},
          styler: 1,
        },
      }),
    );
  const { publishedRevisionId } = await faceAt(slug);
  const id = publishedRevisionId ?? "";
  const { details } = await db.revision.findUniqueOrThrow({ where: { id } });
  const { own, ...rest } = details as { own: Record<string, string[]> };
  const [kept = "references"] = shapes.summary.own.kept;
  await db.revision.update({
    where: { id },
    data: { details: { ...rest, own: { ...own, [kept]: made.map((reference) => `${reference.key} ${reference.id}`) } } },
  });
}

async function textOf(slug: string, language: "en" | "fr") {
  const { publishedRevisionId, revisions } = await faceAt(slug, language);
  const revision = revisions.find(({ id }) => id === publishedRevisionId);
  return { html: revision?.html ?? "", sections: (revision?.sections ?? []) as { key: string; heading: string }[] };
}

async function world() {
  const riverside = await organization();
  const amira = await person("Amira Haddad", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const zoe = await person("Zoé Researcher", { roles: ["RESEARCHER"], organizations: [riverside] });
  return { amira, zoe, walk: await guide({ by: amira, state: "PUBLISHED" }) };
}
