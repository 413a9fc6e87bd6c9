import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { getParityOverview } from "~/features/library/parity-overview.server";
import { db } from "~/platform/db.server";
import { change, publish } from "#tests/support/editions";
import { revisePractice, translatePractice } from "#tests/support/practices";
import { summary } from "#tests/support/summaries";
import { guide, guideFields, organization, person } from "#tests/support/world";

const BODY = `## Purpose {#purpose}\n\n${"A walk a week keeps people in touch. ".repeat(20)}\n\n## Steps {#steps}\n\nFind a path.\n`;

let by: Actor;
let ours: Awaited<ReturnType<typeof organization>>;

beforeEach(async () => {
  ours = await organization();
  by = await person("Amira Author", { roles: ["PRACTITIONER"], organizations: [ours], steward: true });
});

const titles = (overview: Awaited<ReturnType<typeof getParityOverview>>, language: "en" | "fr") =>
  overview.lagging[language].items.map(({ title, isMissing, parts }) => ({ title, isMissing, parts }));

test("a text that is missing is told with the day by which it is promised, one that is behind with its parts, and one in step not at all", async () => {
  const alone = await guide({ by, state: "PUBLISHED", fields: { title: "Walk alone together", body: BODY } });
  expect(titles(await getParityOverview(null, "en", null), "fr")).toEqual([{ title: "Walk alone together", isMissing: true, parts: 0 }]);
  const [waiting] = (await getParityOverview(null, "fr", null)).lagging.fr.items;
  expect(waiting).toMatchObject({ kind: "practice", shown: "en", promisedBy: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) });

  const french = await translatePractice(by, "en", alone.slug);
  const fields = guideFields({ title: "Marcher seul ensemble", body: BODY.replace("A walk", "Une marche") });
  await revisePractice(by, "fr", french, { base: 1, sequence: 0, fields });
  await publish(by, french, "fr");
  expect(await getParityOverview(null, "en", null)).toMatchObject({
    counts: { total: 1, inStep: 1, behind: 0, onlyEn: 0, onlyFr: 0 },
    lagging: { en: { items: [] }, fr: { items: [] } },
  });

  await change(by, alone.slug, { title: "Walk alone together", body: BODY.replace("Find a path.", "Find a wide path.") });
  await publish(by, alone.slug);
  const behind = await getParityOverview(null, "en", null);
  expect(behind.counts).toEqual({ total: 1, inStep: 0, behind: 1, onlyEn: 0, onlyFr: 0 });
  expect(titles(behind, "fr")).toEqual([{ title: "Marcher seul ensemble", isMissing: false, parts: 1 }]);
  expect(titles(behind, "en")).toEqual([]);
});

test("an organization is told of its own works alone, and nobody of what they may not read", async () => {
  const theirs = await person("Bo Beside", { roles: ["PRACTITIONER"], organizations: [await organization("Lakeside")] });
  await guide({ by, state: "PUBLISHED", fields: { title: "For everyone to read" } });
  await guide({ by, state: "PUBLISHED", fields: { title: "For our own people", visibility: "ORGANIZATION" } });
  await guide({ by: theirs, state: "PUBLISHED", fields: { title: "From beside the lake" } });
  await guide({ by, state: "DRAFT", fields: { title: "Not published yet" } });

  const seen = async (viewer: Actor | null, id: string | null) =>
    (await getParityOverview(viewer, "en", id)).lagging.fr.items.map(({ title }) => title).sort();
  const id = by.organizations[0]?.id ?? "";
  expect(await seen(null, null)).toEqual(["For everyone to read", "From beside the lake"]);
  expect(await seen(null, id)).toEqual(["For everyone to read"]);
  expect(await seen(theirs, id)).toEqual(["For everyone to read"]);
  expect(await seen(by, id)).toEqual(["For everyone to read", "For our own people"]);
  expect((await getParityOverview(null, "en", id)).counts.total).toBe(1);
});

test("who reviews summaries reads in it no more than on their pages: those of another organization’s own people stay its own", async () => {
  const rowan = await person("Rowan Research", { roles: ["RESEARCHER"], organizations: [ours] });
  const elsewhere = await person("Els Elsewhere", { roles: ["RESEARCHER"], organizations: [await organization("Lakeside")] });
  await summary({ by: rowan, state: "PUBLISHED", fields: { title: "For our own people", visibility: "ORGANIZATION" } });
  const titlesFor = async (viewer: Actor) => titles(await getParityOverview(viewer, "en", null), "fr").map(({ title }) => title);

  expect(await titlesFor(elsewhere)).toEqual([]);
  expect(await titlesFor(rowan)).toEqual(["For our own people"]);
});

test("what was retired, put away or hidden is not counted", async () => {
  for (const gone of ["retiredAt", "discardedAt", "hiddenAt"]) {
    const { id } = await guide({ by, state: "PUBLISHED", fields: { title: `Gone: ${gone}` } });
    await db.contribution.update({ where: { id }, data: { [gone]: new Date() } });
  }
  expect((await getParityOverview(by, "en", null)).counts.total).toBe(0);
});
