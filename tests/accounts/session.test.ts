import pg from "pg";
import { expect, test, vi } from "vitest";

import { endAllSessions, forgetOldSessions, readSession } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";
import { account, session, whoIs } from "#tests/support/accounts";
import { organization } from "#tests/support/world";

const DAY = 86_400_000;

const read = (cookie: string) => readSession(new Request("http://127.0.0.1/en", { headers: { Cookie: cookie } }));

const inDays = async <T>(days: number, work: () => Promise<T>): Promise<T> => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * DAY });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
  }
};

test("a session knows its person, roles and organizations in one round trip", async () => {
  const { id } = await account("amira@example.org", { roles: ["EDITOR", "HOST"], language: "fr" });
  const clinic = await organization();
  await db.membership.create({ data: { accountId: id, organizationId: clinic.id, isSteward: true } });
  const token = await session(id);
  const asked = vi.spyOn(pg.Client.prototype, "query");

  expect(await whoIs(token)).toEqual({
    id,
    name: "Amira",
    language: "fr",
    timeZone: "America/Toronto",
    roles: ["HOST", "EDITOR"],
    organizations: [{ id: clinic.id, isSteward: true }],
    isSilenced: false,
    owesSecondFactor: false,
    owesConsent: false,
  });
  expect(asked).toHaveBeenCalledTimes(1);
  asked.mockRestore();
});

test("the table holds no token", async () => {
  const { id } = await account("amira@example.org");
  const token = await session(id);

  expect(JSON.stringify(await db.session.findMany())).not.toContain(token);
  expect((await db.session.findFirstOrThrow()).id).toMatch(/^[0-9a-f]{64}$/);
});

test("without a cookie, and with one that is no token of ours, nobody is signed in and nothing breaks", async () => {
  expect(await read("")).toEqual({ viewer: null, token: null, provenAt: null, cookies: [] });
  expect(await read("other=%zz; theme=dark")).toEqual({ viewer: null, token: null, provenAt: null, cookies: [] });
  for (const odd of ["%zz", "x".repeat(5000), "' OR 1=1 --", "a".repeat(40)]) {
    const { viewer, token, cookies } = await read(`other=%zz; __Host-session=${odd}`);
    expect([viewer, token]).toEqual([null, null]);
    expect(cookies).toEqual([expect.stringMatching(/^__Host-session=; .*Max-Age=0/)]);
  }
});

test("a suspended account looks like a visitor at once, and a silenced one is known as such", async () => {
  const { id } = await account("amira@example.org");
  const token = await session(id);
  const soon = new Date(Date.now() + 60_000);

  await db.account.update({ where: { id }, data: { silencedUntil: soon } });
  expect(await whoIs(token)).toMatchObject({ isSilenced: true });
  await db.account.update({ where: { id }, data: { suspendedUntil: soon } });
  expect(await whoIs(token)).toBeNull();
  await db.account.update({ where: { id }, data: { suspendedUntil: new Date(Date.now() - 1), silencedUntil: null } });
  expect(await whoIs(token)).toMatchObject({ isSilenced: false });
});

test("a session in use lives on for 30 days from its last use, but not beyond 90", async () => {
  const { id } = await account("amira@example.org");
  const token = await session(id);

  expect(await inDays(14, () => read(`__Host-session=${token}`))).toMatchObject({ viewer: { id }, cookies: [] });
  const used = await inDays(20, () => read(`__Host-session=${token}`));
  expect(used.cookies).toEqual([expect.stringContaining(`__Host-session=${token}; HttpOnly; Max-Age=2592000`)]);
  for (const day of [45, 70, 89]) expect(await inDays(day, () => whoIs(token))).toMatchObject({ id });
  expect(await inDays(91, () => whoIs(token))).toBeNull();
});

test("a session that nobody uses is dead after 30 days, and forgotten", async () => {
  const { id } = await account("amira@example.org");
  const token = await session(id);

  await inDays(31, forgetOldSessions);

  expect(await whoIs(token)).toBeNull();
  expect(await db.session.count()).toBe(0);
});

test("all sessions of an account end but the one that is spared; those of others live", async () => {
  const amira = await account("amira@example.org");
  const farid = await account("farid@example.org");
  const [here, there, other] = [await session(amira.id), await session(amira.id), await session(farid.id)];

  await db.$transaction((tx) => endAllSessions(tx, amira.id, here));

  expect([await whoIs(here), await whoIs(there), await whoIs(other)]).toMatchObject([{ id: amira.id }, null, { id: farid.id }]);
});
