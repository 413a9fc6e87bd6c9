import { expect, test } from "vitest";

import { signIn } from "~/features/accounts/account.server";
import { giveSecondFactor, pendingTokenOf } from "~/features/accounts/pending-sign-in.server";
import { makeRecoveryCodes } from "~/features/accounts/recovery-code.server";
import { db } from "~/platform/db.server";
import { events, from, PASSWORD } from "#tests/support/accounts";
import { ORIGIN, someone, withApp } from "#tests/support/factors";
import { queuedMails } from "#tests/support/mailbox";
import "#tests/support/world";

const email = "amira@example.org";
const browser = { sessionToken: null, device: "" };

test("ten codes of 120 bits come with the first factor, all different, and the table holds none of them", async () => {
  const { codes } = await withApp(await someone(email));

  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
  const table = JSON.stringify(await db.recoveryCode.findMany());
  for (const code of codes) expect(table).not.toContain(code.replace(/-/g, ""));
});

test("a recovery code opens once, however it was typed, and its owner is told how many are left", async () => {
  const { codes } = await withApp(await someone(email));
  const [first = ""] = codes;

  expect((await give(first.toUpperCase().replace(/-/g, " ").replace(/0/g, "o").replace(/1/g, "l"))).next).toBe("home");

  await expect(give(first)).rejects.toMatchObject({ status: 422 });
  const mail = (await queuedMails()).at(-1);
  expect([mail?.subject, mail?.text]).toEqual(["A recovery code was used", expect.stringContaining("You have 9 recovery codes left.")]);
  expect(await events()).toContain("account.recovery_code_used");
});

test("of eight uses of one code at the same moment one opens a session", async () => {
  const { codes } = await withApp(await someone(email));
  await db.session.deleteMany();

  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => give(codes[0] ?? "")));

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect([await db.session.count(), await db.recoveryCode.count({ where: { usedAt: null } })]).toEqual([1, 9]);
});

test("new codes end the old ones, and are told by mail; without a second factor there are none", async () => {
  const amira = await someone(email);
  await expect(makeRecoveryCodes(amira)).rejects.toMatchObject({ status: 409 });
  const { codes } = await withApp(amira);

  const made = await makeRecoveryCodes(amira);

  await expect(give(codes[0] ?? "")).rejects.toMatchObject({ status: 422 });
  expect((await give(made[0] ?? "")).next).toBe("home");
  expect((await queuedMails()).map(({ subject }) => subject)).toContain("New recovery codes were made");
});

async function give(code: string) {
  const { cookies } = await signIn({ email, password: PASSWORD }, from());
  const Cookie = cookies[0]?.split(";")[0] ?? "";
  const pending = pendingTokenOf(new Request("http://127.0.0.1/en", { headers: { Cookie } }));
  return giveSecondFactor(pending, { code, credential: "" }, ORIGIN, browser);
}
