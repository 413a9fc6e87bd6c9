import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { reviewPractice, revisePractice, savePracticeDraft, submitPractice, translatePractice } from "#tests/support/practices";
import { loader } from "~/routes/contributions/edit";
import { visit } from "#tests/support/request";
import { guide, guideFields, openReview, organization, person } from "#tests/support/world";

test("the form begins with the latest revision, and the vocabularies in the words of the page", async () => {
  const { amira, slug, path } = await begun();

  const { page, vocabularies, copyName } = await (await loader(visit(amira, path, { slug }))).json();

  expect(page).toMatchObject({ base: 2, latest: 2, sequence: 0, draftSavedAt: null, source: null, submitted: null, verdict: null });
  expect(page.fields).toEqual(expect.objectContaining({ title: "Start a walking group", topics: ["food"] }));
  expect(vocabularies.topics[0]).toEqual({ value: "food", label: "Food prescribing" });
  expect(copyName).toContain(amira.id);
});

test("a draft is found again, with the time of its last save", async () => {
  const { amira, slug, path } = await begun();
  await savePracticeDraft(amira, "en", slug, { base: 2, sequence: 0, fields: guideFields({ title: "Half a sentence" }) });

  const { page } = await (await loader(visit(amira, path, { slug }))).json();

  expect(page).toMatchObject({ fields: { title: "Half a sentence" }, sequence: 1 });
  expect(page.draftSavedAtText).toMatch(/20\d\d.*(a|p)\.m\./);
});

test("what a reviewer asked for stands above the form until it is decided anew", async () => {
  const { amira, slug, path } = await begun();
  await submitPractice(amira, "en", slug);
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  const review = (await openReview(slug)).id;
  await reviewPractice(eloise, "en", slug, { review, decision: "CHANGES_REQUESTED", comment: "Add who pays." });

  const { page } = await (await loader(visit(amira, path, { slug }))).json();

  expect(page.verdict).toMatchObject({ decision: "CHANGES_REQUESTED", comment: "Add who pays.", by: "Éloïse" });
});

test("whoever comes with the address of the other language is led to this one, or to begin it", async () => {
  const { amira, slug } = await begun();
  const french = `/fr/pratiques/${slug}/modifier`;

  expect(await wayFrom(amira, french, slug)).toBe(`/fr/pratiques/${slug}/traduction`);
  const own = await translatePractice(amira, "en", slug);
  await revisePractice(amira, "fr", own, { base: 1, sequence: 0, fields: guideFields({ title: "Lancer un groupe de marche" }) });
  await submitPractice(amira, "fr", own);
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  await reviewPractice(eloise, "fr", own, { review: (await openReview(own)).id, decision: "APPROVED", comment: "" });

  // Once published, the French has an address of its own title; the English address and the old one lead there.
  expect(await wayFrom(amira, french, slug)).toBe("/fr/pratiques/lancer-un-groupe-de-marche/modifier");
});

test("translators see the other language beside theirs, without ids that the page has already", async () => {
  const { amira, slug } = await begun();
  const own = await translatePractice(amira, "en", slug);

  const { page } = await (await loader(visit(amira, `/fr/pratiques/${own}/modifier`, { slug: own }))).json();

  expect(page.source).toMatchObject({ title: "Start a walking group" });
  expect(page.source?.html).toContain("<h2>Purpose</h2>");
});

test("strangers find nothing, and visitors sign in first", async () => {
  const { slug, path } = await begun();
  const stranger = await person("Dan", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });

  await expect(loader(visit(stranger, path, { slug }))).rejects.toMatchObject({ status: 404 });
  await expect(loader(visit(null, path, { slug }))).rejects.toMatchObject({ status: 302 });
});

const wayFrom = (viewer: Actor, path: string, slug: string) =>
  loader(visit(viewer, path, { slug })).then(
    () => null,
    (thrown: Response) => thrown.headers.get("Location"),
  );

async function begun() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const { slug } = await guide({ by: amira });
  return { amira, slug, path: `/en/practices/${slug}/edit` };
}
