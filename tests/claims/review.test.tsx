import { createRemixStub } from "@remix-run/testing";
import { describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { changeOf, flagSections } from "~/features/claims/flagging.server";
import { clearNotices, getEvidenceReview } from "~/features/claims/review.server";
import { getUses } from "~/features/claims/uses.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { db } from "~/platform/db.server";
import EvidenceReviewRoute, { action, loader } from "~/routes/claims/evidence-review";
import UsesRoute, { loader as usesLoader } from "~/routes/claims/uses";
import ShowRoute, { loader as showLoader } from "~/routes/practices/show";
import { loader as summaryLoader } from "~/routes/evidence/show";
import { guideOn, publishAgain, publishedSummary } from "#tests/support/claims";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { ratings, summaryFields } from "#tests/support/summaries";
import { faceAt, organization, person } from "#tests/support/world";

import { drawRoute } from "../ui/draw";

const rated = (Level: string) => ({ own: { ...summaryFields().own, ...ratings({ Finding: "f1", Level }) } });
const NOTE = "We read the new version.";

async function world() {
  const riverside = await organization();
  const author = await person("Amélie", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const steward = await person("Steve", { organizations: [riverside], steward: true });
  const researcher = await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] });
  const made = await publishedSummary(researcher, { fields: { title: "Walking and loneliness", ...rated("MODERATE") } });
  const { id, slug } = await guideOn(author, made.version);
  const address = (await faceAt(slug)).slug;
  const version = await publishAgain(researcher, made.slug, { title: "Walking and loneliness", ...rated("LOW") });
  await db.$transaction((tx) =>
    flagSections(tx, changeOf({ summaryId: made.id, cause: "CERTAINTY", causeId: version, below: new Date() }), {
      at: new Date(),
      isUrgent: false,
    }),
  );
  const notice = await db.evidenceNotice.findFirstOrThrow();
  return { riverside, author, steward, researcher, made, id, slug: address, notice };
}

const clear = (actor: Actor, slug: string, notice: string[], outcome: "STANDS" | "REVISED" = "STANDS") =>
  clearNotices(practiceKind, actor, "en", slug, { notice, outcome, note: NOTE });

async function page(actor: Actor, slug: string, actionData?: unknown) {
  const path = `/en/practices/${slug}/evidence-review`;
  const Route = createRemixStub([{ id: "page", path, Component: EvidenceReviewRoute }]);
  const data = await (await loader(visit(actor, path, { slug }))).json();
  return drawRoute(Route, path, { loaderData: { page: data }, ...(actionData ? { actionData: { page: actionData } } : {}) });
}

describe("looking at a section again", () => {
  test("is done by who may revise the guide and by stewards of its organization, on record, and clears the notice", async () => {
    const { steward, slug, notice } = await world();
    await clear(steward, slug, [notice.id]);

    expect(await db.evidenceNotice.findUniqueOrThrow({ where: { id: notice.id } })).toMatchObject({
      outcome: "STANDS",
      note: NOTE,
      clearerId: steward.id,
    });
    expect(await db.event.findFirstOrThrow({ where: { name: "practice.evidence_reviewed" } })).toMatchObject({
      actorId: steward.id,
      isAudited: true,
      details: { language: "en", section: "purpose", cause: "CERTAINTY", outcome: "STANDS", notice: notice.id },
    });
    const read = await getPractice(null, "en", slug);
    expect(read.outcome === "page" && read.evidence?.notices).toMatchObject([
      { clearedOn: expect.any(String), outcome: "STANDS", note: NOTE },
    ]);
  });

  test("is refused to others, to who is silenced, and for a guide that one cannot see", async () => {
    const { id, slug, notice, riverside } = await world();
    const stranger = await person("Sam");
    const elsewhere = await person("Ann", { roles: ["PRACTITIONER"], organizations: [await organization("Elsewhere")] });
    const silenced = await person("Sly", { organizations: [riverside], steward: true, isSilenced: true });

    for (const actor of [stranger, elsewhere, silenced]) {
      expect(await status(clear(actor, slug, [notice.id]))).toBe(403);
      expect(await status(getEvidenceReview(practiceKind, actor, "en", slug))).toBe(403);
    }
    await db.contribution.update({ where: { id }, data: { visibility: "ORGANIZATION" } });
    expect(await status(clear(stranger, slug, [notice.id]))).toBe(404);
    expect(await db.evidenceNotice.count({ where: { clearedAt: null } })).toBe(1);
  });

  test("is refused once someone else has cleared it, to one of two at once too, and then clears nothing else", async () => {
    const { author, steward, slug, notice, made, id } = await world();
    const other = await db.evidenceNotice.create({
      data: { contributionId: id, section: "steps", summaryId: made.id, cause: "WITHDRAWN", causeId: made.id, dueOn: new Date() },
    });
    const answers = await Promise.all([status(clear(author, slug, [notice.id])), status(clear(steward, slug, [notice.id], "REVISED"))]);
    expect(answers.filter((answer) => answer === 409)).toHaveLength(1);
    expect(await status(clear(author, slug, [other.id, notice.id]))).toBe(409);
    expect(await db.evidenceNotice.count({ where: { clearedAt: null } })).toBe(1);
    expect(await status(clear(author, slug, ["11111111-1111-4111-8111-111111111111"]))).toBe(404);
  });

  test("is refused for a guide that is out of use", async () => {
    const { author, slug, notice, id } = await world();
    await db.contribution.update({ where: { id }, data: { retiredAt: new Date() } });
    expect(await status(clear(author, slug, [notice.id]))).toBe(403);
  });
});

describe("the page on which one looks again", () => {
  test("says what has changed of each finding, until when, and keeps what was typed", async () => {
    const { author, slug, notice } = await world();
    const html = await page(author, slug);
    expect(html).toContain("Loneliness");
    expect(html).toContain("before: Moderate certainty; now: Low certainty");
    expect(html).toContain("To be looked at by");

    const path = `/en/practices/${slug}/evidence-review`;
    const answer = (await action(submission(author, path, { slug }, { notice: notice.id, outcome: "STANDS", note: "Short" }))) as Response;
    expect(answer.status).toBe(422);
    expect(await page(author, slug, await answer.json())).toContain("Short");

    expect(
      ((await action(submission(author, path, { slug }, { notice: notice.id, outcome: "STANDS", note: NOTE }))) as Response).status,
    ).toBe(302);
    const late = (await action(
      submission(author, path, { slug }, { notice: notice.id, outcome: "REVISED", note: "My own words, which came late." }),
    )) as Response;
    expect(late.status).toBe(409);
    expect(await page(author, slug, await late.json())).toContain("My own words, which came late.");
    expect(await page(author, slug)).toContain(NOTE);
  });

  test("names no summary that its reader cannot see", async () => {
    const { author, slug, made } = await world();
    await db.contribution.update({ where: { id: made.id }, data: { hiddenAt: new Date() } });
    const html = await page(author, slug);
    expect(html).toContain("a summary that you cannot see");
    expect(html).not.toContain("Walking and loneliness");
  });

  test("is found from the guide by those who may, and the notice stands at its section for everyone", async () => {
    const { author, slug } = await world();
    const show = async (viewer: Actor | null) => {
      const path = `/en/practices/${slug}`;
      const Route = createRemixStub([{ id: "page", path, Component: ShowRoute }]);
      return drawRoute(Route, path, { loaderData: { page: await (await showLoader(visit(viewer, path, { slug }))).json() } });
    };
    expect(await show(author)).toContain(`/en/practices/${slug}/evidence-review`);
    const html = await show(null);
    expect(html).not.toContain("evidence-review");
    expect(html).toContain("The evidence has changed under 1 section");
    expect(html.indexOf('id="s-purpose"')).toBeLessThan(html.lastIndexOf("The evidence has changed"));
    expect(html).toMatch(/versions\/1".*versions\/2"/s);
  });
});

describe("where a summary is used", () => {
  test("is counted and listed of what the viewer sees", async () => {
    const { author, made, slug } = await world();
    await guideOn(author, made.version, { fields: { title: "For ourselves alone", visibility: "ORGANIZATION" } });
    const uses = async (viewer: Actor | null) => {
      const found = await getUses(viewer, "en", made.slug, null);
      return found.outcome === "page" ? [found.uses, found.items.map(({ title }) => title).toSorted()] : found.outcome;
    };
    expect(await uses(null)).toEqual([{ guides: 1, organizations: 1 }, ["Start a walking group"]]);
    expect(await uses(author)).toEqual([{ guides: 2, organizations: 1 }, ["For ourselves alone", "Start a walking group"]]);

    const path = `/en/evidence/${made.slug}/uses`;
    const Route = createRemixStub([{ id: "page", path, Component: UsesRoute }]);
    const html = drawRoute(Route, path, { loaderData: { page: await (await usesLoader(visit(null, path, { slug: made.slug }))).json() } });
    expect(html).toContain("Used in 1 guide by 1 organization");
    expect(html).toContain(`/en/practices/${slug}#s-purpose`);
    expect(html).not.toContain("For ourselves alone");

    const shown = (await (await summaryLoader(visit(null, `/en/evidence/${made.slug}`, { slug: made.slug }))).json()) as {
      summary: { more: unknown };
    };
    expect(shown.summary.more).toEqual({ guides: 1, organizations: 1 });
  });

  test("is not told of a summary that one cannot see", async () => {
    const { made } = await world();
    await db.contribution.update({ where: { id: made.id }, data: { visibility: "MEMBERS" } });
    expect(await status(getUses(null, "en", made.slug, null))).toBe(404);
  });
});
