import { expect, test } from "vitest";

import { signIn } from "~/features/accounts/account.server";
import { findReset, forgetOldResets, forgetPassword, setNewPassword } from "~/features/accounts/password-reset.server";
import { db } from "~/platform/db.server";
import { account, events, from, PASSWORD, session, whoIs } from "#tests/support/accounts";
import { queuedMails, runQueued, tokenIn } from "#tests/support/mailbox";
import "#tests/support/world";

const email = "amira@example.org";
const password = "nine boats in a bay";

test("who forgot the password sets a new one by the link in a mail; all sessions end, and nobody is signed in", async () => {
  const { id } = await account(email, { language: "fr" });
  const before = await session(id);
  const token = await forgotten();
  expect(await findReset(token)).toEqual({ email, isStaff: false, ways: { app: false, passkey: false } });

  await setNewPassword({ token, password });

  expect(await whoIs(before)).toBeNull();
  expect(await db.session.count()).toBe(0);
  await expect(signIn({ email, password: PASSWORD }, from())).rejects.toMatchObject({ status: 422 });
  await signIn({ email, password }, from());
  expect((await queuedMails()).map(({ subject, to }) => [to, subject])).toEqual([
    [email, "Choisissez un nouveau mot de passe"],
    [email, "Votre mot de passe a été changé"],
  ]);
  expect((await events()).slice(0, 2)).toEqual(["account.password_forgotten", "account.password_changed"]);
});

test("an unknown address is answered like a known one, and gets no mail", async () => {
  await forgetPassword("nobody@example.org", "192.0.2.1");
  await runQueued("offer-new-password");

  expect(await queuedMails()).toEqual([]);
  expect(await db.event.count()).toBe(0);
});

test("the mail goes to the address that the account has, however it was typed", async () => {
  await account(email);

  await forgetPassword("AMIRA@example.org", "192.0.2.1");
  await runQueued("offer-new-password");

  expect((await queuedMails()).map(({ to }) => to)).toEqual([email]);
});

test("of ten uses of one link at the same moment one counts", async () => {
  await account(email);
  const token = await forgotten();

  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, turn) => setNewPassword({ token, password: `${password} ${turn}` })),
  );

  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ status: 422 });
  const winner = outcomes.findIndex(({ status }) => status === "fulfilled");
  await signIn({ email, password: `${password} ${winner}` }, from());
});

test("a link is of no use after 60 minutes, nor are older links once a password was set", async () => {
  await account(email);
  const [first, second, third] = [await forgotten(), await forgotten(), await forgotten()];
  await db.passwordReset.updateMany({ where: { usedAt: null }, data: { expiresAt: new Date(Date.now() - 1) } });
  await expect(setNewPassword({ token: first, password })).rejects.toMatchObject({ status: 422 });
  await db.passwordReset.updateMany({ data: { expiresAt: new Date(Date.now() + 1_000_000) } });

  await setNewPassword({ token: second, password });

  await expect(setNewPassword({ token: third, password: `${password}!` })).rejects.toMatchObject({ status: 422 });
  await expect(setNewPassword({ token: "made up", password })).rejects.toMatchObject({ status: 422 });
  expect(await findReset(second)).toBeNull();
});

test("a weak password does not use up the link, and an editor's has to be longer", async () => {
  await account(email, { roles: ["EDITOR"] });
  const token = await forgotten();

  const refusal = (await setNewPassword({ token, password: "twelve chars" }).catch((response: Response) => response)) as Response;

  expect(await refusal.text()).toBe("accounts.errors.passwordTooShortForStaff");
  await setNewPassword({ token, password });
});

test("the token is long, and the table does not hold it", async () => {
  await account(email);
  const token = await forgotten();

  expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
  expect(JSON.stringify(await db.passwordReset.findMany())).not.toContain(token);
});

test("an address gets five mails in half an hour, silently; who asks for many has to wait", async () => {
  await account(email);
  for (let turn = 0; turn < 20; turn++) await forgetPassword(turn % 2 ? email : email.toUpperCase(), "192.0.2.1");
  await runQueued("offer-new-password");

  expect(await queuedMails()).toHaveLength(5);
  await expect(forgetPassword("other@example.org", "192.0.2.1")).rejects.toMatchObject({ status: 429 });
});

test("links that ran out are forgotten", async () => {
  await account(email);
  await forgotten();
  await db.passwordReset.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });

  await forgetOldResets();

  expect(await db.passwordReset.count()).toBe(0);
});

async function forgotten(): Promise<string> {
  await forgetPassword(email, "192.0.2.1");
  await runQueued("offer-new-password");
  return tokenIn((await queuedMails()).at(-1));
}
