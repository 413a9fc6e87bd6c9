import { summaryKind } from "~/features/evidence/summary-kind.server";
import { goAlone } from "#tests/support/one-language";
import { expect, test } from "vitest";

import { frameViewer } from "~/features/accounts/frame-viewer";
import { db } from "~/platform/db.server";
import { action as claim } from "~/routes/contributions/claim";
import { action as decide, loader as review } from "~/routes/contributions/review";
import { action as submit, loader as submitPage } from "~/routes/contributions/submission";
import { action as withdraw } from "~/routes/contributions/withdrawal";
import { loader as queue } from "~/routes/reviews/index";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { summary, summaryFields } from "#tests/support/summaries";
import { faceAt, guide, openReview, organization, person } from "#tests/support/world";

test("a summary is submitted, taken and published by a researcher of another organization", async () => {
  const { rowan, noor } = await people();
  const { slug } = await summary({ by: rowan });

  await goAlone(summaryKind, "en", slug);
  const submitted = await submit(sent(rowan, slug, "submission"));
  expect(submitted.headers.get("Location")).toBe(`/en/evidence/${slug}`);

  const { id } = await openReview(slug);
  const claimed = await claim(sent(noor, slug, "review/claim", { review: id, claimant: "" }));
  expect(claimed.headers.get("Location")).toBe(`/en/evidence/${slug}/review`);
  expect(await shown(noor, slug)).toMatchObject({
    isMine: true,
    seesQueue: true,
    page: { may: { decide: true }, review: { fields: { own: { findingOutcome: ["Loneliness", "Cost"] } } } },
    labels: { studyTypes: { "systematic-review": "Systematic review" } },
  });

  const published = await decide(sent(noor, slug, "review", { review: id, decision: "APPROVED", comment: "" }));
  expect(published.headers.get("Location")).toBe(`/en/evidence/${slug}`);
  expect(await faceAt(slug)).toMatchObject({ state: "PUBLISHED" });
});

test("what a summary lacks is named before it is submitted, field by field", async () => {
  const { rowan } = await people();
  const { slug } = await summary({ by: rowan, fields: { summary: "Too short.", own: {} } });

  const page = await (await submitPage(at(rowan, slug, "submission"))).json();
  expect(Object.keys(page.missing ?? {})).toEqual(expect.arrayContaining(["summary", "picoPopulation", "findings", "funding"]));

  const response = await submit(sent(rowan, slug, "submission"));
  expect(response.status).toBe(422);
  expect(await faceAt(slug)).toMatchObject({ state: "DRAFT" });
});

test("what might let a client be known in a finding holds a submission up until it was looked at", async () => {
  const { rowan } = await people();
  const own = { ...summaryFields().own, findingBasis: ["Call 416-555-0199 to ask", "No trial"] };
  const { slug } = await summary({ by: rowan, fields: { own } });

  const { clientData } = await (await submitPage(at(rowan, slug, "submission"))).json();
  expect(clientData).not.toBeNull();
  expect(await (await submit(sent(rowan, slug, "submission"))).json()).toEqual({
    errors: { clientDataChecked: ["confidentiality.warning.goOn"] },
  });
});

test("its author reads the review and cannot decide it; a practitioner of another organization finds nothing", async () => {
  const { rowan, elsewhere } = await people();
  const { slug } = await summary({ by: rowan, state: "IN_REVIEW" });
  const form = { review: (await openReview(slug)).id, decision: "APPROVED", comment: "" };

  expect(await shown(rowan, slug)).toMatchObject({ page: { isOwn: true, may: { decide: false } } });
  expect(await status(decide(sent(rowan, slug, "review", form)))).toBe(403);
  expect(await status(claim(sent(rowan, slug, "review/claim", { review: form.review, claimant: "" })))).toBe(403);
  expect(await status(shown(elsewhere, slug))).toBe(404);
  expect(await status(decide(sent(elsewhere, slug, "review", form)))).toBe(404);
});

test("of two researchers who decide at once, the second is told, keeps what they wrote, and finds that nothing waits", async () => {
  const { rowan, noor } = await people();
  const sana = await person("Sana", { roles: ["RESEARCHER"] });
  const { slug } = await summary({ by: rowan, state: "IN_REVIEW" });
  const form = { review: (await openReview(slug)).id, decision: "APPROVED" };
  await decide(sent(noor, slug, "review", { ...form, comment: "" }));

  const late = await decide(sent(sana, slug, "review", { ...form, comment: "Three careful paragraphs." }));

  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({ values: { comment: "Three careful paragraphs." } });
  expect(await shown(sana, slug)).toMatchObject({ page: { review: null, may: { decide: false } }, seesQueue: true });
});

test("a submission is withdrawn by its writers, and then nobody else sees it", async () => {
  const { rowan, noor } = await people();
  const { slug } = await summary({ by: rowan, state: "IN_REVIEW" });
  expect(await status(withdraw(sent(noor, slug, "withdrawal")))).toBe(403);

  await withdraw(sent(rowan, slug, "withdrawal"));

  expect(await status(shown(noor, slug))).toBe(404);
  expect(await status(withdraw(sent(rowan, slug, "withdrawal")))).toBe(409);
});

test("a review at the address of the other kind is none", async () => {
  const { rowan, eloise } = await people();
  const { slug } = await summary({ by: rowan, state: "IN_REVIEW" });

  expect(await status(review(visit(eloise, `/en/practices/${slug}/review`, { slug })))).toBe(404);
  expect(await db.review.count({ where: { decision: null } })).toBe(1);
});

test("editors find both kinds in one queue, oldest first, and can narrow it to one", async () => {
  const { rowan, eloise } = await people();
  await guide({ by: rowan, state: "IN_REVIEW", fields: { title: "A guide" } });
  await summary({ by: rowan, state: "IN_REVIEW", fields: { title: "A summary" } });

  const all = await waiting(eloise);
  expect(all.items.map(({ title, kind }) => [title, kind])).toEqual([
    ["A guide", "practice"],
    ["A summary", "summary"],
  ]);
  expect(all.kinds).toEqual([
    { name: "practice", count: 1 },
    { name: "summary", count: 1 },
  ]);
  expect(await waiting(eloise, "?kind=summary")).toMatchObject({
    kind: "summary",
    counts: { all: 1 },
    items: [{ title: "A summary", address: "/en/evidence/a-summary/review" }],
  });
});

test("researchers find summaries alone, their own marked as not theirs to decide", async () => {
  const { rowan, noor } = await people();
  await guide({ by: rowan, state: "IN_REVIEW", fields: { title: "A guide" } });
  await summary({ by: rowan, state: "IN_REVIEW", fields: { title: "Of Rowan" } });
  await summary({ by: noor, state: "IN_REVIEW", fields: { title: "Of Noor" } });

  const { items, kinds } = await waiting(rowan);

  expect(items.map(({ title, isOwn }) => [title, isOwn])).toEqual([
    ["Of Rowan", true],
    ["Of Noor", false],
  ]);
  expect(kinds).toEqual([]);
  // Nobody gets at guides by asking for them.
  expect((await waiting(rowan, "?kind=practice")).items).toEqual([]);
});

test("the way to the queue is shown to those who review either kind", async () => {
  const { rowan, eloise, elsewhere } = await people();

  expect([rowan, eloise, elsewhere].map((who) => frameViewer(who)?.mayReview)).toEqual([true, true, false]);
  expect(await status(queue(visit(elsewhere, "/en/reviews")))).toBe(403);
});

type Viewer = Parameters<typeof visit>[0];

const at = (viewer: Viewer, slug: string, page: string) => visit(viewer, `/en/evidence/${slug}/${page}`, { slug });

const sent = (viewer: Viewer, slug: string, page: string, fields: Record<string, string> = {}) =>
  submission(viewer, `/en/evidence/${slug}/${page}`, { slug }, fields);

const shown = async (viewer: Viewer, slug: string) => (await review(at(viewer, slug, "review"))).json();

const waiting = async (viewer: Viewer, query = "") => (await queue(visit(viewer, `/en/reviews${query}`))).json();

async function people() {
  const [ours, theirs] = [await organization(), await organization("Lakeside Institute")];
  return {
    rowan: await person("Rowan", { roles: ["RESEARCHER"], organizations: [ours] }),
    noor: await person("Noor", { roles: ["RESEARCHER"], organizations: [theirs] }),
    elsewhere: await person("Pascal", { roles: ["PRACTITIONER"], organizations: [theirs] }),
    eloise: await person("Éloïse", { roles: ["EDITOR"] }),
  };
}
