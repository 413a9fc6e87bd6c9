import { expect, test, vi } from "vitest";

import { signIn } from "~/features/accounts/account.server";
import {
  askEmailChange,
  cancelEmailChange,
  confirmEmailChange,
  findEmailChange,
  findOwnEmailChange,
  forgetOldEmailChanges,
  stopEmailChange,
} from "~/features/accounts/email-change.server";
import { db } from "~/platform/db.server";
import { account, events, from, PASSWORD, session, whoIs } from "#tests/support/accounts";
import { queuedMails, tokenIn } from "#tests/support/mailbox";
import "#tests/support/world";

const email = "amira@example.org";
const next = "amira@clinic.example";

test("an address changes when both have confirmed it: other sessions end, and both are told", async () => {
  const { amira, here, there } = await amiraAtTwoPlaces();
  const { atOld, atNew } = await asked(amira);
  await db.passwordReset.create({ data: { accountId: amira.id, tokenHash: "old mailbox", expiresAt: soon() } });

  expect(await confirmEmailChange({ token: atNew }, null)).toBe("waiting");
  expect(await addressOf(amira)).toBe(email);
  expect(await confirmEmailChange({ token: atOld }, here)).toBe("changed");

  expect(await addressOf(amira)).toBe(next);
  expect([await whoIs(here), await whoIs(there)]).toMatchObject([{ id: amira.id }, null]);
  expect([await db.emailChange.count(), await db.passwordReset.count()]).toEqual([0, 0]);
  await signIn({ email: next, password: PASSWORD }, from());
  expect((await queuedMails()).map(({ to, subject, language }) => [to, subject, language])).toEqual([
    [email, "Une nouvelle adresse pour votre compte\u00a0?", "fr"],
    [next, "Confirmez votre nouvelle adresse", "fr"],
    [email, "Votre compte a une nouvelle adresse", "fr"],
    [next, "Voici maintenant l’adresse de votre compte", "fr"],
  ]);
  expect((await events()).slice(0, 2)).toEqual(["account.email_change_asked", "account.email_changed"]);
  expect(JSON.stringify(await db.event.findMany())).not.toMatch(/example/);
});

test("who confirms without being signed in ends every session", async () => {
  const { amira, here, there } = await amiraAtTwoPlaces();
  const { atOld, atNew } = await asked(amira);

  await confirmEmailChange({ token: atOld }, null);
  await confirmEmailChange({ token: atNew }, await session((await account("farid@example.org")).id));

  expect([await whoIs(here), await whoIs(there)]).toEqual([null, null]);
  expect(await db.session.count()).toBe(1);
});

test("of two links confirmed at the same moment both count, and the address changes once", async () => {
  const { amira } = await amiraAtTwoPlaces();
  const { atOld, atNew } = await asked(amira);

  const outcomes = await Promise.allSettled([atOld, atNew, atOld, atNew].map((token) => confirmEmailChange({ token }, null)));

  expect(outcomes.filter((outcome) => outcome.status === "fulfilled" && outcome.value === "changed")).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ status: 422 });
  expect(await addressOf(amira)).toBe(next);
  expect(await events()).toEqual(expect.arrayContaining(["account.email_changed"]));
  expect((await queuedMails()).length).toBe(4);
});

test("an address that belongs to an account is answered alike; its owner is told, and gets no link that works", async () => {
  const { amira } = await amiraAtTwoPlaces();
  const zoe = await account(next, { name: "Zoé" });

  const { atOld, atNew } = await asked(amira, next.toUpperCase());

  expect(atNew).toBe("");
  const mails = await queuedMails();
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    [email, "Une nouvelle adresse pour votre compte\u00a0?"],
    [next, "Someone wanted to use your address"],
  ]);
  expect(mails[1]?.text).not.toMatch(/Amira|amira@example/);
  expect(await findOwnEmailChange(amira)).toMatchObject({ newEmail: next.toUpperCase(), oldConfirmedAt: null, newConfirmedAt: null });
  expect(await confirmEmailChange({ token: atOld }, null)).toBe("waiting");
  expect([await addressOf(amira), await addressOf(zoe)]).toEqual([email, next]);
});

test("an address taken in the meantime ends the change, with nothing half done", async () => {
  const { amira, here, there } = await amiraAtTwoPlaces();
  const { atOld, atNew } = await asked(amira);
  await confirmEmailChange({ token: atOld }, null);
  await account(next);

  const refusal = (await confirmEmailChange({ token: atNew }, null).catch((response: Response) => response)) as Response;

  expect([refusal.status, await refusal.text()]).toEqual([422, "settings.email.errors.taken"]);
  expect([await addressOf(amira), await db.emailChange.count()]).toEqual([email, 0]);
  expect([await whoIs(here), await whoIs(there)]).toMatchObject([{ id: amira.id }, { id: amira.id }]);
  expect(await queuedMails()).toHaveLength(2);
  expect(await findEmailChange(atOld)).toBeNull();
});

test("the old address can stop the change, even when both sides but it have moved on; the new one cannot", async () => {
  const { amira } = await amiraAtTwoPlaces();
  const { atOld, atNew } = await asked(amira);
  await confirmEmailChange({ token: atNew }, null);
  expect(await findEmailChange(atOld)).toEqual({ side: "old", newEmail: next, isConfirmed: false });

  await expect(stopEmailChange({ token: atNew })).rejects.toMatchObject({ status: 422 });
  await stopEmailChange({ token: atOld });

  for (const token of [atOld, atNew]) {
    await expect(confirmEmailChange({ token }, null)).rejects.toMatchObject({ status: 422 });
    await expect(stopEmailChange({ token })).rejects.toMatchObject({ status: 422 });
  }
  expect(await addressOf(amira)).toBe(email);
  expect((await events())[1]).toBe("account.email_change_stopped");
});

test("a stop and the last confirmation at the same moment: one of them holds, never half", async () => {
  const { amira } = await amiraAtTwoPlaces();
  const { atOld, atNew } = await asked(amira);
  await confirmEmailChange({ token: atOld }, null);

  const [stopped, confirmed] = await Promise.allSettled([stopEmailChange({ token: atOld }), confirmEmailChange({ token: atNew }, null)]);

  expect([stopped.status, confirmed.status].sort()).toEqual(["fulfilled", "rejected"]);
  expect(await addressOf(amira)).toBe(stopped.status === "fulfilled" ? email : next);
});

test("there is one change at a time, also when two are asked for at the same moment; a cancelled one makes room", async () => {
  const { amira } = await amiraAtTwoPlaces();

  const outcomes = await Promise.allSettled([
    askEmailChange(amira, { email: next }),
    askEmailChange(amira, { email: "other@example.org" }),
  ]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await reason(askEmailChange(amira, { email: next }))).toBe("settings.email.errors.open");
  await cancelEmailChange(amira);
  await expect(cancelEmailChange(amira)).rejects.toMatchObject({ status: 409 });
  await askEmailChange(amira, { email: next });
  expect(await db.emailChange.count()).toBe(1);
});

test("one's own address is refused, however it is written, and nobody cancels for others", async () => {
  const { amira } = await amiraAtTwoPlaces();
  const farid = await actorOf((await account("farid@example.org")).id);
  expect(await reason(askEmailChange(amira, { email: "AMIRA@example.org" }))).toBe("settings.email.errors.same");

  await askEmailChange(amira, { email: next });
  await expect(cancelEmailChange(farid)).rejects.toMatchObject({ status: 409 });

  expect(await findOwnEmailChange(farid)).toBeNull();
  expect(await findOwnEmailChange(amira)).toMatchObject({ newEmail: next });
});

test("links work for 48 hours, stand in no table, and a silenced account may change its address too", async () => {
  const { amira } = await amiraAtTwoPlaces();
  const { atOld, atNew } = await asked({ ...amira, isSilenced: true });
  const table = JSON.stringify(await db.emailChange.findMany());
  expect([table.includes(atOld), table.includes(atNew)]).toEqual([false, false]);
  expect(Buffer.from(atNew, "base64url").length).toBeGreaterThanOrEqual(16);

  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 48 * 3_600_000 + 1 });
  await expect(confirmEmailChange({ token: atNew }, null)).rejects.toMatchObject({ status: 422 });
  expect([await findEmailChange(atOld), await findOwnEmailChange(amira)]).toEqual([null, null]);
  await forgetOldEmailChanges();
  vi.useRealTimers();

  expect(await db.emailChange.count()).toBe(0);
});

test("a sixth change within the hour has to wait, and one address gets three mails at most", async () => {
  const { amira } = await amiraAtTwoPlaces();
  for (let turn = 0; turn < 5; turn++) {
    await askEmailChange(amira, { email: next });
    await cancelEmailChange(amira);
  }

  await expect(askEmailChange(amira, { email: next })).rejects.toMatchObject({ status: 429 });
  expect((await queuedMails()).filter(({ to }) => to === next)).toHaveLength(3);
});

const soon = () => new Date(Date.now() + 60_000);

const addressOf = async ({ id }: { id: string }) => (await db.account.findUniqueOrThrow({ where: { id } })).email;

const reason = (outcome: Promise<unknown>) =>
  outcome.then(
    () => "",
    (response: Response) => response.text(),
  );

async function actorOf(id: string) {
  const actor = await whoIs(await session(id));
  if (!actor) throw new Error("Nobody is signed in.");
  return actor;
}

async function amiraAtTwoPlaces() {
  const { id } = await account(email, { language: "fr" });
  const [here, there] = [await session(id), await session(id)];
  const amira = await whoIs(here);
  if (!amira) throw new Error("Amira is not signed in.");
  return { amira, here, there };
}

/** Asks for the change, and gives the secrets of both mails. */
async function asked(actor: Parameters<typeof askEmailChange>[0], address = next) {
  await askEmailChange(actor, { email: address });
  const mails = await queuedMails();
  return { atOld: tokenIn(mails.at(-2)), atNew: tokenIn(mails.at(-1)) };
}
