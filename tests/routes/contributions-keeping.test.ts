import { expect, test } from "vitest";

import { retireContribution } from "~/features/publishing/contribution.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { db } from "~/platform/db.server";
import { loader as orphans } from "~/routes/admin/orphans";
import { action as discuss, loader as discussion } from "~/routes/contributions/discussion";
import { action as putAway } from "~/routes/contributions/disposal";
import { action as report, loader as reporting } from "~/routes/contributions/flag";
import { loader as history } from "~/routes/contributions/history";
import { action as bringBack } from "~/routes/contributions/recovery";
import { action as restore } from "~/routes/contributions/restoration";
import { action as retire, loader as retirement } from "~/routes/contributions/retirement";
import { loader as revision } from "~/routes/contributions/revision";
import { status } from "#tests/support/refusals";
import { submission, visit } from "#tests/support/request";
import { summary } from "#tests/support/summaries";
import { faceAt, organization, person } from "#tests/support/world";

test("the revisions of a summary are listed and shown with their findings, to those who work on it", async () => {
  const { rowan, noor } = await people();
  const { slug } = await summary({ by: rowan });

  const { history: listed, alternates } = await (await history(at(rowan, slug, "history"))).json();
  expect(listed.revisions.map(({ number }) => number)).toEqual([2, 1]);
  expect(alternates).toEqual({ fr: `/fr/donnees-probantes/${slug}` });

  const shown = await (await revision(at(rowan, slug, "history/2", { number: "2" }))).json();
  expect(shown.revision).toMatchObject({ since: 1, own: { findingOutcome: ["Loneliness", "Cost"] } });
  expect(shown.revision.changes.map(({ field }) => field)).toEqual(expect.arrayContaining(["picoPopulation", "findings", "references"]));

  expect(await status(history(at(noor, slug, "history")))).toBe(404);
  expect(await status(revision(at(noor, slug, "history/2", { number: "2" })))).toBe(404);
});

test("an earlier revision of a summary becomes the latest again, by its writers", async () => {
  const { rowan, noor } = await people();
  const { slug } = await summary({ by: rowan });

  const response = await restore(sent(rowan, slug, "history/1/restoration", {}, { number: "1" }));

  expect(response.headers.get("Location")).toMatch(new RegExp(`^/en/evidence/${slug}/`));
  expect((await faceAt(slug)).revisions.at(-1)).toMatchObject({ number: 3, restoredFrom: 1 });
  expect(await status(restore(sent(noor, slug, "history/1/restoration", {}, { number: "1" })))).toBe(404);
});

test("a summary is retired by who may mend all of them, in favour of another summary, and not by who only reviews", async () => {
  const { rowan, noor, eloise } = await people();
  const { slug } = await summary({ by: rowan, state: "PUBLISHED" });
  const better = await summary({ by: rowan, state: "PUBLISHED", fields: { title: "A newer summary" } });
  const form = { reason: "Newer research has come.", successor: `/en/evidence/${better.slug}` };

  expect(await status(retirement(at(noor, slug, "retirement")))).toBe(403);
  expect(await status(retire(sent(noor, slug, "retirement", form)))).toBe(403);
  expect(await status(retirement(at(eloise, slug, "retirement")))).toBe(200);

  const response = await retire(sent(eloise, slug, "retirement", form));
  expect(response.headers.get("Location")).toBe(`/en/evidence/${slug}`);
  expect((await faceAt(slug)).contribution).toMatchObject({ retiredAt: expect.any(Date), successorId: better.id });
  expect(await status(retire(sent(eloise, slug, "retirement", form)))).toBe(409);
});

test("a summary is put away and brought back by who wrote it", async () => {
  const { rowan, noor } = await people();
  const { slug } = await summary({ by: rowan });
  expect(await status(putAway(sent(noor, slug, "disposal")))).toBe(404);

  const away = await putAway(sent(rowan, slug, "disposal"));
  expect(away.headers.get("Location")).toBe("/en/evidence/mine");
  expect((await faceAt(slug)).contribution.discardedAt).not.toBeNull();
  expect(await status(putAway(sent(rowan, slug, "disposal")))).toBe(409);

  await bringBack(sent(rowan, slug, "recovery"));
  expect((await faceAt(slug)).contribution.discardedAt).toBeNull();
});

test("what is discussed at a summary's address is about the summary, and nothing is discussed of one that is retired", async () => {
  const { rowan, eloise, noor } = await people();
  const { slug, id } = await summary({ by: rowan, state: "PUBLISHED" });

  const page = await (await discussion(at(noor, slug, "discussion"))).json();
  expect(page).toMatchObject({ mayWrite: true, alternates: { en: `/en/evidence/${slug}/discussion` } });
  const { id: post } = page.values;
  const response = await discuss(
    sent(noor, slug, "discussion", { id: post, kind: "REPLY", language: "en", body: "How long did these studies last?" }),
  );
  expect(response.status).toBe(302);
  expect(await db.thread.findFirstOrThrow()).toMatchObject({ contributionId: id });

  const other = await summary({ by: rowan, state: "PUBLISHED", fields: { title: "Another summary" } });
  await retireContribution(summaryKind, eloise, "en", other.slug, { reason: "Newer research has come.", successor: "" });
  expect(await status(discussion(at(noor, other.slug, "discussion")))).toBe(409);
  const draft = await summary({ by: rowan, fields: { title: "Not yet finished" } });
  expect(await status(discussion(at(noor, draft.slug, "discussion")))).toBe(404);
});

test("a summary is reported at its own address, and a draft is nothing that a stranger could report", async () => {
  const { rowan, noor } = await people();
  const { slug, id } = await summary({ by: rowan, state: "PUBLISHED" });

  expect(await status(reporting(at(noor, slug, "report")))).toBe(200);
  const response = await report(sent(noor, slug, "report", { rule: "off-topic", words: "It says nothing about evidence." }));
  expect(response.status).toBe(302);
  expect(await db.case.findFirstOrThrow()).toMatchObject({ subjectType: "CONTRIBUTION", subjectId: id });
  expect(await status(reporting(at(null, slug, "report")))).toBe(302);

  const draft = await summary({ by: rowan, fields: { title: "Not yet finished" } });
  expect(await status(reporting(at(noor, draft.slug, "report")))).toBe(404);
});

test("a summary that nobody answers for is listed with its own address", async () => {
  const { rowan } = await people();
  const { slug } = await summary({ by: rowan, state: "PUBLISHED" });
  await db.membership.deleteMany();
  const administrator = await person("Admin", { roles: ["ADMINISTRATOR"] });

  const { orphans: listed } = await (await orphans(visit(administrator, "/en/admin/orphans?kind=texts"))).json();

  expect(listed).toMatchObject([{ title: "What link workers change", href: `/en/evidence/${slug}` }]);
});

type Viewer = Parameters<typeof visit>[0];

const at = (viewer: Viewer, slug: string, page: string, more: Record<string, string> = {}) =>
  visit(viewer, `/en/evidence/${slug}/${page}`, { slug, ...more });

const sent = (viewer: Viewer, slug: string, page: string, fields: Record<string, string> = {}, more: Record<string, string> = {}) =>
  submission(viewer, `/en/evidence/${slug}/${page}`, { slug, ...more }, fields);

async function people() {
  const [ours, theirs] = [await organization(), await organization("Lakeside Institute")];
  return {
    rowan: await person("Rowan", { roles: ["RESEARCHER"], organizations: [ours] }),
    noor: await person("Noor", { roles: ["RESEARCHER"], organizations: [theirs] }),
    eloise: await person("Éloïse", { roles: ["EDITOR"] }),
  };
}
