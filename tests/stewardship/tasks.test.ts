import { expect, test } from "vitest";

import { changeAdoption } from "~/features/adoption/changing.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { today } from "~/features/adoption/today";
import { inOrder, placeOf, type Task } from "~/features/stewardship/task";
import { getTasks } from "~/features/stewardship/tasks.server";
import { loader } from "~/routes/organizations/tasks";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { declare, lastSaid, practitioner, publishedGuide } from "#tests/support/adoptions";
import { change, edition, publish } from "#tests/support/editions";
import { dayIn } from "#tests/support/one-language";
import { visit } from "#tests/support/request";
import { status } from "#tests/support/refusals";
import { statementsOf } from "#tests/support/statements";
import { person } from "#tests/support/world";

/** So many days ago, as reviews and waivers count them. */
const daysAgo = (days: number) => dayIn(-days);

const world = async () => {
  const { slug, id, by } = await publishedGuide();
  const home = { id: by.organizations[0]?.id ?? "" };
  return { slug, id, by, steward: await person("Sam Steward", { organizations: [home], steward: true }) };
};

const tasksOf = async (steward: Parameters<typeof getTasks>[0], slug = "riverside") => (await getTasks(steward, "en", slug)).tasks;

const kindsOf = async (steward: Parameters<typeof getTasks>[0], slug?: string) => (await tasksOf(steward, slug)).map(({ kind }) => kind);

test("what needs nobody is no task, and an organization without any is told so", async () => {
  const { steward } = await world();
  expect(await tasksOf(steward)).toEqual([]);
});

test("changed evidence is one task for a guide, with its sections and the first day due, until it was looked at", async () => {
  const { id, slug, steward } = await world();
  const notice = (section: string, due: string) => ({
    ...{ id: newId(), contributionId: id, section, summaryId: id, cause: "NEW_VERSION" as const, causeId: newId(), dueOn: new Date(due) },
  });
  await db.evidenceNotice.createMany({ data: [notice("purpose", daysAgo(-20)), notice("steps", daysAgo(3))] });

  expect(await tasksOf(steward)).toMatchObject([{ kind: "EVIDENCE", slug, due: daysAgo(3), parts: 2, since: daysAgo(0) }]);
  await db.evidenceNotice.updateMany({ data: { clearedAt: new Date() } });
  expect(await tasksOf(steward)).toEqual([]);
});

test("a review is a task sixty days before it is due, and no more once it is put off", async () => {
  const { id, steward } = await world();
  const due = (day: string) => db.contribution.update({ where: { id }, data: { nextReviewDue: new Date(day) } });

  await due(daysAgo(-61));
  expect(await kindsOf(steward)).toEqual([]);
  await due(daysAgo(-60));
  // Who runs the organization and writes no guides is led to the text itself.
  expect(await tasksOf(steward)).toMatchObject([{ kind: "REVIEW", due: daysAgo(-60), work: "practice", mayWrite: false }]);
  const writer = await person("Wanda", { roles: ["PRACTITIONER"], organizations: steward.organizations, steward: true });
  expect(await tasksOf(writer)).toMatchObject([{ kind: "REVIEW", mayWrite: true }]);
  await due(daysAgo(10));
  expect(await kindsOf(steward)).toEqual(["REVIEW"]);
});

test("a waiver that runs out is a task, until the other language is there", async () => {
  const { id, steward } = await world();
  await db.waiver.updateMany({ where: { contributionId: id }, data: { until: new Date(daysAgo(-30)) } });

  expect(await tasksOf(steward)).toMatchObject([{ kind: "WAIVER", due: daysAgo(-30) }]);
  await db.waiver.updateMany({ where: { contributionId: id }, data: { until: new Date(daysAgo(-90)) } });
  expect(await kindsOf(steward)).toEqual([]);
});

test("an adoption of one’s own that nobody has confirmed is a task, also one that is not named, until someone speaks of it", async () => {
  const { slug, steward } = await world();
  const paul = await practitioner("Paul", "La Baie");
  const id = await declare(paul, slug, { naming: "unnamed" });
  const { versionId } = await lastSaid(id);
  const old = { at: new Date(Date.now() - 400 * 86_400_000), on: new Date(daysAgo(50)) };
  const { id: base } = await db.adoptionEvent.create({ data: { ...old, adoptionId: id, verb: "CHANGED", stage: "RUNNING", versionId } });
  const theirs = await person("Their steward", { organizations: [{ id: paul.organizations[0]?.id ?? "" }], steward: true });

  expect(await tasksOf(theirs, "la-baie")).toMatchObject([{ kind: "ADOPTION", id, due: daysAgo(35) }]);
  expect(await kindsOf(steward)).toEqual([]);
  const said = { reason: "", note: "", settings: [], populations: [], languages: [], peopleReached: null, staff: null };
  await changeAdoption(practiceKind, paul, id, {
    ...{ ...said, base, version: versionId, stage: "RUNNING", on: today(), naming: "unnamed", contact: "nobody" },
  });
  expect(await kindsOf(theirs, "la-baie")).toEqual([]);
});

test("an original that has moved on, and a text that is behind the other language, are tasks without a day", async () => {
  const { slug, by } = await world();
  const paul = await practitioner("Paul", "La Baie");
  const own = await edition(paul, slug);
  await publish(paul, own);
  const { body } = await db.revision.findFirstOrThrow({ where: { face: { slug } }, orderBy: { number: "desc" } });
  await change(by, slug, { body: body.replace("Invite people.", "Invite people in person.") });
  await publish(by, slug);
  const theirs = await person("Their steward", { organizations: [{ id: paul.organizations[0]?.id ?? "" }], steward: true });
  expect(await tasksOf(theirs, "la-baie")).toMatchObject([{ kind: "UPSTREAM", slug: own, due: null, parts: 1 }]);

  const face = await db.face.findFirstOrThrow({ where: { slug: own } });
  await db.rendering.create({ data: { faceId: face.id, section: "steps", number: 1, lag: "CHANGED", laggingSince: new Date() } });
  expect((await kindsOf(theirs, "la-baie")).sort()).toEqual(["BEHIND", "UPSTREAM"]);
  expect((await statementsOf(() => getTasks(theirs, "en", "la-baie"))).length).toBeLessThanOrEqual(8);
});

test("those who run an organization see its tasks; its people and others do not, and visitors sign in", async () => {
  const { by, steward } = await world();
  const admin = await person("Ada", { roles: ["ADMINISTRATOR"] });

  expect(await status(getTasks(steward, "en", "riverside"))).toBe(200);
  expect(await status(getTasks(admin, "fr", "riverside"))).toBe(200);
  expect(await status(getTasks(by, "en", "riverside"))).toBe(403);
  expect(await status(getTasks(await person("Stranger"), "en", "riverside"))).toBe(403);
  expect(await status(getTasks(steward, "en", "nowhere"))).toBe(404);
  await expect(loader(visit(null, "/en/organizations/riverside/tasks", { slug: "riverside" }))).rejects.toMatchObject({ status: 302 });
  expect(await (await loader(visit(steward, "/fr/organismes/riverside/taches", { slug: "riverside" }))).json()).toMatchObject({
    tasks: [],
  });
});

test("what is due comes first, then what waits longest; each leads to where it is done", () => {
  const task = (changes: Partial<Task>): Task => ({
    ...{
      kind: "BEHIND",
      work: "practice",
      id: "1",
      title: "",
      slug: "a",
      language: "en",
      since: null,
      due: null,
      parts: null,
      mayWrite: true,
    },
    ...changes,
  });
  const sorted = inOrder([
    task({ id: "never" }),
    task({ id: "waits", since: "2026-02-01" }),
    task({ id: "later", due: "2026-03-01" }),
    task({ id: "waits longer", since: "2026-01-01" }),
    task({ id: "soon", due: "2026-01-15" }),
  ]);
  expect(sorted.map(({ id }) => id)).toEqual(["soon", "later", "waits longer", "waits", "never"]);
  expect(placeOf(task({ kind: "BEHIND", work: "summary" }))).toEqual({ page: "summaryParity", values: { slug: "a" } });
  expect(placeOf(task({ kind: "WAIVER" })).page).toBe("practiceWaiver");
  expect(placeOf(task({ kind: "WAIVER", mayWrite: false }))).toEqual({ page: "practice", values: { slug: "a" } });
  expect(placeOf(task({ kind: "EVIDENCE", mayWrite: false })).page).toBe("evidenceReview");
  expect(placeOf(task({ kind: "ADOPTION" }))).toEqual({ page: "adoption", values: { id: "1" } });
});
