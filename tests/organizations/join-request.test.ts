import { expect, test } from "vitest";

import { findActor } from "~/features/accounts/session.server";
import {
  approveJoinRequest,
  askToJoin,
  declineJoinRequest,
  joinByDomain,
  withdrawJoinRequest,
} from "~/features/organizations/join-request.server";
import { db } from "~/platform/db.server";
import { queuedMails, runQueued } from "#tests/support/mailbox";
import { eventNames, organization, person } from "#tests/support/world";

const SLUG = "riverside-health-centre";
const words = { message: "I am the new link worker of the north team." };

async function setOut() {
  const riverside = await organization();
  const steward = await person("Sam", { organizations: [riverside], steward: true, roles: ["PRACTITIONER"], language: "fr" });
  const ana = await person("Ana");
  return { riverside, steward, ana };
}

const openRequest = async () => (await db.joinRequest.findFirstOrThrow({ where: { answer: null } })).id;

const mails = async () => {
  await runQueued("fan-out");
  return (await queuedMails()).map(({ to, subject }) => [to, subject]);
};

test("someone asks, the stewards are told in their language, one lets them in, and they are told in theirs", async () => {
  const { riverside, steward, ana } = await setOut();

  await askToJoin(ana, "en", SLUG, words);
  expect(await mails()).toEqual([["sam@example.org", "Ana demande à se joindre à l’organisme « Riverside Health Centre (fr) »"]]);
  expect((await queuedMails())[0]?.text).toContain(words.message);
  await approveJoinRequest(steward, "en", SLUG, await openRequest(), { rights: ["practitioner"] });

  expect(await findActor(ana.id)).toMatchObject({ organizations: [{ id: riverside.id, isSteward: false }], roles: ["PRACTITIONER"] });
  expect(await db.membership.findFirst({ where: { accountId: ana.id } })).toMatchObject({ joinedBy: "REQUEST" });
  expect(await mails()).toContainEqual(["ana@example.org", "You belong to Riverside Health Centre now"]);
  expect(await eventNames()).toEqual(expect.arrayContaining(["organization.join_asked", "organization.joined", "role.granted"]));
  expect(JSON.stringify(await db.event.findMany())).not.toContain("north team");
});

test("a request is declined with a note, which is in the mail, and one can ask again", async () => {
  const { steward, ana } = await setOut();
  await askToJoin(ana, "en", SLUG, words);
  const id = await openRequest();

  await declineJoinRequest(steward, "en", SLUG, id, { note: "Please write from your address at work." });

  await runQueued("fan-out");
  expect((await queuedMails()).find(({ to }) => to === "ana@example.org")?.text).toContain("from your address at work");
  expect(await db.membership.count()).toBe(1);
  for (const again of [
    () => declineJoinRequest(steward, "en", SLUG, id, { note: "" }),
    () => approveJoinRequest(steward, "en", SLUG, id, { rights: [] }),
  ])
    await expect(again()).rejects.toMatchObject({ status: 409 });
  await askToJoin(ana, "en", SLUG, words);
});

test("a request is taken back, and then there is nothing to answer", async () => {
  const { steward, ana } = await setOut();
  await askToJoin(ana, "en", SLUG, words);
  const id = await openRequest();

  await withdrawJoinRequest(ana, "en", SLUG);

  await expect(withdrawJoinRequest(ana, "en", SLUG)).rejects.toMatchObject({ status: 409 });
  await expect(approveJoinRequest(steward, "en", SLUG, id, { rights: [] })).rejects.toMatchObject({ status: 409 });
  expect(await mails()).toEqual([]);
});

test("who is in, has asked already or is silenced does not ask; and nobody asks an organization that is no member", async () => {
  const { riverside, steward, ana } = await setOut();
  await askToJoin(ana, "en", SLUG, words);

  await expect(askToJoin(ana, "en", SLUG, words)).rejects.toMatchObject({ status: 409 });
  await expect(askToJoin(steward, "en", SLUG, words)).rejects.toMatchObject({ status: 409 });
  await expect(askToJoin(await person("Silent", { isSilenced: true }), "en", SLUG, words)).rejects.toMatchObject({ status: 403 });
  await db.organization.update({ where: { id: riverside.id }, data: { status: "LISTED" } });
  await expect(askToJoin(await person("Late"), "en", SLUG, words)).rejects.toMatchObject({ status: 409 });
  await db.organization.update({ where: { id: riverside.id }, data: { status: "APPLIED" } });
  await expect(askToJoin(await person("Later"), "en", SLUG, words)).rejects.toMatchObject({ status: 404 });
  expect(await db.joinRequest.count()).toBe(1);
});

test("only who runs the people answers, for others than themselves, and gives no role that they do not hold", async () => {
  const { riverside, ana } = await setOut();
  const admin = await person("Anika", { roles: ["ADMINISTRATOR"] });
  await askToJoin(ana, "en", SLUG, words);
  const id = await openRequest();
  const elsewhere = await organization("Elsewhere");
  const plain = await person("Plain", { organizations: [riverside], steward: true });

  for (const [actor, status] of [
    [await person("Other", { organizations: [elsewhere], steward: true }), 404],
    [ana, 404],
    [await person("Mate", { organizations: [riverside] }), 403],
    [await person("Silent", { organizations: [riverside], steward: true, isSilenced: true }), 403],
  ] as const) {
    await expect(approveJoinRequest(actor, "en", SLUG, id, { rights: [] })).rejects.toMatchObject({ status });
    await expect(declineJoinRequest(actor, "en", SLUG, id, { note: "" })).rejects.toMatchObject({ status });
  }
  await expect(approveJoinRequest(plain, "en", SLUG, id, { rights: ["practitioner"] })).rejects.toMatchObject({ status: 403 });
  await askToJoin(admin, "en", SLUG, words);
  const own = await db.joinRequest.findFirstOrThrow({ where: { accountId: admin.id } });
  await expect(approveJoinRequest(admin, "en", SLUG, own.id, { rights: [] })).rejects.toMatchObject({ status: 403 });
  expect(await db.joinRequest.count({ where: { answer: null } })).toBe(2);
});

test("of several who ask or answer at once, one does", async () => {
  const { riverside, steward, ana } = await setOut();
  const second = await person("Second", { organizations: [riverside], steward: true });
  const done = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.filter(({ status }) => status === "fulfilled").length;

  expect(done(await Promise.allSettled([askToJoin(ana, "en", SLUG, words), askToJoin(ana, "en", SLUG, words)]))).toBe(1);
  const id = await openRequest();
  expect(
    done(
      await Promise.allSettled([
        approveJoinRequest(steward, "en", SLUG, id, { rights: [] }),
        declineJoinRequest(second, "en", SLUG, id, { note: "" }),
      ]),
    ),
  ).toBe(1);
  expect(await db.joinRequest.count()).toBe(1);
});

test("an address at a domain of the organization joins at once; others, near ones too, do not", async () => {
  const { riverside, steward, ana } = await setOut();
  await db.organizationDomain.create({ data: { domain: "example.org", organizationId: riverside.id } });
  const elsewhere = await organization("Elsewhere");
  await askToJoin(ana, "en", SLUG, words);

  await joinByDomain(ana, "en", SLUG);
  expect(await db.membership.findFirst({ where: { accountId: ana.id } })).toMatchObject({ joinedBy: "DOMAIN", isSteward: false });
  expect(await db.joinRequest.count({ where: { answer: null } })).toBe(0);
  await expect(joinByDomain(ana, "en", SLUG)).rejects.toMatchObject({ status: 409 });

  const near = await person("Near");
  for (const email of ["near@sub.example.org", "near@example.org.evil.net", "near@notexample.org"]) {
    await db.account.update({ where: { id: near.id }, data: { email } });
    await expect(joinByDomain(near, "en", SLUG)).rejects.toMatchObject({ status: 422 });
  }
  await expect(joinByDomain(steward, "en", "elsewhere")).rejects.toMatchObject({ status: 422 });
  await expect(joinByDomain(await person("Silent", { isSilenced: true }), "en", SLUG)).rejects.toMatchObject({ status: 403 });
  expect(await db.membership.count({ where: { organizationId: elsewhere.id } })).toBe(0);
});
