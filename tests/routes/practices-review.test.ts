import { expect, test } from "vitest";

import { action as claim, loader as claimPage } from "~/routes/contributions/claim";
import { action, loader } from "~/routes/contributions/review";
import { submission, visit } from "#tests/support/request";
import { faceAt, guide, openReview, organization, person } from "#tests/support/world";

test("an editor reads what was submitted, and may decide", async () => {
  const { eloise, walk } = await world();

  const { page, isMine, seesQueue } = await shown(eloise, walk.slug);

  expect(page).toMatchObject({
    organization: "Riverside Health Centre",
    publishedNumber: null,
    review: { number: 2, fields: { title: walk.fields.title }, submitter: { name: "Amira" }, claimant: null },
    may: { decide: true },
    isOwn: false,
  });
  expect([isMine, seesQueue]).toEqual([false, true]);
});

test("approving publishes the guide and leads to it", async () => {
  const { eloise, walk, review } = await world();

  const response = await action(sent(eloise, walk.slug, { review, decision: "APPROVED", comment: "" }));

  expect(response.headers.get("Location")).toBe(`/en/practices/${walk.slug}`);
  expect(await faceAt(walk.slug)).toMatchObject({ state: "PUBLISHED" });
});

test("asking for changes or declining without a word brings the form back with an error", async () => {
  const { eloise, walk, review } = await world();

  const changes = await action(sent(eloise, walk.slug, { review, decision: "CHANGES_REQUESTED", comment: " " }));
  expect(changes.status).toBe(422);
  expect(await changes.json()).toMatchObject({ errors: { comment: ["publishing.error.commentRequired"] } });

  const declined = await action(sent(eloise, walk.slug, { review, decision: "DECLINED", comment: "" }));
  expect(await declined.json()).toMatchObject({ errors: { comment: ["publishing.error.reasonRequired"] } });

  const undecided = await action(sent(eloise, walk.slug, { review, comment: "Well done." }));
  expect(await undecided.json()).toMatchObject({
    errors: { decision: ["publishing.error.chooseDecision"] },
    values: { comment: "Well done." },
  });
  expect(await faceAt(walk.slug)).toMatchObject({ state: "IN_REVIEW" });
});

test("of two who decide at once, the second is told and keeps what they wrote", async () => {
  const { eloise, walk, review } = await world();
  const farid = await person("Farid", { roles: ["EDITOR"] });
  await action(sent(eloise, walk.slug, { review, decision: "APPROVED", comment: "" }));

  const late = await action(sent(farid, walk.slug, { review, decision: "DECLINED", comment: "Three careful paragraphs." }));

  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({
    errors: { "": ["publishing.conflict.movedOn"] },
    values: { comment: "Three careful paragraphs." },
  });
  expect(await faceAt(walk.slug)).toMatchObject({ state: "PUBLISHED" });
  expect((await shown(farid, walk.slug)).page).toMatchObject({ review: null, may: { decide: false } });
});

test("a review is taken by one, and the other is told", async () => {
  const { eloise, walk, review } = await world();
  const farid = await person("Farid", { roles: ["EDITOR"] });

  const response = await claim(taken(eloise, walk.slug, { review, claimant: "" }));
  expect(response.headers.get("Location")).toBe(`/en/practices/${walk.slug}/review`);
  expect(await shown(eloise, walk.slug)).toMatchObject({ isMine: true });
  expect(await shown(farid, walk.slug)).toMatchObject({ isMine: false, page: { review: { claimant: { name: "Éloïse" } } } });

  await expect(claim(taken(farid, walk.slug, { review, claimant: "" }))).rejects.toMatchObject({ status: 409 });
  const late = await action(sent(farid, walk.slug, { review, decision: "APPROVED", comment: "" }));
  expect(await late.json()).toMatchObject({ errors: { "": ["publishing.conflict.claimed"] } });

  await claim(taken(farid, walk.slug, { review, claimant: eloise.id }));
  expect(await shown(farid, walk.slug)).toMatchObject({ isMine: true });
});

test("an author reads the review of their own guide, but cannot decide it", async () => {
  const { amira, walk, review } = await world();

  expect(await shown(amira, walk.slug)).toMatchObject({ page: { isOwn: true, may: { decide: false } }, seesQueue: false });
  await expect(action(sent(amira, walk.slug, { review, decision: "APPROVED", comment: "" }))).rejects.toMatchObject({ status: 403 });
  await expect(claim(taken(amira, walk.slug, { review, claimant: "" }))).rejects.toMatchObject({ status: 403 });
});

test("nobody else sees that there is anything to review", async () => {
  const { walk, review } = await world();
  const benoit = await person("Benoit");

  await expect(shown(benoit, walk.slug)).rejects.toMatchObject({ status: 404 });
  await expect(shown(null, walk.slug)).rejects.toMatchObject({ status: 302 });
  await expect(action(sent(benoit, walk.slug, { review, decision: "APPROVED", comment: "" }))).rejects.toMatchObject({ status: 404 });
});

test("a claim that names no review changes nothing, and the address of its form leads to the review", async () => {
  const { eloise, walk } = await world();

  await expect(claim(taken(eloise, walk.slug, { review: "that one", claimant: "" }))).rejects.toMatchObject({ status: 422 });
  const response = claimPage(visit(eloise, `/en/practices/${walk.slug}/review/claim`, { slug: walk.slug }));
  expect(response.headers.get("Location")).toBe(`/en/practices/${walk.slug}/review`);
});

type Viewer = Parameters<typeof visit>[0];
type Fields = Record<string, string>;

const shown = async (viewer: Viewer, slug: string) => (await loader(visit(viewer, `/en/practices/${slug}/review`, { slug }))).json();

const sent = (viewer: Viewer, slug: string, fields: Fields) => submission(viewer, `/en/practices/${slug}/review`, { slug }, fields);

const taken = (viewer: Viewer, slug: string, fields: Fields) => submission(viewer, `/en/practices/${slug}/review/claim`, { slug }, fields);

async function world() {
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const eloise = await person("Éloïse", { roles: ["EDITOR"] });
  const walk = await guide({ by: amira, state: "IN_REVIEW" });
  return { amira, eloise, walk, review: (await openReview(walk.slug)).id };
}
