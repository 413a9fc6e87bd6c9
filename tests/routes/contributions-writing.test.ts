import { submitAlone } from "#tests/support/one-language";
import { expect, test } from "vitest";

import { decide } from "~/features/publishing/review.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { db } from "~/platform/db.server";
import { action as removeDraft } from "~/routes/contributions/draft-removal";
import { action as saveDraft, loader as draftPage } from "~/routes/contributions/draft";
import { action as save, loader as edit } from "~/routes/contributions/edit";
import { loader as mine } from "~/routes/contributions/mine";
import { action as begin, loader as start } from "~/routes/contributions/new";
import { action as preview } from "~/routes/contributions/preview";
import { action as translate, loader as translation } from "~/routes/contributions/translation";
import { formOf } from "#tests/support/form-of";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { summary, summaryFields } from "#tests/support/summaries";
import { faceAt, guide, openReview, organization, person } from "#tests/support/world";

test("a researcher begins a summary with a title, and is led to its form", async () => {
  const { rowan, ours } = await people();
  const { id, hindrance } = await (await start(visit(rowan, "/en/evidence/new"))).json();
  const form = { id, title: "What link workers change", organization: ours.id };

  const response = await begin(submission(rowan, "/en/evidence/new", {}, form));

  expect(hindrance).toBeNull();
  expect(response.headers.get("Location")).toBe("/en/evidence/what-link-workers-change/edit");
  expect(await db.contribution.findFirstOrThrow()).toMatchObject({ kind: "SUMMARY" });
  expect((await faceAt("what-link-workers-change")).revisions[0]?.body).toContain("{#key-messages}");
});

test("a practitioner is told that summaries are not yet theirs to write, and begins none", async () => {
  const { amira, ours } = await people();
  const form = { id: "0191f0f0-0000-7000-8000-000000000000", title: "What link workers change", organization: ours.id };

  const response = await start(visit(amira, "/en/evidence/new"));
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ hindrance: "role", organizations: [] });
  expect(await status(begin(submission(amira, "/en/evidence/new", {}, form)))).toBe(403);
  expect(await status(start(visit(null, "/en/evidence/new")))).toBe(302);
});

test("the form of a summary opens with what only summaries say, and a save keeps it", async () => {
  const { rowan } = await people();
  const { slug } = await summary({ by: rowan });
  const form = { ...formOf(summaryFields()), base: "2", sequence: "0", findingEffect: ["Much less", "Not known"] };

  const { page, desk } = await (await edit(at(rowan, slug, "edit"))).json();
  expect(page.fields.own).toMatchObject({ picoPopulation: ["Adults in primary care"], findingKey: ["f1", "f2"] });
  expect(desk).not.toBeNull();

  const response = await save(sent(rowan, slug, "edit", form));
  expect(response.headers.get("Location")).toBe(`/en/evidence/${slug}/edit`);
  expect((await faceAt(slug)).revisions.at(-1)).toMatchObject({
    number: 3,
    details: { own: { findingEffect: ["Much less", "Not known"], references: [expect.stringMatching(/^kiely2022 /)] } },
  });
});

test("a draft of a summary is kept with its rows and thrown away again", async () => {
  const { rowan } = await people();
  const { slug } = await summary({ by: rowan });
  const form = { ...formOf(summaryFields()), base: "2", sequence: "0", picoPopulation: "Older adults" };

  expect(await (await saveDraft(sent(rowan, slug, "draft", form))).json()).toMatchObject({ outcome: "saved", sequence: 1 });
  expect((await (await edit(at(rowan, slug, "edit"))).json()).page.fields.own).toMatchObject({ picoPopulation: ["Older adults"] });
  expect(draftPage(at(rowan, slug, "draft")).headers.get("Location")).toBe(`/en/evidence/${slug}/edit`);

  const response = await removeDraft(sent(rowan, slug, "draft-removal"));
  expect(response.headers.get("Location")).toBe(`/en/evidence/${slug}/edit`);
  expect(await db.draft.count()).toBe(0);
});

test("of two who write on the same rows, the second finds both and loses nothing", async () => {
  const { rowan, sana } = await people();
  const { slug } = await summary({ by: rowan });
  const form = (effect: string) => ({ ...formOf(summaryFields()), base: "2", sequence: "0", findingEffect: [effect, "Not known"] });
  await save(sent(rowan, slug, "edit", form("Much less")));

  const response = await save(sent(sana, slug, "edit", form("No difference")));

  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    base: 3,
    fields: { own: { findingEffect: ["No difference", "Not known"] } },
    merge: { contested: ["findings"], changes: [{ field: "findings" }], labels: { ratingLevel: { LOW: "Low" } } },
  });
});

test("a preview draws citations and gives what only summaries say; practitioners get none of summaries", async () => {
  const { rowan, amira } = await people();
  const { slug } = await summary({ by: rowan });
  const form = { ...formOf(summaryFields()), base: "2", sequence: "0", of: slug };

  expect(await (await preview(submission(rowan, "/en/evidence/preview", {}, form))).json()).toMatchObject({
    outcome: "drawn",
    html: expect.stringContaining('href="#source-1"'),
    own: { findingOutcome: ["Loneliness", "Cost"] },
  });
  expect(await status(preview(submission(amira, "/en/evidence/preview", {}, form)))).toBe(403);
});

test("the other language of a summary begins with its sections, and leads to the form of a summary", async () => {
  const { rowan, amira } = await people();
  const { slug } = await summary({ by: rowan, state: "PUBLISHED" });

  expect(await (await translation(at(rowan, slug, "translation"))).json()).toMatchObject({ from: "en", to: "fr", existing: null });
  const response = await translate(sent(rowan, slug, "translation"));
  expect(response.headers.get("Location")).toMatch(/^\/fr\/donnees-probantes\/[^/]+\/modifier$/);
  expect(await status(translate(sent(amira, slug, "translation")))).toBe(403);
});

test("a summary is written on by its organization's researchers alone, and not while it is in review", async () => {
  const { rowan, sana, amira, elsewhere } = await people();
  const { slug } = await summary({ by: rowan });
  const form = { ...formOf(summaryFields({ title: "Another title" })), base: "2", sequence: "0" };

  expect(await status(edit(at(sana, slug, "edit")))).toBe(200);
  expect(await status(edit(at(amira, slug, "edit")))).toBe(404);
  expect(await status(edit(at(elsewhere, slug, "edit")))).toBe(404);
  expect(await status(saveDraft(sent(elsewhere, slug, "draft", form)))).toBe(404);

  expect(await submitAlone(summaryKind, rowan, "en", slug)).toBeNull();
  // Who may review it sees it now, but does not write on it.
  expect(await status(edit(at(elsewhere, slug, "edit")))).toBe(403);
  expect(await status(save(sent(elsewhere, slug, "edit", form)))).toBe(403);
  expect((await save(sent(rowan, slug, "edit", form))).status).toBe(409);
});

test("guides and summaries of the same person stand in lists of their own, and a slug may be in both", async () => {
  const { rowan } = await people();
  const title = "One title for both";
  const walk = await guide({ by: rowan, fields: { title } });
  const { slug } = await summary({ by: rowan, fields: { title } });

  expect(slug).toBe(walk.slug);
  const guides = await (await mine(visit(rowan, "/en/practices/mine"))).json();
  const summaries = await (await mine(visit(rowan, "/en/evidence/mine"))).json();
  expect([guides.guides, summaries.guides].map(({ length }) => length)).toEqual([1, 1]);
  expect(summaries).toMatchObject({ mayWrite: true, written: ["practice", "summary"] });
  const { page } = await (await edit(visit(rowan, `/en/practices/${slug}/edit`, { slug }))).json();
  expect(page.fields).not.toHaveProperty("own");
});

test("a summary that was sent back tells its author why, on its form", async () => {
  const { rowan, sana } = await people();
  const { slug } = await summary({ by: rowan, state: "IN_REVIEW" });
  const review = (await openReview(slug)).id;
  await decide(summaryKind, sana, "en", slug, { review, decision: "CHANGES_REQUESTED", comment: "Say who was not studied." });

  const { page } = await (await edit(at(rowan, slug, "edit"))).json();

  expect(page).toMatchObject({ state: "CHANGES_REQUESTED", verdict: { comment: "Say who was not studied.", by: "Sana" } });
});

type Viewer = Parameters<typeof visit>[0];

const at = (viewer: Viewer, slug: string, page: string) => visit(viewer, `/en/evidence/${slug}/${page}`, { slug });

const sent = (viewer: Viewer, slug: string, page: string, fields: Record<string, string | string[]> = {}) =>
  submission(viewer, `/en/evidence/${slug}/${page}`, { slug }, fields);

async function people() {
  const [ours, theirs] = [await organization(), await organization("Lakeside Institute")];
  return {
    ours,
    rowan: await person("Rowan", { roles: ["RESEARCHER"], organizations: [ours] }),
    sana: await person("Sana", { roles: ["RESEARCHER"], organizations: [ours] }),
    amira: await person("Amira", { roles: ["PRACTITIONER"], organizations: [ours] }),
    elsewhere: await person("Noor", { roles: ["RESEARCHER"], organizations: [theirs] }),
  };
}
