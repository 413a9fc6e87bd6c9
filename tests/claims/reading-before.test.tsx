import { createRemixStub } from "@remix-run/testing";
import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import PreviewRoute, { action as previewAction } from "~/routes/contributions/preview";
import ReviewRoute, { loader as reviewLoader } from "~/routes/contributions/review";
import RevisionRoute, { loader as revisionLoader } from "~/routes/contributions/revision";
import EditRoute, { action as editAction, loader as editLoader } from "~/routes/contributions/edit";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { submitAlone } from "#tests/support/one-language";
import { revise } from "~/features/publishing/revision.server";
import { db } from "~/platform/db.server";
import { claimRows, guideOn, publishedSummary } from "#tests/support/claims";
import { formOf } from "#tests/support/form-of";
import { submission, visit } from "#tests/support/request";
import { faceAt, guideFields, organization, person } from "#tests/support/world";

import { drawRoute } from "../ui/draw";

async function world() {
  const riverside = await organization();
  const author = await person("Amélie", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const editor = await person("Eva", { roles: ["EDITOR"] });
  const researcher = await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] });
  const made = await publishedSummary(researcher, { fields: { title: "Walking and loneliness" } });
  const { slug } = await guideOn(author, made.version);
  return { author, editor, made, slug: (await faceAt(slug)).slug };
}

const own = (version: string) => claimRows({ Section: "steps", Stance: "MIXED", Version: version, Note: "For adults alone" });

const drawn = async (
  Component: React.ComponentType,
  loader: (args: ReturnType<typeof visit>) => Promise<Response>,
  viewer: Actor,
  path: string,
  params: Record<string, string>,
) =>
  drawRoute(createRemixStub([{ id: "page", path, Component }]), path, {
    loaderData: { page: await (await loader(visit(viewer, path, params))).json() },
  });

test("who reviews a guide reads what its sections rest on, and what of it has changed, by its name", async () => {
  const { author, editor, made, slug } = await world();
  await revise(practiceKind, author, "en", slug, { base: 2, sequence: 0, fields: guideFields({ own: own(made.version) }) });
  expect(await submitAlone(practiceKind, author, "en", slug)).toBeNull();

  const review = await drawn(ReviewRoute, reviewLoader as never, editor, `/en/practices/${slug}/review`, { slug });
  expect(review).toContain("What the sections rest on");
  expect(review).toContain("For adults alone");
  expect(review).toMatch(/Walking and loneliness \(version 1, English\)/);
  const revision = await drawn(RevisionRoute, revisionLoader as never, author, `/en/practices/${slug}/history/3`, { slug, number: "3" });
  expect(revision).toContain("For adults alone");

  await db.contribution.update({ where: { id: made.id }, data: { hiddenAt: new Date() } });
  const hidden = await drawn(ReviewRoute, reviewLoader as never, editor, `/en/practices/${slug}/review`, { slug });
  expect(hidden).not.toContain("Walking and loneliness");
  expect(hidden).not.toContain(made.version);
});

test("the preview of a form shows what its sections rest on", async () => {
  const { author, made, slug } = await world();
  const path = "/en/practices/preview";
  const sent = { ...formOf(guideFields()), ...own(made.version), base: "2", sequence: "0", of: slug };
  const answer = (await previewAction(submission(author, path, {}, sent))) as Response;
  const html = drawRoute(createRemixStub([{ id: "page", path, Component: PreviewRoute }]), path, {
    actionData: { page: await answer.json() },
  });
  expect(html).toContain("Walking and loneliness");
  expect(html).toContain("For adults alone");
});

test("the form saves rows without JavaScript, and shows them again", async () => {
  const { author, made, slug } = await world();
  const path = `/en/practices/${slug}/edit`;
  const twoRows = claimRows({ Section: "steps", Stance: "MIXED", Version: made.version }, {});
  const answer = (await editAction(
    submission(author, path, { slug }, { ...formOf(guideFields()), ...twoRows, base: "2", sequence: "0", of: slug }),
  )) as Response;
  expect(answer.status).toBe(302);

  const html = await drawn(EditRoute, editLoader as never, author, path, { slug });
  expect(html).toMatch(/<option value="steps" selected="">Steps/);
  expect(html).toMatch(new RegExp(`<option value="${made.version}" selected="">`));
});
