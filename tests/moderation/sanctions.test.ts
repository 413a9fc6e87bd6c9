import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { findActor, readSession, startSession } from "~/features/accounts/session.server";
import { forgetOldCaseWords } from "~/features/moderation/closing.server";
import { decideCase } from "~/features/moderation/decide.server";
import { untilOf } from "~/features/moderation/measure-end";
import { endDueSanctions, liftSanction, undoSanctions } from "~/features/moderation/sanction.server";
import { db } from "~/platform/db.server";
import { decisionForm, openedCase, toldOf } from "#tests/support/cases";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { eventNames, organization, person } from "#tests/support/world";

const DAY = 86_400_000;

/** Someone, and what it takes to sanction them: each time for another thread. */
async function world({ roles = [] }: { roles?: Actor["roles"] } = {}) {
  const ada = await person("Ada", { roles });
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const place = await category();
  let count = 0;
  const sanction = async (changes: Record<string, string>) => {
    count += 1;
    const { posts } = await thread({ by: ada, category: place, title: `Thread ${count}` });
    const { id } = await openedCase({ type: "POST", id: posts[0] ?? "" });
    const { decisionId } = await decideCase(mona, id, decisionForm(changes));
    return { caseId: id, ...(await db.sanction.findFirstOrThrow({ where: { decisionId } })) };
  };
  const account = () => db.account.findUniqueOrThrow({ where: { id: ada.id } });
  return { ada, mona, sanction, account };
}

const inDays = (date: Date | null) => Math.round(((date?.getTime() ?? 0) - Date.now()) / DAY);
const past = (id: string) => db.sanction.update({ where: { id }, data: { until: new Date(Date.now() - 1000) } });

test("a warning changes nothing about the account", async () => {
  const { sanction, account } = await world();
  expect(await sanction({ person: "WARN" })).toMatchObject({ kind: "WARNING", until: null, endedAt: null });
  expect(await account()).toMatchObject({ silencedUntil: null, suspendedUntil: null });
});

test("a silence lasts as long as the longest of several, and ends by itself; the person is told", async () => {
  const { ada, sanction, account } = await world();
  const short = await sanction({ person: "SILENCE", length: "24h" });
  const long = await sanction({ person: "SILENCE", length: "7d" });
  expect(inDays((await account()).silencedUntil)).toBe(7);
  expect(await findActor(ada.id)).toMatchObject({ isSilenced: true });

  await past(long.id);
  await endDueSanctions();
  await endDueSanctions();
  expect(inDays((await account()).silencedUntil)).toBe(1);
  expect(await toldOf(long.caseId)).toEqual(["Ada AUTHOR DECIDED", "Ada AUTHOR ENDED"]);
  expect(await db.caseNotice.findFirstOrThrow({ where: { about: "ENDED" } })).toMatchObject({
    paragraphs: [expect.any(String), expect.stringContaining("Another measure is still in force"), expect.any(String)],
  });

  await past(short.id);
  await endDueSanctions();
  expect((await account()).silencedUntil).toBeNull();
  expect((await eventNames()).filter((name) => name === "sanction.ended")).toHaveLength(2);
});

test("a suspension signs the person out at once, and lifting lets them in at once", async () => {
  const { ada, mona, sanction } = await world();
  const cookie = (await db.$transaction((tx) => startSession(tx, ada.id))).split(";")[0] ?? "";
  const whoIs = async () => (await readSession(new Request("http://127.0.0.1/", { headers: { Cookie: cookie } }))).viewer?.id ?? null;
  expect(await whoIs()).toBe(ada.id);

  const { id, caseId } = await sanction({ person: "SUSPEND", length: "30d" });
  expect(await whoIs()).toBeNull();

  await liftSanction(mona, id, "It was settled.");
  expect(await whoIs()).toBe(ada.id);
  expect(await toldOf(caseId)).toEqual(["Ada AUTHOR DECIDED", "Ada AUTHOR LIFTED"]);
  expect(await db.caseNotice.findFirstOrThrow({ where: { about: "LIFTED" } })).toMatchObject({
    subject: "You can sign in again",
    paragraphs: expect.arrayContaining(["The reason: It was settled."]),
  });
  expect(await status(liftSanction(mona, id, "Again."))).toBe(409);
});

test("of lifting and ending at the same moment one happens", async () => {
  const { mona, sanction } = await world();
  const { id } = await sanction({ person: "SILENCE", length: "24h" });
  await past(id);
  await Promise.all([endDueSanctions(), status(liftSanction(mona, id, "Enough."))]);
  expect((await eventNames()).filter((name) => name === "sanction.ended" || name === "sanction.lifted")).toHaveLength(1);
  expect(await db.caseNotice.count({ where: { about: { in: ["ENDED", "LIFTED"] } } })).toBe(1);
});

test("nobody lifts their own measure, that of a colleague, or any without the role", async () => {
  const { ada, sanction } = await world();
  const home = await organization();
  const { id } = await sanction({ person: "SILENCE", length: "24h" });
  await db.membership.create({ data: { organizationId: home.id, accountId: ada.id } });
  const cora = await person("Cora", { roles: ["MODERATOR"], organizations: [home] });

  expect(await status(liftSanction({ ...ada, roles: ["MODERATOR"] }, id, "Please."))).toBe(403);
  expect(await status(liftSanction(cora, id, "Please."))).toBe(403);
  expect(await status(liftSanction(await person("Max"), id, "Please."))).toBe(404);
  expect(await db.sanction.count({ where: { endedAt: null } })).toBe(1);
});

test("undoing a decision ends all that it imposed, and nothing else", async () => {
  const { mona, sanction, account } = await world();
  const one = await sanction({ person: "SUSPEND", length: "7d" });
  const other = await sanction({ person: "SUSPEND", length: "24h" });
  await db.$transaction((tx) => undoSanctions(tx, mona, one.decisionId));

  expect(inDays((await account()).suspendedUntil)).toBe(1);
  expect(await db.sanction.findMany({ where: { endedAt: null } })).toMatchObject([{ id: other.id }]);
});

test("the last administrator is warned, but neither silenced nor suspended, and nothing is half done", async () => {
  const { ada, sanction } = await world({ roles: ["ADMINISTRATOR"] });
  expect(await status(sanction({ person: "SUSPEND", length: "24h" }))).toBe(409);
  expect(await status(sanction({ person: "SILENCE", length: "24h" }))).toBe(409);
  expect(await db.decision.count()).toBe(0);
  expect(await status(sanction({ person: "WARN" }))).toBe(200);

  await person("Ben", { roles: ["ADMINISTRATOR"] });
  expect(await status(sanction({ person: "SUSPEND", length: "24h" }))).toBe(200);
  expect(await findActor(ada.id)).toBeNull();
});

test("of two administrators who are suspended at the same moment one stays", async () => {
  const [ada, ben] = [await person("Ada", { roles: ["ADMINISTRATOR"] }), await person("Ben", { roles: ["ADMINISTRATOR"] })];
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const place = await category();
  const cases = await Promise.all(
    [ada, ben].map(async (by) =>
      openedCase({ type: "POST", id: (await thread({ by, category: place, title: `By ${by.name}` })).posts[0] ?? "" }),
    ),
  );
  const form = decisionForm({ person: "SUSPEND", length: "24h" });
  expect((await Promise.all(cases.map(({ id }) => status(decideCase(mona, id, form))))).sort()).toEqual([200, 409]);
});

test("a measure ends after its length, or with the end of a day where the moderator lives", () => {
  const now = new Date("2026-11-23T15:00:00Z");
  const until = (changes: Partial<Parameters<typeof untilOf>[0]>) =>
    untilOf({ person: "SILENCE", untilDate: "", ...changes }, "America/Toronto", now);
  const refused = (changes: Partial<Parameters<typeof untilOf>[0]>) => {
    try {
      return until(changes);
    } catch (refusal) {
      return (refusal as Response).status;
    }
  };

  expect(until({ length: "3d" })).toEqual(new Date("2026-11-26T15:00:00Z"));
  expect(until({ length: "date", untilDate: "2026-11-24" })).toEqual(new Date("2026-11-25T04:59:59.999Z"));
  expect(until({ person: "WARN", length: "3d" })).toBeNull();
  expect(refused({ length: "date", untilDate: "2028-11-22" })).toBeInstanceOf(Date);
  for (const changes of [
    {},
    { length: "date" },
    { length: "date", untilDate: "2026-11-23" },
    { length: "date", untilDate: "2029-01-01" },
  ] as const)
    expect(refused(changes)).toBe(422);
});

test("the words of a case are forgotten three months after it was closed, unless an appeal still waits", async () => {
  const { ada, sanction } = await world();
  const old = await sanction({ person: "WARN" });
  const contested = await sanction({ person: "WARN" });
  const recent = await sanction({ person: "WARN" });
  const appealCase = await db.case.create({
    data: { kind: "APPEAL", subjectType: "DECISION", subjectId: contested.decisionId, language: "en", title: "T", words: "W" },
  });
  await db.appeal.create({ data: { decisionId: contested.decisionId, caseId: appealCase.id, appellantId: ada.id, words: "Why?" } });
  const long = new Date(Date.now() - 91 * DAY);
  await db.case.updateMany({ where: { id: { in: [old.caseId, contested.caseId] } }, data: { closedAt: long } });
  await forgetOldCaseWords();

  const wordsOf = async (id: string) => (await db.case.findUniqueOrThrow({ where: { id } })).words;
  expect(await wordsOf(old.caseId)).toBe("");
  expect(await wordsOf(contested.caseId)).not.toBe("");
  expect(await wordsOf(recent.caseId)).not.toBe("");
  expect(await wordsOf(appealCase.id)).toBe("W");
});
