import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { signIn } from "~/features/accounts/account.server";
import { addAuthenticator, newSetup, removeAuthenticator } from "~/features/accounts/authenticator.server";
import { abandonSignIn, findPending, giveSecondFactor, pendingTokenOf } from "~/features/accounts/pending-sign-in.server";
import { readSession } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";
import { events, from, PASSWORD, session, tokenOf, whoIs } from "#tests/support/accounts";
import { type App, ORIGIN, someone, withApp } from "#tests/support/factors";
import { queuedMails } from "#tests/support/mailbox";
import "#tests/support/world";

const email = "amira@example.org";
const browser = { sessionToken: null, device: "Firefox · Linux" };

beforeEach(() => {
  // In the middle of a half minute, so that none ends while a test looks.
  vi.useFakeTimers({ toFake: ["Date"], now: Math.floor(Date.now() / 30_000) * 30_000 + 10_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

test("with an authenticator app the password alone opens no session; the code does, and the step is then over", async () => {
  const { amira, app } = await amiraWithApp();
  await db.session.deleteMany();

  const { pending, cookies } = await passwordGiven();
  expect(cookies).toEqual([expect.stringMatching(/^__Host-pending=[\w-]{43}; HttpOnly; Max-Age=600; Path=\/; SameSite=Lax; Secure$/)]);
  expect(await db.session.count()).toBe(0);

  const step = await giveSecondFactor(pending, { code: app.code(), credential: "" }, ORIGIN, browser);

  expect(step.next).toBe("home");
  expect(await whoIs(tokenOf(step.cookies[0] ?? ""))).toMatchObject({ id: amira.id });
  expect(step.cookies[1]).toMatch(/^__Host-pending=; .*Max-Age=0/);
  expect(await db.pendingSignIn.count()).toBe(0);
  await expect(give(pending, app.code(1))).rejects.toMatchObject({ status: 422 });
});

test("the cookie of the first step opens nothing, not even as a session, and its table does not hold it", async () => {
  await amiraWithApp();
  const { pending } = await passwordGiven();

  for (const cookie of [`__Host-pending=${pending}`, `__Host-session=${pending}`])
    expect((await readSession(new Request("http://127.0.0.1/en", { headers: { Cookie: cookie } }))).viewer).toBeNull();
  expect(JSON.stringify(await db.pendingSignIn.findMany())).not.toContain(pending);
});

test("a code counts in its own half minute, the one before and the one after, and no further", async () => {
  const { app } = await amiraWithApp();
  await db.authenticator.updateMany({ data: { lastCounter: 0 } });
  const { pending } = await passwordGiven();

  for (const steps of [-3, -2, 2]) expect(await refusal(give(pending, app.code(steps)))).toBe("security.errors.code");
  await give(pending, app.code(-1));
});

test("no code is taken twice, nor one from before it, nor the one that set the app up", async () => {
  const { app } = await amiraWithApp();
  expect(await refusal(give((await passwordGiven()).pending, app.code(0)))).toBe("security.errors.code");

  const next = app.code(1);
  await give((await passwordGiven()).pending, next);

  const { pending } = await passwordGiven();
  expect(await refusal(give(pending, next))).toBe("security.errors.code");
  expect(await refusal(give(pending, app.code(0)))).toBe("security.errors.code");
});

test("of two uses of one code at the same moment one opens a session", async () => {
  const { app } = await amiraWithApp();
  const pendings = [(await passwordGiven()).pending, (await passwordGiven()).pending];
  await db.session.deleteMany();

  const outcomes = await Promise.allSettled(pendings.map((pending) => give(pending, app.code())));

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.session.count()).toBe(1);
});

test("five codes are answered for one sign-in: the sixth is refused even when it is right", async () => {
  const { app } = await amiraWithApp();
  const { pending } = await passwordGiven();
  for (let turn = 0; turn < 5; turn++) expect(await refusal(give(pending, "000000"))).toBe("security.errors.code");

  const sixth = (await give(pending, app.code()).catch((response: Response) => response)) as Response;

  expect(sixth.status).toBe(429);
  expect(Number(sixth.headers.get("Retry-After"))).toBeGreaterThan(0);
  expect((await events()).filter((name) => name === "account.factor_refused")).toHaveLength(5);
});

test("one account is answered ten codes in a quarter of an hour, over however many sign-ins", async () => {
  await amiraWithApp();
  const statuses = [];
  for (let turn = 0; turn < 3; turn++) {
    const { pending } = await passwordGiven();
    for (let code = 0; code < 4; code++) statuses.push(await give(pending, "000000").catch((response: Response) => response.status));
  }

  expect(statuses.filter((status) => status === 422)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
});

test("a sign-in waits ten minutes, and ends when it is given up or the password changes", async () => {
  const { app, amira } = await amiraWithApp();
  const [late, given, changed] = [await passwordGiven(), await passwordGiven(), await passwordGiven()];

  expect(await abandonSignIn(given.pending)).toMatch(/^__Host-pending=; .*Max-Age=0/);
  expect(await findPending(given.pending, "secondFactor")).toBeNull();
  vi.setSystemTime(Date.now() + 10 * 60_000);
  expect(await refusal(give(late.pending, app.code()))).toBe("security.errors.beginAgain");
  vi.setSystemTime(Date.now() - 10 * 60_000);

  await db.$transaction(async (tx) => (await import("~/features/accounts/session.server")).endAllSessions(tx, amira.id));
  expect(await findPending(changed.pending, "secondFactor")).toBeNull();
});

test("the session that the browser had ends only when the new one begins", async () => {
  const { amira, app } = await amiraWithApp();
  const before = await session(amira.id);
  const { pending } = await passwordGiven(before);
  expect(await whoIs(before)).not.toBeNull();

  const step = await giveSecondFactor(pending, { code: app.code(), credential: "" }, ORIGIN, { ...browser, sessionToken: before });

  expect(await whoIs(before)).toBeNull();
  expect(await whoIs(tokenOf(step.cookies[0] ?? ""))).toMatchObject({ id: amira.id });
});

test("a suspension bites between the two steps", async () => {
  const { app, amira } = await amiraWithApp();
  const { pending } = await passwordGiven();
  await db.account.update({ where: { id: amira.id }, data: { suspendedUntil: new Date(Date.now() + 60_000) } });

  expect(await refusal(give(pending, app.code()))).toMatch(/^accounts\.errors\.suspended@\d+$/);
});

test("an app is set up with a right code, by its own person and in time; its secret is sealed", async () => {
  const amira = await someone(email, { language: "fr" });
  const eve = await someone("eve@example.org");
  const { setup, key, picture } = await newSetup(amira, "Practice Commons");
  expect(picture).toMatch(/^data:image\/svg\+xml;base64,/);
  expect(Buffer.from(picture.split(",")[1] ?? "", "base64").toString()).not.toMatch(/style=|<script/);

  expect(await refusal(addAuthenticator(amira, { setup, code: "000000" }))).toBe("security.errors.setupCode");
  expect(await refusal(addAuthenticator(eve, { setup, code: "000000" }))).toBe("security.errors.setupOver");
  expect(await refusal(addAuthenticator(amira, { setup: "made-up", code: "000000" }))).toBe("security.errors.setupOver");

  const { codes } = await withApp(amira);
  expect(codes).toHaveLength(10);
  expect(JSON.stringify(await db.authenticator.findMany())).not.toContain(key.replace(/ /g, ""));
  await expect(withApp(amira)).rejects.toMatchObject({ status: expect.any(Number) });
  expect((await queuedMails()).map(({ subject }) => subject)).toEqual(["Une application d’authentification a été configurée"]);
  expect(await events()).toEqual(["account.authenticator_added", "account.recovery_codes_made"]);
});

test("removing the app removes the recovery codes with it, and is told by mail", async () => {
  const { amira } = await amiraWithApp();

  await removeAuthenticator(amira);

  expect([await db.authenticator.count(), await db.recoveryCode.count()]).toEqual([0, 0]);
  expect((await queuedMails()).at(-1)?.subject).toBe("Your authenticator app was removed");
  expect(await events()).toContain("account.authenticator_removed");
  await expect(removeAuthenticator(amira)).rejects.toMatchObject({ status: 404 });
  expect((await signIn({ email, password: PASSWORD }, from())).next).toBe("home");
});

async function amiraWithApp(): Promise<{ amira: Awaited<ReturnType<typeof someone>>; app: App }> {
  const amira = await someone(email);
  return { amira, app: await withApp(amira) };
}

async function passwordGiven(sessionToken: string | null = null) {
  const { next, cookies } = await signIn({ email, password: PASSWORD }, from("192.0.2.1", sessionToken));
  expect(next).toBe("secondFactor");
  const Cookie = cookies[0]?.split(";")[0] ?? "";
  return { cookies, pending: pendingTokenOf(new Request("http://127.0.0.1/en", { headers: { Cookie } })) };
}

const give = (pending: string, code: string) => giveSecondFactor(pending, { code, credential: "" }, ORIGIN, browser);

const refusal = async (work: Promise<unknown>) => {
  const response = (await work.then(() => new Response("taken")).catch((refused: Response) => refused)) as Response;
  return response.text();
};
