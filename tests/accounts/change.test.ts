import { expect, test } from "vitest";

import { changePassword, changeProfile, signIn } from "~/features/accounts/account.server";
import { getOwnAccount } from "~/features/accounts/queries.server";
import { db } from "~/platform/db.server";
import { account, events, from, PASSWORD, session, whoIs } from "#tests/support/accounts";
import { queuedMails } from "#tests/support/mailbox";
import { organization, person } from "#tests/support/world";

const email = "amira@example.org";
const password = "nine boats in a bay";

test("a changed password ends the sessions elsewhere, and is told by mail", async () => {
  const { here, there, amira } = await amiraAtTwoPlaces();

  await changePassword(amira, { currentPassword: PASSWORD, password }, here);

  expect(await whoIs(here)).toMatchObject({ id: amira.id });
  expect(await whoIs(there)).toBeNull();
  await signIn({ email, password }, from());
  expect(await queuedMails()).toMatchObject([{ to: email, subject: "Your password was changed" }]);
  expect((await events())[0]).toBe("account.password_changed");
});

test("without the current password nothing changes, and after ten guesses one has to wait", async () => {
  const { here, there, amira } = await amiraAtTwoPlaces();
  const guess = () =>
    changePassword(amira, { currentPassword: "something else", password }, here).catch((response: Response) => response.status);

  for (let turn = 0; turn < 10; turn++) expect(await guess()).toBe(422);
  expect(await guess()).toBe(429);

  expect(await whoIs(there)).toMatchObject({ id: amira.id });
  await signIn({ email, password: PASSWORD }, from());
});

test("of two changes at the same moment one is told that it came late", async () => {
  const { here, amira } = await amiraAtTwoPlaces();
  const change = (turn: number) => changePassword(amira, { currentPassword: PASSWORD, password: `${password} ${turn}` }, here);

  const outcomes = await Promise.allSettled([change(1), change(2)]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect([409, 422]).toContain((outcome.reason as Response).status);
});

test("a weak new password is refused, an editor's has to be longer", async () => {
  const { here, amira } = await amiraAtTwoPlaces(["EDITOR"]);
  const reason = async (weak: string) =>
    (
      (await changePassword(amira, { currentPassword: PASSWORD, password: weak }, here).catch((response: Response) => response)) as Response
    ).text();

  expect(await reason("twelve chars")).toBe("accounts.errors.passwordTooShortForStaff");
  expect(await reason("qwertyuiopasdfghjkl")).toBe("accounts.errors.passwordCommon");
  expect(await reason("amira@example.org")).toBe("accounts.errors.passwordIsYou");
});

test("people change their own name, language and time zone, and what is on record names neither", async () => {
  const amira = await person("Amira");

  await changeProfile(amira, { name: "Amira Haddad", language: "fr", timeZone: "America/Moncton" });

  expect(await db.account.findUniqueOrThrow({ where: { id: amira.id } })).toMatchObject({
    name: "Amira Haddad",
    language: "fr",
    timeZone: "America/Moncton",
  });
  expect(await db.event.findMany()).toMatchObject([{ name: "account.changed", actorId: amira.id, details: {} }]);
});

test("a silenced account keeps its name", async () => {
  const amira = await person("Amira");

  await expect(
    changeProfile({ ...amira, isSilenced: true }, { name: "Shout", language: "en", timeZone: "America/Toronto" }),
  ).rejects.toMatchObject({ status: 403 });

  expect((await db.account.findUniqueOrThrow({ where: { id: amira.id } })).name).toBe("Amira");
  expect(await db.event.count()).toBe(0);
});

test("the settings show one's own account, with the organizations in the language of the page", async () => {
  const clinic = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [clinic], steward: true });

  expect(await getOwnAccount(amira, "fr")).toEqual({
    name: "Amira",
    email,
    language: "en",
    timeZone: "America/Toronto",
    roles: ["PRACTITIONER"],
    organizations: [{ name: "Riverside Health Centre (fr)", isSteward: true }],
  });
});

async function amiraAtTwoPlaces(roles: "EDITOR"[] = []) {
  const { id } = await account(email, { roles });
  const here = await session(id);
  const there = await session(id);
  const amira = await whoIs(here);
  if (!amira) throw new Error("Amira is not signed in.");
  return { here, there, amira };
}
