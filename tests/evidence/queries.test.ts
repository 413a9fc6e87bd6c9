import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { layersOf } from "~/features/evidence/layers";
import { getSummary } from "~/features/evidence/queries.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { retireContribution } from "~/features/publishing/contribution.server";
import { hideContribution } from "~/features/publishing/hiding.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { statementsOf } from "#tests/support/statements";
import { ratings, summary, summaryFields, summaryTranslation } from "#tests/support/summaries";
import { faceAt, guide, organization, person } from "#tests/support/world";

const { own = {} } = summaryFields();

test("a visitor reads a published summary in its layers, in one question to the database", async () => {
  const { zoe } = await world();
  const rated = ratings({ Finding: "f1", Level: "LOW", By: "Kiely and others", On: "2022", Tool: "GRADE" });
  const { slug } = await summary({ by: zoe, state: "PUBLISHED", fields: { own: { ...own, ...rated } } });

  const asked = await statementsOf(() => getSummary(null, "en", slug));
  const page = await seen(null, slug);

  expect(asked).toHaveLength(1);
  expect(page).toMatchObject({
    isPublished: true,
    isMissingHere: false,
    isLongAgo: false,
    work: null,
    text: { title: "What link workers change", first: { sections: [{ key: "key-messages" }] } },
    evidence: {
      question: { population: "Adults in primary care", outcomes: "Loneliness" },
      evidenceUpTo: "2024-05",
      findings: [
        { key: "f1", ratings: [{ level: "LOW", by: "Kiely and others", on: "2022", tool: "GRADE" }] },
        { key: "f2", ratings: [] },
      ],
    },
  });
  expect(page.text.rest.sections.map(({ key }) => key)).toEqual(["who-was-studied", "limits"]);
  expect(page.text.first.html).toContain('id="s-key-messages"');
  expect(page.text.rest.html).toMatch(/^<h2 id="s-who-was-studied">/);
});

test("a text without key messages stands as a whole behind the evidence", () => {
  const sections = [{ key: "limits", heading: "Limits" }];
  const html = '<p>Before.</p><h2 id="s-limits">Limits</h2><p>Few.</p>';

  expect(layersOf(html, sections)).toEqual({ first: { html: "", sections: [] }, rest: { html, sections } });
  expect(layersOf("", [])).toEqual({ first: { html: "", sections: [] }, rest: { html: "", sections: [] } });

  const alone = [{ key: "key-messages", heading: "Key messages" }];
  expect(layersOf('<h2 id="s-key-messages">Key messages</h2>', alone).rest).toEqual({ html: "", sections: [] });
});

test("a summary that is missing in a language is read in the other, at its own address", async () => {
  const { zoe } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });

  expect(await seen(null, slug, "fr")).toMatchObject({ isMissingHere: true, text: { language: "en" }, alternates: { en: slug } });

  const french = await summaryTranslation({ by: zoe, slug, fields: { title: "Ce que changent les agents de liaison" } });
  expect(await getSummary(null, "fr", slug)).toEqual({ outcome: "moved", slug: french });
  expect(await seen(null, french, "fr")).toMatchObject({ isMissingHere: false, alternates: { en: slug, fr: french } });
});

test("an old address leads to the new one", async () => {
  const { zoe } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });
  await db.faceSlug.create({ data: { kind: "SUMMARY", language: "en", slug: "its-old-name", faceId: (await faceAt(slug)).id } });

  expect(await getSummary(null, "en", "its-old-name")).toEqual({ outcome: "moved", slug });
});

test("who may not read a summary does not learn that it is there", async () => {
  const { zoe, host, member, stranger, editor } = await world();
  const forMembers = await published(zoe, "For members alone", "MEMBERS");
  const forUs = await published(zoe, "For our people alone", "ORGANIZATION");
  const draft = (await summary({ by: zoe, fields: { title: "Not finished yet" } })).slug;

  for (const [slug, readers, others] of [
    [forMembers, [zoe, host, member, stranger, editor], [null]],
    [forUs, [zoe, host, editor], [null, member, stranger]],
    [draft, [zoe, editor], [null, host, member, stranger]],
  ] as [string, Viewer[], Viewer[]][]) {
    for (const reader of readers) expect(await getSummary(reader, "en", slug)).toMatchObject({ outcome: "page" });
    for (const other of others)
      await expect(getSummary(other, "en", slug), `${slug} ${other?.name}`).rejects.toMatchObject({ status: 404 });
  }
  await expect(getSummary(null, "en", "nothing")).rejects.toMatchObject({ status: 404 });
});

test("a researcher who reviews sees what awaits a review, and only as long as it does", async () => {
  const { zoe, stranger } = await world();
  const { slug } = await summary({ by: zoe, state: "IN_REVIEW", fields: { title: "Awaiting a second pair of eyes" } });
  expect(await getSummary(stranger, "en", slug)).toMatchObject({ outcome: "page", isPublished: false, may: { review: true } });

  await db.face.updateMany({ data: { state: "DRAFT" } });
  await expect(getSummary(stranger, "en", slug)).rejects.toMatchObject({ status: 404 });
});

test("what moderation hides is there for its writers alone", async () => {
  const { zoe, member } = await world();
  const { id, slug } = await summary({ by: zoe, state: "PUBLISHED" });
  await db.$transaction((tx) => hideContribution(tx, id, null));

  expect(await getSummary(zoe, "en", slug)).toMatchObject({ outcome: "page", isHidden: true });
  for (const viewer of [null, member]) await expect(getSummary(viewer, "en", slug)).rejects.toMatchObject({ status: 404 });
});

test("a retired summary says so, and what to read instead", async () => {
  const { zoe, editor } = await world();
  const { slug } = await summary({ by: zoe, state: "PUBLISHED" });
  const better = await summary({ by: zoe, state: "PUBLISHED", fields: { title: "A newer and better summary" } });
  await retireContribution(summaryKind, editor, "en", slug, { reason: "Newer trials came out.", successor: better.slug });

  expect(await getSummary(null, "en", slug)).toMatchObject({
    outcome: "retired",
    reason: "Newer trials came out.",
    successor: { slug: better.slug },
  });
});

test("a guide is no summary, though it has the same slug", async () => {
  const { host } = await world();
  const { slug } = await guide({ by: host, state: "PUBLISHED" });

  await expect(getSummary(null, "en", slug)).rejects.toMatchObject({ status: 404 });
});

async function seen(viewer: Viewer, slug: string, language: Language = "en") {
  const page = await getSummary(viewer, language, slug);
  if (page.outcome !== "page") throw new Error(`${slug} is ${page.outcome}`);
  return page;
}

const published = async (by: NonNullable<Viewer>, title: string, visibility: "MEMBERS" | "ORGANIZATION") =>
  (await summary({ by, state: "PUBLISHED", fields: { title, visibility } })).slug;

async function world() {
  const riverside = await organization();
  return {
    zoe: await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] }),
    host: await person("Henri", { roles: ["PRACTITIONER"], organizations: [riverside] }),
    member: await person("Benoit"),
    stranger: await person("Rosa", { roles: ["RESEARCHER"], organizations: [await organization("Elsewhere")] }),
    editor: await person("Éloïse", { roles: ["EDITOR"] }),
  };
}
