import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { getCase } from "~/features/moderation/case-page.server";
import { type CaseSubjectOf, may, type Scope } from "~/features/moderation/policy";
import { listCases } from "~/features/moderation/queue.server";
import { ageOf, caseKinds, queueFiltersOf, queueQueryOf, urgencyOf } from "~/features/moderation/queue-filters";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { statementsOf } from "#tests/support/statements";
import { organization, person } from "#tests/support/world";

import { caseOf } from "./queued";

const filters = (query = "") => queueFiltersOf(new URL(`http://x/?${query}`));
const titles = async (viewer: Actor, query = "", after: string | null = null, limit = 50) =>
  (await listCases(viewer, "en", filters(query), after, limit)).items.map(({ title }) => title);

test("the queue shows exactly what the policy lets someone see, and marks what they may not decide, in every combination", async () => {
  const [home, elsewhere] = [await organization(), await organization("Elsewhere")];
  const place = await category();
  const moderator = await person("Mona", { roles: ["MODERATOR"], organizations: [home] });
  const stranger = await person("Max", { roles: ["MODERATOR"] });
  const administrator = await person("Ada", { roles: ["ADMINISTRATOR"], organizations: [home] });
  const colleague = await person("Colin", { organizations: [home] });
  const subjects = new Map<string, CaseSubjectOf>();
  for (const kind of caseKinds)
    for (const language of ["en", "fr"] as const)
      for (const categoryId of [null, place.id])
        for (const organizationIds of [[], [home.id], [elsewhere.id]])
          for (const ownerIds of [[], [moderator.id], [colleague.id]]) {
            const { id } = await caseOf({ kind, language, categoryId, organizationIds, ownerIds });
            const deciderId = kind === "APPEAL" && language === "fr" ? stranger.id : null;
            if (deciderId) await contested(id, deciderId);
            const ofOwners = ownerIds.length > 0 ? [home.id] : [];
            subjects.set(id, {
              kind,
              language,
              categoryId,
              organizationIds: [...organizationIds, ...ofOwners],
              ownerIds,
              deciderIds: deciderId ? [deciderId] : [],
            });
          }

  const choices = <Value>(value: Value) => [[], [value]];
  for (const viewer of [moderator, stranger, administrator])
    for (const languages of choices<Language>("fr"))
      for (const categoryIds of choices(place.id))
        for (const organizationIds of [[], [home.id], [home.id, elsewhere.id]]) {
          const scope: Scope = { languages, categoryIds, organizationIds };
          await give(viewer, scope);
          const seen = new Map((await listCases(viewer, "en", filters(), null, 1_000)).items.map((row) => [row.id, row.conflict]));
          const due = [...subjects].filter(([, subject]) => may.see(viewer, subject, scope));

          expect(seen).toEqual(new Map(due.map(([id, subject]) => [id, may.conflictOf(viewer, subject)])));
          for (const [query, isOwn] of [
            ["conflict=own", true],
            ["conflict=none", false],
          ] as const) {
            const narrowed = (await listCases(viewer, "en", filters(query), null, 1_000)).items.map(({ id }) => id);
            expect(new Set(narrowed)).toEqual(new Set([...seen].filter(([, conflict]) => (conflict !== null) === isOwn).map(([id]) => id)));
          }
        }
  expect(subjects.size).toBe(216);
}, 60_000);

test("nobody sees the queue whose role does not decide", async () => {
  const silenced = await person("Sam", { roles: ["MODERATOR"], isSilenced: true });
  for (const someone of [await person("Mia"), await person("Edna", { roles: ["EDITOR"] }), silenced])
    expect(await status(listCases(someone, "en", filters()))).toBe(403);
});

test("the most urgent comes first, then what has waited longest; pages follow each other without a gap", async () => {
  const moderator = await person("Mona", { roles: ["MODERATOR"] });
  for (const [title, priority, hours] of [
    ["later", 30, 1],
    ["sooner", 30, 5],
    ["urgent", 90, 0],
    ["low", 10, 50],
    ["same moment a", 20, 9],
    ["same moment b", 20, 9],
  ] as const)
    await caseOf({ title, priority, openedAt: new Date(Date.UTC(2026, 10, 20) - hours * 3_600_000) });

  const all = ["urgent", "sooner", "later", "same moment a", "same moment b", "low"];
  expect(await titles(moderator)).toEqual(all);
  const paged: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await listCases(moderator, "en", filters(), after, 2);
    paged.push(...page.items.map(({ title }) => title));
    after = page.next;
    more = page.next !== null;
  }
  expect(paged).toEqual(all);
  expect(await titles(moderator, "", newId())).toEqual([]);
});

test("what is closed stands apart, the last one first", async () => {
  const moderator = await person("Mona", { roles: ["MODERATOR"] });
  await caseOf({ title: "open" });
  for (const [title, day] of [
    ["first", 1],
    ["second", 2],
    ["third", 3],
  ] as const)
    await caseOf({ title, closedAt: new Date(Date.UTC(2026, 10, day)), outcome: "DECIDED" });

  expect(await titles(moderator)).toEqual(["open"]);
  const { items, next } = await listCases(moderator, "en", filters("state=closed"), null, 2);
  expect(items.map(({ title, outcome }) => [title, outcome])).toEqual([
    ["third", "DECIDED"],
    ["second", "DECIDED"],
  ]);
  expect(await titles(moderator, "state=closed", next)).toEqual(["first"]);
});

test("each filter narrows, and each says how many there are beside the others", async () => {
  const moderator = await person("Mona", { roles: ["MODERATOR"] });
  const place = await category("Questions");
  await caseOf({ title: "mine", assigneeId: moderator.id, claimedAt: new Date(), rule: "spam" });
  await caseOf({ title: "French", language: "fr", categoryId: place.id });
  await caseOf({ title: "held", kind: "HELD", language: "fr" });
  await caseOf({
    title: "long forgotten",
    kind: "APPEAL",
    priority: 60,
    assigneeId: moderator.id,
    claimedAt: new Date(Date.now() - 25 * 3_600_000),
  });

  expect(await titles(moderator, "state=mine")).toEqual(["long forgotten", "mine"]);
  expect(await titles(moderator, "state=unclaimed&kind=APPEAL")).toEqual(["long forgotten"]);
  expect(await titles(moderator, "state=unclaimed&language=fr&kind=HELD")).toEqual(["held"]);
  expect(await titles(moderator, `category=${place.id}`)).toEqual(["French"]);
  expect(await titles(moderator, "rule=spam&language=fr")).toEqual([]);
  const { counts, kinds } = await listCases(moderator, "fr", filters("language=fr"));
  const counted = Object.fromEntries(counts.kind.map(({ value, count }) => [value, count]));
  expect(counted).toEqual({ FLAG: 1, HELD: 1, REPAIR: 0, APPEAL: 0 });
  expect(kinds).not.toContain("ROLE");
  expect(counts.category).toEqual([{ value: place.id, label: "Questions (fr)", count: 0 }]);
  expect(counts.language.find(({ value }) => value === "en")?.count).toBe(2);
});

test("a category that a moderator does not see is named to them in no line, no filter and on no page of a case", async () => {
  const [moderator, affiliated] = [
    await person("Mona", { roles: ["MODERATOR"] }),
    await person("Max", { roles: ["MODERATOR"], organizations: [await organization()] }),
  ];
  const place = await category("Affiliated", { seenBy: "AFFILIATED" });
  const { id } = await caseOf({ title: "there", categoryId: place.id });
  const named = async (viewer: Actor) => {
    const { items, counts } = await listCases(viewer, "en", filters());
    const names = [...items.map((row) => row.category), ...counts.category.map(({ label }) => label)];
    return [...names, (await getCase(viewer, "en", id)).category];
  };

  expect(await titles(moderator)).toEqual(["there"]);
  expect(await named(moderator)).toEqual([null, null]);
  expect(await named(affiliated)).toEqual(["Affiliated", "Affiliated", "Affiliated"]);
});

test("counts stop at a hundred, and a page of the queue asks the database three times", async () => {
  const moderator = await person("Mona", { roles: ["MODERATOR"] });
  await db.case.createMany({
    data: Array.from({ length: 120 }, () => ({
      kind: "FLAG" as const,
      subjectType: "POST" as const,
      subjectId: newId(),
      language: "en" as const,
    })),
  });

  expect((await listCases(moderator, "en", filters())).counts.state.find(({ value }) => value === "open")?.count).toBe(100);
  expect(await statementsOf(() => listCases(moderator, "en", filters("kind=FLAG&conflict=none")))).toHaveLength(3);
});

test("an address that makes no sense narrows nothing", () => {
  const read = (query: string) => queueQueryOf(filters(query));
  expect(read("state=x&kind=POST&language=de&category=1&rule=y&conflict=z")).toEqual({});
  expect(read("state=closed&conflict=own")).toEqual({ state: "closed" });
  expect(read("state=open&kind=FLAG")).toEqual({ kind: "FLAG" });
});

test("priorities and ages have words", () => {
  expect([100, 90, 60, 35, 20].map(urgencyOf)).toEqual(["urgent", "urgent", "high", "normal", "low"]);
  const age = (minutes: number) => ageOf(new Date(0), new Date(minutes * 60_000));
  expect([age(0), age(59), age(60), age(47 * 60), age(48 * 60), age(-5)].map(({ unit, count }) => `${count} ${unit}`)).toEqual([
    "0 minutes",
    "59 minutes",
    "1 hours",
    "47 hours",
    "2 days",
    "0 minutes",
  ]);
});

/** Makes an appeal of this case, against what someone decided. */
async function contested(caseId: string, deciderId: string) {
  const { id } = await caseOf({ closedAt: new Date(), outcome: "DECIDED" });
  const decision = await db.decision.create({ data: { caseId: id, deciderId, rule: "spam", content: "HIDE", person: "NONE" } });
  await db.appeal.create({ data: { caseId, decisionId: decision.id, words: "No." } });
}

async function give({ id: accountId }: Actor, { languages, categoryIds, organizationIds }: Scope) {
  await db.moderatorScope.deleteMany({ where: { accountId } });
  await db.moderatorScope.createMany({
    data: [
      ...languages.map((value) => ({ accountId, kind: "LANGUAGE" as const, value })),
      ...categoryIds.map((value) => ({ accountId, kind: "CATEGORY" as const, value })),
      ...organizationIds.map((value) => ({ accountId, kind: "ORGANIZATION" as const, value })),
    ],
  });
}
