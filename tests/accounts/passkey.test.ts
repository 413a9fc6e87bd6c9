import { expect, test } from "vitest";

import { signIn, signInByPasskey } from "~/features/accounts/account.server";
import { addPasskey, askForNewPasskey, askForPasskey, removePasskey } from "~/features/accounts/passkey.server";
import { addPassword, removePassword } from "~/features/accounts/passwordless.server";
import { giveSecondFactor, pendingTokenOf } from "~/features/accounts/pending-sign-in.server";
import { db } from "~/platform/db.server";
import { events, from, PASSWORD, session, tokenOf, whoIs } from "#tests/support/accounts";
import { answer, ORIGIN, someone, withPasskey } from "#tests/support/factors";
import { queuedMails } from "#tests/support/mailbox";
import { SoftPasskey } from "#tests/support/soft-passkey";
import "#tests/support/world";

const email = "amira@example.org";
const browser = { sessionToken: null, device: "" };

test("a passkey alone signs in: it is both factors in one", async () => {
  const amira = await someone(email);
  const { passkey, codes } = await withPasskey(amira);
  expect(codes).toHaveLength(10);

  const step = await signInByPasskey(await answer(passkey), ORIGIN, browser);

  expect(step.next).toBe("home");
  expect(await whoIs(tokenOf(step.cookies[0] ?? ""))).toMatchObject({ id: amira.id });
  expect(await db.passkey.findMany()).toMatchObject([{ id: passkey.id, counter: 1n, name: "My phone", lastUsedAt: expect.any(Date) }]);
  expect((await queuedMails()).map(({ subject }) => subject)).toEqual(["A passkey was added"]);
  expect(await events()).toEqual(["account.passkey_added", "account.recovery_codes_made", "account.signed_in"]);
});

test("a passkey is also the second step after the password, and only one's own", async () => {
  const { passkey } = await withPasskey(await someone(email));
  const { passkey: eves } = await withPasskey(await someone("eve@example.org"));
  const { next, cookies } = await signIn({ email, password: PASSWORD }, from());
  expect(next).toBe("secondFactor");
  const pending = pendingTokenOf(new Request("http://127.0.0.1/en", { headers: { Cookie: cookies[0]?.split(";")[0] ?? "" } }));
  const give = (credential: string) => giveSecondFactor(pending, { code: "", credential }, ORIGIN, browser);

  await expect(give(await answer(eves))).rejects.toMatchObject({ status: 422 });
  expect((await give(await answer(passkey))).next).toBe("home");
});

test("a challenge is answered once, in five minutes, and only for what it was made", async () => {
  const amira = await someone(email);
  const { passkey } = await withPasskey(amira);
  const used = await answer(passkey);
  await signInByPasskey(used, ORIGIN, browser);
  await refused(used);

  const late = await answer(passkey);
  await db.passkeyChallenge.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  await refused(late);
  await refused(passkey.used(Buffer.alloc(32, 7).toString("base64url")));
  await refused(passkey.used((await askForNewPasskey(amira, ORIGIN, "x")).challenge));

  const eve = await someone("eve@example.org");
  const { challenge } = await askForNewPasskey(eve, ORIGIN, "x");
  const forEve = new SoftPasskey(ORIGIN, amira.id).made(challenge);
  await expect(addPasskey(amira, { name: "x", credential: forEve }, ORIGIN)).rejects.toMatchObject({ status: 422 });
});

test("an answer for another site, without the person, of another person or of a copy is refused, and uses the challenge up", async () => {
  const { passkey } = await withPasskey(await someone(email));
  const challenge = async () => (await askForPasskey(ORIGIN, "192.0.2.1")).challenge;
  await signInByPasskey(await answer(passkey), ORIGIN, browser);

  await refused(passkey.used(await challenge(), { origin: "http://localhost.evil.example" }));
  await refused(passkey.used(await challenge(), { origin: "http://localhost:3001" }));
  await refused(passkey.used(await challenge(), { rpId: "evil.example" }));
  await refused(passkey.used(await challenge(), { flags: 0x01 }));
  await refused(passkey.used(await challenge(), { userHandle: "someone else" }));
  passkey.counter = 0;
  await refused(passkey.used(await challenge()));

  expect(await db.passkeyChallenge.count()).toBe(0);
  passkey.counter = 1;
  expect((await signInByPasskey(await answer(passkey), ORIGIN, browser)).next).toBe("home");
});

test("what is no answer of a browser is refused", async () => {
  const long = JSON.stringify({ id: "a".repeat(2000) });
  const bare = JSON.stringify({ id: "x", rawId: "x", type: "public-key" });
  for (const sent of ["", "{}", "null", "[]", '{"id":1}', long, bare]) await refused(sent);
});

test("a passkey made for another site, or without asking the person, is not added; nor is one twice", async () => {
  const amira = await someone(email);
  const add = async (lies: object, passkey = new SoftPasskey(ORIGIN, amira.id)) => {
    const { challenge } = await askForNewPasskey(amira, ORIGIN, "Practice Commons");
    return addPasskey(amira, { name: "Key", credential: passkey.made(challenge, lies) }, ORIGIN);
  };

  await expect(add({ origin: "https://evil.example" })).rejects.toMatchObject({ status: 422 });
  await expect(add({ rpId: "evil.example" })).rejects.toMatchObject({ status: 422 });
  await expect(add({ flags: 0x01 })).rejects.toMatchObject({ status: 422 });
  expect(await db.passkey.count()).toBe(0);

  const { passkey } = await withPasskey(amira);
  await expect(add({}, passkey)).rejects.toMatchObject({ status: 409 });
});

test("a passkey is removed by its owner alone, and told by mail", async () => {
  const amira = await someone(email);
  const { passkey } = await withPasskey(amira);

  await expect(removePasskey(await someone("eve@example.org"), passkey.id)).rejects.toMatchObject({ status: 404 });
  await removePasskey(amira, passkey.id);

  await refused(await answer(passkey));
  expect((await queuedMails()).at(-1)?.subject).toBe("A passkey was removed");
  expect(await db.recoveryCode.count()).toBe(0);
});

test("with a passkey the password can go, and come back; the last way in cannot go", async () => {
  const amira = await someone(email);
  await expect(removePassword(amira, null)).rejects.toMatchObject({ status: 409 });
  const { passkey } = await withPasskey(amira);
  const elsewhere = await session(amira.id);

  await removePassword(amira, null);

  expect(await whoIs(elsewhere)).toBeNull();
  await expect(signIn({ email, password: PASSWORD }, from())).rejects.toMatchObject({ status: 422 });
  expect((await signInByPasskey(await answer(passkey), ORIGIN, browser)).next).toBe("home");
  await expect(removePasskey(amira, passkey.id)).rejects.toMatchObject({ status: 409 });
  expect(await db.passkey.count()).toBe(1);
  await expect(removePassword(amira, null)).rejects.toMatchObject({ status: 409 });

  await expect(addPassword(amira, { password: "short" })).rejects.toMatchObject({ status: 422 });
  await addPassword(amira, { password: PASSWORD });
  await expect(addPassword(amira, { password: PASSWORD })).rejects.toMatchObject({ status: 409 });
  expect((await signIn({ email, password: PASSWORD }, from())).next).toBe("secondFactor");
  expect((await queuedMails()).map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(["Your password was removed", "Your password was changed"]),
  );
});

test("a suspended account is not let in by a passkey", async () => {
  const amira = await someone(email);
  const { passkey } = await withPasskey(amira);
  await db.account.update({ where: { id: amira.id }, data: { suspendedUntil: new Date(Date.now() + 60_000) } });

  await refused(await answer(passkey));
});

const refused = (credential: string) => expect(signInByPasskey(credential, ORIGIN, browser)).rejects.toMatchObject({ status: 422 });
