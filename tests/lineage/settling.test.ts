import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { pendingUpstream } from "~/features/lineage/pending.server";
import { getUpstream, settleUpstream } from "~/features/lineage/settling.server";
import type { Choice } from "~/features/lineage/upstream";
import { tellAdapters } from "~/features/lineage/upstream-news.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { findEvent } from "~/features/activity/queries.server";
import { changesBetween, replay } from "~/features/publishing/section-changes";
import { db } from "~/platform/db.server";
import { change, currentVersion, edition, publish } from "#tests/support/editions";
import { savePracticeDraft, submitPractice } from "#tests/support/practices";
import { refusal, status } from "#tests/support/refusals";
import { faceAt, guide, guideFields, organization, person } from "#tests/support/world";

const BODY = `## Purpose {#purpose}\n\n${"A walk a week keeps people in touch. ".repeat(20)}\n\n## Steps {#steps}\n\nFind a path.\n\nWear shoes.\n\n## Equity {#equity}\n\nAsk who cannot come.\n`;

const writer = async (name: string) => person(name, { roles: ["PRACTITIONER"], organizations: [await organization(name)], steward: true });

const reasons = (...sections: string[]) => ({
  changeSection: sections,
  changeReason: sections.map(() => "It is different here"),
  ...Object.fromEntries(
    ["changeSetting", "changePopulation", "changeProvince", "changeLanguage"].map((name) => [name, sections.map(() => "")]),
  ),
});

/** A guide, and an edition of it that changed one section and left another out. */
async function travelled() {
  const by = await writer("Amira");
  const { slug, id } = await guide({ by, state: "PUBLISHED", fields: { body: BODY } });
  const paul = await writer("Paul");
  const own = await edition(paul, slug);
  const body = BODY.replace("Find a path.", "Find a hall.")
    .replace(/## Equity[\s\S]*/, "")
    .trimEnd();
  await change(paul, own, { body, own: reasons("steps", "equity") });
  await publish(paul, own);
  return { by, slug, id, paul, own };
}

const upstream = async (by: Actor, slug: string, body: string) => {
  await change(by, slug, { body });
  await publish(by, slug);
};

const settle = async (actor: Actor, own: string, slug: string, pairs: [string, Choice][], changes = {}) => {
  const { latestNumber } = await faceAt(own);
  return settleUpstream(practiceKind, actor, "en", own, {
    to: (await currentVersion(slug)).id,
    base: latestNumber,
    choices: new Map(pairs),
    ...changes,
  });
};

const latestBody = async (slug: string) => (await faceAt(slug)).revisions.at(-1)?.body ?? "";

test("the adapter sees what the parent changed where it concerns them, chooses, and then rests on the new version", async () => {
  const { by, slug, paul, own } = await travelled();
  const newer = BODY.replace("Wear shoes.", "Wear shoes.\n\nBring water.")
    .replace("Ask who", "Always ask who")
    .replace("A walk a week", "Two walks a week");
  await upstream(by, slug, newer);

  const page = await getUpstream(practiceKind, paul, "en", own);
  expect(page.sections.map(({ key, parent, isOurs, choices }) => [key, parent, isOurs, choices])).toEqual([
    ["purpose", "CHANGED", false, ["take", "keep"]],
    ["steps", "CHANGED", true, ["merge", "keep", "take"]],
  ]);
  expect(await pendingUpstream(db, paul.organizations[0]?.id ?? "")).toMatchObject([{ slug: own, sections: 2 }]);

  await settle(paul, own, slug, [
    ["purpose", "take"],
    ["steps", "merge"],
  ]);
  const body = await latestBody(own);
  expect(body).toContain("Two walks a week");
  expect(body).toContain("Find a hall.\n\nWear shoes.\n\nBring water.");
  expect(body).not.toContain("Equity");
  const version = await currentVersion(slug);
  const { details } = (await faceAt(own)).revisions.at(-1) ?? {};
  expect((details as { own: { pin: string[]; recorded: string[] } }).own).toMatchObject({
    pin: [version.id, "CC-BY-4.0", "PUBLIC"],
    recorded: ["KEPT purpose", "CHANGED steps", "DROPPED equity"],
  });
  expect(replay(newer, changesBetween(newer, body))).toBe(body);
  expect((await getUpstream(practiceKind, paul, "en", own)).isNewer).toBe(false);
  expect(await pendingUpstream(db, paul.organizations[0]?.id ?? "")).toEqual([]);

  await publish(paul, own);
  expect(await db.pin.findFirst({ where: { face: { slug: own } } })).toMatchObject({ versionId: version.id });
});

test("what an edition left out is not told to it; what it kept or changed is, once, to its stewards and authors", async () => {
  const { by, slug, paul, own, id } = await travelled();
  const tell = async () => {
    const { id: event } = await db.event.findFirstOrThrow({ where: { name: "practice.approved", subjectId: id }, orderBy: { id: "desc" } });
    const found = await findEvent(event);
    if (found) await tellAdapters(found);
  };
  const told = () => db.notification.findMany({ where: { kind: "upstream_changed" } });
  await upstream(by, slug, BODY.replace("Ask who", "Always ask who"));
  await tell();
  expect(await told()).toEqual([]);
  expect(await pendingUpstream(db, paul.organizations[0]?.id ?? "")).toEqual([]);

  await upstream(by, slug, BODY.replace("Find a path.", "Find two paths."));
  await tell();
  await tell();
  expect(await told()).toMatchObject([{ accountId: paul.id, subjectId: (await faceAt(own)).contributionId, count: 1 }]);
});

test("a merge while the parent changes again changes nothing", async () => {
  const { by, slug, paul, own } = await travelled();
  await upstream(by, slug, BODY.replace("Find a path.", "Find two paths."));
  const { id: to } = await currentVersion(slug);
  await upstream(by, slug, BODY.replace("Find a path.", "Find three paths."));
  const before = await latestBody(own);
  expect(await refusal(settle(paul, own, slug, [["steps", "take"]], { to }))).toEqual([409, "upstream.error.parentMoved"]);
  expect(await refusal(settle(paul, own, slug, [], { to: randomUUID() }))).toEqual([409, "upstream.error.parentMoved"]);
  expect(await latestBody(own)).toBe(before);
});

test("an edition that was revised meanwhile, has unsaved words, or is in review, is left as it is", async () => {
  const { by, slug, paul, own } = await travelled();
  await upstream(by, slug, BODY.replace("Find a path.", "Find two paths."));
  const { latestNumber } = await faceAt(own);
  await savePracticeDraft(paul, "en", own, { base: latestNumber, sequence: 0, fields: guideFields({ title: "Half a thought" }) });
  expect(await refusal(settle(paul, own, slug, []))).toEqual([409, "upstream.error.ownDraft"]);

  await db.draft.deleteMany();
  expect(await refusal(settle(paul, own, slug, [], { base: latestNumber - 1 }))).toEqual([409, "upstream.error.revised"]);

  await change(paul, own, { summary: "Another summary of the edition, long enough to be submitted." });
  await submitPractice(paul, "en", own);
  expect(await refusal(settle(paul, own, slug, []))).toEqual([409, "upstream.error.inReview"]);
});

test("two who settle at once make one revision", async () => {
  const { by, slug, paul, own } = await travelled();
  await upstream(by, slug, BODY.replace("Find a path.", "Find two paths."));
  const before = (await faceAt(own)).latestNumber;
  await Promise.all([settle(paul, own, slug, [["steps", "take"]]), settle(paul, own, slug, [["steps", "take"]])]);
  expect((await faceAt(own)).latestNumber).toBe(before + 1);
});

test("whoever may not revise the edition neither sees nor settles what is pending", async () => {
  const { by, slug, own } = await travelled();
  await upstream(by, slug, BODY.replace("Find a path.", "Find two paths."));
  const member = await person("Maya Osei");
  expect(await status(getUpstream(practiceKind, member, "en", own))).toBe(403);
  expect(await status(settle(by, own, slug, []))).toBe(403);
  expect(await status(getUpstream(practiceKind, by, "en", slug))).toBe(404);
});

test("of a parent that was retired or hidden nothing is pending, and the edition stands", async () => {
  const { by, slug, paul, own, id } = await travelled();
  await upstream(by, slug, BODY.replace("Find a path.", "Find two paths."));
  for (const gone of [{ retiredAt: new Date() }, { hiddenAt: new Date() }]) {
    await db.contribution.update({ where: { id }, data: { retiredAt: null, hiddenAt: null, ...gone } });
    expect(await getUpstream(practiceKind, paul, "en", own)).toMatchObject({ parent: null, isNewer: false, sections: [] });
    expect(await pendingUpstream(db, paul.organizations[0]?.id ?? "")).toEqual([]);
    expect(await refusal(settle(paul, own, slug, [["steps", "take"]]))).toEqual([409, "upstream.error.parentMoved"]);
  }
});
