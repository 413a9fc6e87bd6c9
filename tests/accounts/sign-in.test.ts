import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";

import { signIn, signOut } from "~/features/accounts/account.server";
import { hashPassword } from "~/features/accounts/password.server";
import { db } from "~/platform/db.server";
import { account, events, from, PASSWORD, session, tokenOf, whoIs } from "#tests/support/accounts";
import "#tests/support/world";

const amira = { email: "amira@example.org", password: PASSWORD };

test("who knows the password is signed in, whatever the case of the address", async () => {
  const { id } = await account(amira.email, { roles: ["EDITOR"] });

  const { cookies, next } = await signIn({ ...amira, email: "AMIRA@example.org" }, from());
  const [cookie = ""] = cookies;

  expect(next).toBe("home");
  expect(cookie).toMatch(/^__Host-session=[a-z2-7]{40}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax; Secure$/);
  expect(await whoIs(tokenOf(cookie))).toMatchObject({ id, roles: ["EDITOR"], organizations: [], isSilenced: false });
  expect(await events()).toEqual(["account.signed_in"]);
});

test("a wrong password, an unknown address and a password of 72 equal bytes get one answer, and are on record", async () => {
  const long = "x".repeat(72);
  await account(amira.email);
  await db.account.create({
    data: { email: "long@example.org", name: "Long", language: "en", passwordHash: await hashPassword(`${long}1`) },
  });

  const answers = [];
  for (const credentials of [
    { ...amira, password: "something else" },
    { ...amira, email: "nobody@example.org" },
    { email: "long@example.org", password: `${long}2` },
  ]) {
    const refusal = (await signIn(credentials, from()).catch((response: Response) => response)) as Response;
    answers.push([refusal.status, await refusal.text(), [...refusal.headers]]);
  }

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.slice(0, 2)).toEqual([422, "accounts.errors.signIn"]);
  expect(await db.session.count()).toBe(0);
  expect(await events()).toEqual(Array(3).fill("account.sign_in_failed"));
  await signIn({ email: "long@example.org", password: `${long}1` }, from());
});

test("a suspended account is not signed in", async () => {
  const { id } = await account(amira.email);
  await db.account.update({ where: { id }, data: { suspendedUntil: new Date(Date.now() + 60_000) } });

  const refusal = (await signIn(amira, from()).catch((response: Response) => response)) as Response;

  expect(await refusal.text()).toMatch(/^accounts\.errors\.suspended@\d+$/);
  expect(await db.session.count()).toBe(0);
});

test("signing in takes the place of the session that the browser had", async () => {
  const { id } = await account(amira.email);
  const before = await session(id);

  const after = tokenOf((await signIn(amira, from("192.0.2.1", before))).cookies[0] ?? "");

  expect(after).not.toBe(before);
  expect(await whoIs(before)).toBeNull();
  expect(await whoIs(after)).toMatchObject({ id });
});

test("signing out ends the session here and nowhere else", async () => {
  const { id } = await account(amira.email);
  const [here, there] = [await session(id), await session(id)];

  const cookie = await signOut(await whoIs(here), here);

  expect(cookie).toMatch(/^__Host-session=; .*Max-Age=0/);
  expect(await whoIs(here)).toBeNull();
  expect(await whoIs(there)).toMatchObject({ id });
  expect(await events()).toEqual(["account.signed_out"]);
});

test("a hash that cost less is made anew at sign-in", async () => {
  const { id } = await account(amira.email);
  await db.account.update({ where: { id }, data: { passwordHash: await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 }) } });

  await signIn(amira, from());

  const { passwordHash } = await db.account.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await signIn(amira, from());
});

test("ten wrong tries are answered from one network, and thirty for one account; others are not held up", async () => {
  await account(amira.email);
  const wrong = { ...amira, password: "something else" };
  const statuses = async (tries: Promise<unknown>[]) =>
    (await Promise.allSettled(tries)).map((outcome) => (outcome.status === "rejected" ? (outcome.reason as Response).status : 200));

  const one = await statuses(Array.from({ length: 15 }, () => signIn(wrong, from("192.0.2.1"))));
  expect(one.filter((status) => status === 422)).toHaveLength(10);
  expect(one.filter((status) => status === 429)).toHaveLength(5);
  await expect(signIn(amira, from("192.0.2.1"))).rejects.toMatchObject({ status: 429 });
  await signIn(amira, from("192.0.2.2"));

  const many = await statuses(Array.from({ length: 30 }, (_, index) => signIn(wrong, from(`198.51.100.${index}`))));
  expect(many.filter((status) => status === 422)).toHaveLength(20);
  const refusal = (await signIn(amira, from("203.0.113.1")).catch((response: Response) => response)) as Response;
  expect(refusal.status).toBe(429);
  expect(Number(refusal.headers.get("Retry-After"))).toBeGreaterThan(800);
});

test("who signs in rightly all day is never held up", async () => {
  await account(amira.email);

  for (let turn = 0; turn < 12; turn++) await signIn(amira, from());

  expect(await db.session.count()).toBe(12);
});
