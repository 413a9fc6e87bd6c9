import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { adaptGuide, getForAdaptation } from "~/features/lineage/adapting.server";
import { adaptability } from "~/features/lineage/licence";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { changesBetween, recordedOf, replay } from "~/features/publishing/section-changes";
import type { Own } from "~/features/publishing/own-fields";
import { db } from "~/platform/db.server";
import { change, currentVersion, edition, publish } from "#tests/support/editions";
import { retirePractice, submitPractice } from "#tests/support/practices";
import { refusal, status } from "#tests/support/refusals";
import { eventNames, faceAt, guide, organization, person } from "#tests/support/world";

const author = async () => person("Amira Author", { roles: ["PRACTITIONER"], organizations: [await organization()], steward: true });
const adapter = async () =>
  person("Paul Adapter", { roles: ["PRACTITIONER"], organizations: [await organization("La Baie")], steward: true });

const published = async (fields = {}) => {
  const by = await author();
  return { by, ...(await guide({ by, state: "PUBLISHED", fields })) };
};

const latestOf = async (slug: string) => {
  const latest = (await faceAt(slug)).revisions.at(-1);
  if (!latest) throw new Error("There is no revision");
  return { ...latest, own: ((latest.details as { own?: Own }).own ?? {}) as Own };
};

const ask = (actor: Actor, slug: string, changes: object = {}) =>
  adaptGuide(practiceKind, actor, "en", slug, {
    id: randomUUID(),
    version: randomUUID(),
    organization: actor.organizations[0]?.id ?? randomUUID(),
    title: "Our own walking group",
    otherTitle: "",
    ...changes,
  });

test("an edition begins as a draft of its own, with the parent's words, pinned to the version that was read", async () => {
  const { slug, fields, id } = await published();
  const actor = await adapter();
  const version = await currentVersion(slug);
  const own = await edition(actor, slug);

  const latest = await latestOf(own);
  const face = await faceAt(own);
  expect(latest).toMatchObject({ title: "Our own walking group", summary: fields.summary, body: fields.body, sources: fields.sources });
  expect(latest.own).toEqual({ pin: [version.id, "CC-BY-4.0", "PUBLIC"], recorded: ["KEPT purpose", "KEPT steps"] });
  expect(face).toMatchObject({ state: "DRAFT", contribution: { organizationId: actor.organizations[0]?.id, creatorId: actor.id } });
  expect(await db.edition.findFirst()).toMatchObject({ contributionId: face.contributionId, parentId: id, rootId: id });
  expect(await db.pin.findFirst()).toEqual({ faceId: face.id, versionId: version.id });
  expect(await eventNames()).toContain("practice.adapted");
});

test("what was changed, left out and added is recorded with its reasons, and gives the edition to the letter", async () => {
  const { slug, fields } = await published();
  const actor = await adapter();
  const own = await edition(actor, slug);
  const body = "## Steps {#steps}\n\n1. Find a hall, since it is cold here.\n\n## Winter {#winter}\n\nBring blankets.\n";
  const reasons = {
    changeSection: ["steps", "purpose", "winter"],
    changeReason: ["It is cold", "Told elsewhere", "Snow"],
    changeSetting: ["", "", ""],
    changePopulation: ["", "", ""],
    changeProvince: ["on", "", ""],
    changeLanguage: ["fr", "", ""],
  };
  await change(actor, own, { body, own: reasons });

  const latest = await latestOf(own);
  expect(latest.own.recorded).toEqual(["CHANGED steps", "ADDED winter", "DROPPED purpose"]);
  const changes = changesBetween(fields.body, latest.body);
  expect(changes.map(({ kind, key }) => ({ kind, key }))).toEqual(recordedOf(latest.own));
  expect(replay(fields.body, changes)).toBe(body);
  expect(await db.sectionChange.findMany({ orderBy: { position: "asc" } })).toMatchObject([
    { section: "steps", kind: "CHANGED", heading: "Steps", reason: "It is cold", province: "on", language: "fr" },
    { section: "winter", kind: "ADDED", heading: "Winter", reason: "Snow" },
    { section: "purpose", kind: "DROPPED", heading: "Purpose", reason: "Told elsewhere" },
  ]);
});

test("an edition is not submitted without a reason for each section that differs", async () => {
  const { slug, fields } = await published();
  const actor = await adapter();
  const own = await edition(actor, slug);
  await change(actor, own, { body: `${fields.body}\n## Winter {#winter}\n\nBring blankets.\n` });

  expect(await submitPractice(actor, "en", own)).toEqual({ changes: ["lineage.error.reasonMissing"] });
  const columns = ["changeSetting", "changePopulation", "changeProvince", "changeLanguage"];
  const row = { changeSection: ["winter"], changeReason: ["Snow"], ...Object.fromEntries(columns.map((name) => [name, [""]])) };
  await change(actor, own, { own: row });
  await publish(actor, own);
  expect(await db.sectionChange.findMany({ where: { kind: "ADDED" } })).toMatchObject([{ reason: "Snow" }]);
});

test("a licence that asks for the same, and a reading public that is narrower, bind the edition", async () => {
  const { slug } = await published({ licence: "CC-BY-SA-4.0", visibility: "MEMBERS" });
  const actor = await adapter();
  const own = await edition(actor, slug);
  await change(actor, own, { licence: "CC-BY-4.0", visibility: "PUBLIC" });

  expect(await submitPractice(actor, "en", own)).toEqual({ licence: ["lineage.error.licence.BY-SA"], visibility: ["lineage.error.wider"] });
});

test("each licence says who adapts, and what the edition may carry", () => {
  expect(adaptability("CC0-1.0")).toMatchObject({ by: "everyone", licences: expect.arrayContaining(["CC0-1.0", "CC-BY-4.0"]) });
  expect(adaptability("CC-BY-4.0").licences).not.toContain("CC0-1.0");
  expect(adaptability("CC-BY-NC-4.0")).toEqual({ by: "everyone", licences: ["CC-BY-NC-4.0"] });
  expect(adaptability("all rights reserved")).toEqual({ by: "owner", licences: ["all rights reserved"] });
});

test("under another licence only the owner adapts", async () => {
  const { slug, by, id } = await published();
  await db.contribution.update({ where: { id }, data: { licence: "all rights reserved" } });
  const { id: version } = await currentVersion(slug);

  expect(await status(ask(await adapter(), slug, { version }))).toBe(403);
  expect(await status(ask(by, slug, { version }))).toBe(200);
});

test("whoever may not write for the organization, or may not read the guide, makes no edition", async () => {
  const { slug } = await published();
  const elsewhere = await organization("Elsewhere");
  const member = await person("Maya Osei", { organizations: [elsewhere] });
  const outsider = await person("Otto Outside", { roles: ["PRACTITIONER"] });
  const silent = await person("Sila Silent", { roles: ["PRACTITIONER"], organizations: [elsewhere], isSilenced: true });
  for (const actor of [member, outsider, silent]) expect(await status(ask(actor, slug, { organization: elsewhere.id }))).toBe(403);

  const stranger = await person("Stella Stranger", { roles: ["PRACTITIONER"], organizations: [elsewhere] });
  await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });
  expect(await status(ask(stranger, slug))).toBe(404);
  expect(await db.edition.count()).toBe(0);
});

test("what is not published, was retired, or was published anew since it was read cannot be adapted", async () => {
  const { slug, by, fields } = await published();
  const actor = await adapter();
  const draft = await guide({ by, fields: { title: "Another guide of ours" } });
  expect(await refusal(ask(by, draft.slug))).toEqual([409, "lineage.error.notPublished"]);

  const { id: version } = await currentVersion(slug);
  await change(by, slug, { body: `${fields.body}\nMore.\n` });
  await publish(by, slug);
  expect(await refusal(ask(actor, slug, { version }))).toEqual([409, "lineage.error.movedOn"]);

  await retirePractice(by, "en", slug, { reason: "Nobody walks any more.", successor: "" });
  const { id: newer } = await currentVersion(slug);
  expect(await refusal(ask(actor, slug, { version: newer }))).toEqual([409, "lineage.error.retired"]);
  expect(await refusal(getForAdaptation(practiceKind, actor, "en", slug))).toEqual([409, "lineage.error.retired"]);
  expect(await db.edition.count()).toBe(0);
});

test("a form sent twice at once begins one edition", async () => {
  const { slug } = await published();
  const actor = await adapter();
  const id = randomUUID();
  const slugs = await Promise.all([edition(actor, slug, { id }), edition(actor, slug, { id })]);
  expect(new Set(slugs).size).toBe(1);
  expect([await db.edition.count(), await db.pin.count()]).toEqual([1, 1]);
});

test("an edition of an edition keeps the first of the line, and nothing can become its own ancestor", async () => {
  const { slug, id } = await published();
  const actor = await adapter();
  const own = await edition(actor, slug);
  await publish(actor, own);
  const third = await person("Tess Third", { roles: ["PRACTITIONER"], organizations: [await organization("Third")] });
  const last = await edition(third, own, { title: "The third of the line" });

  const rows = await db.edition.findMany({ orderBy: { createdAt: "asc" } });
  expect(rows.map(({ rootId }) => rootId)).toEqual([id, id]);
  const [first, second] = rows;
  await expect(
    db.edition.update({ where: { contributionId: first?.contributionId ?? "" }, data: { parentId: second?.contributionId ?? "" } }),
  ).rejects.toThrow(/keeps its parent/);
  await expect(db.edition.create({ data: { contributionId: id, parentId: id, rootId: id } })).rejects.toThrow();

  const page = await getPractice(third, "en", last);
  if (page.outcome !== "page") throw new Error(page.outcome);
  expect(page.lineage.line.map((step) => [step?.title, step?.version])).toEqual([
    ["Our own walking group", 1],
    ["Start a walking group", 1],
  ]);
});

test("where the parent was retired the line stays; where it is hidden or closed to the reader, nothing of it shows", async () => {
  const { slug, by, id } = await published();
  const actor = await adapter();
  const own = await edition(actor, slug);
  await publish(actor, own);
  const lineFor = async (viewer: Actor | null) => {
    const page = await getPractice(viewer, "en", own);
    return page.outcome === "page" ? page.lineage.line.map((step) => step && [step.title, step.isGone]) : page.outcome;
  };
  expect(await lineFor(null)).toEqual([["Start a walking group", false]]);

  await retirePractice(by, "en", slug, { reason: "Nobody walks any more.", successor: "" });
  expect(await lineFor(null)).toEqual([["Start a walking group", true]]);

  await db.contribution.update({ where: { id }, data: { visibility: "ORGANIZATION" } });
  expect([await lineFor(null), await lineFor(by)]).toEqual([[null], [["Start a walking group", true]]]);

  await db.contribution.update({ where: { id }, data: { visibility: "PUBLIC", hiddenAt: new Date() } });
  expect(await lineFor(null)).toEqual([null]);
});

test("an edition brings along the pictures of what is published, and no others", async () => {
  const { slug, id, by, fields } = await published();
  const picture = () =>
    db.attachment.create({
      data: {
        uploaderId: by.id,
        name: "a.webp",
        type: "image/webp",
        bytes: new Uint8Array([1]),
        size: 1,
        width: 4,
        height: 3,
        contributions: { create: { contributionId: id } },
      },
    });
  const [shown, kept] = [await picture(), await picture()];
  await change(by, slug, { body: `${fields.body}\n![A path](/files/${shown.id})\n` });
  await publish(by, slug);
  await change(by, slug, { body: `${fields.body}\n![Not yet](/files/${kept.id})\n` });

  const own = await faceAt(await edition(await adapter(), slug));
  expect(await db.contributionAttachment.findMany({ where: { contributionId: own.contributionId } })).toMatchObject([
    { attachmentId: shown.id },
  ]);
  expect(own.revisions[0]?.html).toContain(`<img src="/files/${shown.id}" width="4" height="3"`);
});
