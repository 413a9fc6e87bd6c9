import { expect, test, vi } from "vitest";

import { endOtherSessions, endOwnSession, listOwnSessions } from "~/features/accounts/own-sessions.server";
import { startSession } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";
import { account, events, session, tokenOf, whoIs } from "#tests/support/accounts";
import "#tests/support/world";

test("one sees one's own sessions alone, this one first, and those that are over no more", async () => {
  const { amira, here } = await people();
  await db.$transaction((tx) => startSession(tx, amira.id, "Safari · iPhone"));
  await db.session.create({ data: { id: "over", accountId: amira.id, expiresAt: new Date(Date.now() - 1) } });
  await db.session.create({
    data: { id: "old", accountId: amira.id, expiresAt: new Date(Date.now() + 60_000), createdAt: new Date(Date.now() - 91 * 86_400_000) },
  });

  const sessions = await listOwnSessions(amira, here);

  expect(sessions.map(({ device, isHere }) => [device, isHere])).toEqual([
    ["", true],
    ["Safari · iPhone", false],
    ["", false],
  ]);
  expect(JSON.stringify(sessions)).not.toContain(here);
});

test("one session of one's own is ended, and is dead at once; a silenced account may", async () => {
  const { amira, here, there } = await people();

  await endOwnSession({ ...amira, isSilenced: true }, { session: await idOfOther(amira, here) });

  expect([await whoIs(here), await whoIs(there)]).toMatchObject([{ id: amira.id }, null]);
  expect(await events()).toEqual(["account.session_ended"]);
});

test("the session of someone else, and one that is over, are told apart by nobody, and nothing is ended", async () => {
  const { amira, here, farid, elsewhere } = await people();
  const [theirs] = await listOwnSessions(farid, elsewhere);
  const other = await idOfOther(amira, here);
  await endOwnSession(amira, { session: other });

  for (const id of [theirs?.id ?? "", other, "0".repeat(64)]) {
    const refusal = (await endOwnSession(amira, { session: id }).catch((response: Response) => response)) as Response;
    expect([refusal.status, await refusal.text()]).toEqual([409, "settings.sessions.gone"]);
  }
  expect(await whoIs(elsewhere)).toMatchObject({ id: farid.id });
  expect(await events()).toHaveLength(1);
});

test("of two that end the same session at once one is told that it was over", async () => {
  const { amira, here } = await people();
  const other = await idOfOther(amira, here);

  const outcomes = await Promise.allSettled([endOwnSession(amira, { session: other }), endOwnSession(amira, { session: other })]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await events()).toHaveLength(1);
});

test("all others are ended in one go, and again nothing happens; those of other people live", async () => {
  const { amira, here, there, farid, elsewhere } = await people();

  await endOtherSessions(amira, here);
  await endOtherSessions(amira, here);

  expect([await whoIs(here), await whoIs(there), await whoIs(elsewhere)]).toMatchObject([{ id: amira.id }, null, { id: farid.id }]);
  expect(await db.event.findMany()).toMatchObject([{ name: "account.session_ended", actorId: amira.id, details: { sessions: 1 } }]);
});

test("when a session was last seen is known to ten minutes", async () => {
  const { amira, here, there } = await people();
  const later = Date.now() + 11 * 60_000;

  vi.useFakeTimers({ toFake: ["Date"], now: later });
  await whoIs(there);
  const sessions = await listOwnSessions(amira, here);
  vi.useRealTimers();

  expect(sessions.map(({ lastSeenAt }) => lastSeenAt.getTime() === later)).toEqual([false, true]);
});

const idOfOther = async (amira: Parameters<typeof listOwnSessions>[0], here: string) =>
  (await listOwnSessions(amira, here)).find(({ isHere }) => !isHere)?.id ?? "";

async function people() {
  const { id } = await account("amira@example.org");
  const [here, there] = [await session(id), await session(id)];
  const elsewhere = tokenOf(await db.$transaction(async (tx) => startSession(tx, (await account("farid@example.org")).id, "Edge")));
  const [amira, farid] = [await whoIs(here), await whoIs(elsewhere)];
  if (!amira || !farid) throw new Error("Somebody is not signed in.");
  return { amira, here, there, farid, elsewhere };
}
