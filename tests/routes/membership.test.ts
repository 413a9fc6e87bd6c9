import { expect, test } from "vitest";

import { invitePerson } from "~/features/organizations/invitation.server";
import { db } from "~/platform/db.server";
import { action as leave, loader as departure } from "~/routes/membership/departure";
import { action as changeDomains, loader as domains } from "~/routes/membership/domains";
import { action as accept, loader as invitation } from "~/routes/membership/invitation";
import { action as register, loader as newAccount } from "~/routes/membership/invitation-account";
import { action as look, loader as list } from "~/routes/membership/invitation-list";
import { action as renew } from "~/routes/membership/invitation-renewal";
import { action as revoke } from "~/routes/membership/invitation-revocation";
import { action as send, loader as sending } from "~/routes/membership/invitation-sending";
import { action as ask, loader as join } from "~/routes/membership/join";
import { action as joinNow } from "~/routes/membership/join-domain";
import { action as withdraw } from "~/routes/membership/join-withdrawal";
import { action as invite, loader as newInvitation } from "~/routes/membership/new-invitation";
import { loader as people } from "~/routes/membership/people";
import { action as remove, loader as removal } from "~/routes/membership/removal";
import { loader as request } from "~/routes/membership/request";
import { action as approve } from "~/routes/membership/request-approval";
import { action as decline } from "~/routes/membership/request-refusal";
import { action as appoint } from "~/routes/membership/stewardship";
import { action as dismiss, loader as stewardshipEnd } from "~/routes/membership/stewardship-end";
import { loader as own } from "~/routes/settings/organizations";
import { PASSWORD } from "#tests/support/accounts";
import { queuedMails, tokenIn } from "#tests/support/mailbox";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

const slug = "riverside-health-centre";
const at = { slug };
const ANY = "00000000-0000-7000-8000-000000000000";

async function setOut() {
  const riverside = await organization();
  const steward = await person("Sam", { organizations: [riverside], steward: true, roles: ["PRACTITIONER"] });
  const mate = await person("Maya", { organizations: [riverside] });
  return { riverside, steward, mate };
}

const ana = { email: "ana@example.org", name: "", language: "en" };

/** A form with a file in it. */
function withFile(actor: Parameters<typeof submission>[0], fields: Record<string, string>, file?: string | Uint8Array<ArrayBuffer>) {
  const args = submission(actor, "/en/organizations/x/people/invitations", at);
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", new Blob(file === undefined ? [] : [file]), file === undefined ? "" : "list.csv");
  return { ...args, request: new Request(args.request.url, { method: "POST", body }) };
}

test("a steward sees people, invitations, requests and domains; others of the organization see the people alone, and strangers nothing", async () => {
  const { riverside, steward, mate } = await setOut();
  await invitePerson(steward, "en", slug, { ...ana, language: "en", rights: [] });
  await ask(submission(await person("Luc"), "/en/o", at, { message: "Hello" }));
  await db.organizationDomain.create({ data: { domain: "example.net", organizationId: riverside.id } });

  const seen = await (await people(visit(steward, "/en/organizations/x/people", at))).json();
  expect(seen.place).toMatchObject({
    mayRun: true,
    people: { total: 2 },
    invitations: { items: [{ email: "ana@example.org" }] },
    requests: [{}],
    domains: [{}],
  });
  expect(seen.place.people.items.map(({ name, isSteward, isPractitioner }) => [name, isSteward, isPractitioner])).toEqual([
    ["Sam", true, true],
    ["Maya", false, false],
  ]);
  const less = await (await people(visit(mate, "/fr/organismes/x/personnes", at))).text();
  expect(JSON.parse(less).place).toMatchObject({ mayRun: false, people: { total: 2 }, invitations: null, requests: [], domains: [] });
  for (const text of [less, JSON.stringify(seen)]) expect(text).not.toMatch(/sam@|maya@|tokenHash|passwordHash/);
  expect(less).not.toMatch(/ana@|Luc/);
  await expect(people(visit(await person("Eve"), "/en/o", at))).rejects.toMatchObject({ status: 404 });
  await expect(people(visit(null, "/en/o", at))).rejects.toMatchObject({ status: 302 });
});

test("every door is shut to strangers (404), and to those who belong without being stewards (403)", async () => {
  const { mate, steward } = await setOut();
  const eve = await person("Eve");
  const values = { ...at, id: ANY, person: steward.id };

  for (const [actor, status] of [
    [eve, 404],
    [mate, 403],
  ] as const) {
    for (const loader of [newInvitation, list, domains, request, removal, stewardshipEnd])
      await expect(loader(visit(actor, "/en/o", values)), loader.name).rejects.toMatchObject({ status });
    for (const action of [renew, revoke, appoint, dismiss, remove])
      await expect(action(submission(actor, "/en/o", values)), action.name).rejects.toMatchObject({ status });
    await expect(invite(submission(actor, "/en/o", at, ana))).rejects.toMatchObject({ status });
    await expect(look(withFile(actor, { text: "a@example.org", language: "en" }))).rejects.toMatchObject({ status });
    await expect(send(submission(actor, "/en/o", at, { text: "a@example.org", language: "en" }))).rejects.toMatchObject({ status });
    await expect(changeDomains(submission(actor, "/en/o", at, { domain: "example.org" }))).rejects.toMatchObject({ status });
    await expect(approve(submission(actor, "/en/o", values))).rejects.toMatchObject({ status });
    await expect(decline(submission(actor, "/en/o", values, { note: "" }))).rejects.toMatchObject({ status });
  }
  await expect(departure(visit(eve, "/en/o", at))).rejects.toMatchObject({ status: 404 });
});

test("an id that is none, and a field that is none, are refused without a fault of ours", async () => {
  const { steward } = await setOut();

  for (const id of ["x", "'; DROP TABLE", "0"])
    await expect(removal(visit(steward, "/en/o", { ...at, person: id }))).rejects.toMatchObject({ status: 404 });
  await expect(invite(submission(steward, "/en/o", at, { ...ana, isSteward: "true" }))).rejects.toMatchObject({ status: 400 });
  const again = await invite(submission(steward, "/en/o", at, { ...ana, rights: ["administrator"] }));
  expect(again.status).toBe(422);
});

test("a list is looked at, comes back with its faults line by line, or as a form to send; a file is read as well as a text", async () => {
  const { steward } = await setOut();
  const csv = "\ufeffcourriel;nom;langue;responsable\r\nana@example.net;Ana;fr;oui\r\nluc@example.net;Luc;en;non\r\n";

  const faulty = await look(withFile(steward, { text: "", language: "fr" }, "ana@example.net;=1+1\nno address"));
  expect([faulty.status, await faulty.json()]).toMatchObject([
    422,
    { preview: { outcome: "faulty", count: 2, faults: [{ line: 1 }, { line: 2 }] } },
  ]);

  const sound = await look(withFile(steward, { text: "", language: "fr" }, csv));
  const { preview } = await sound.json();
  expect([sound.status, preview]).toMatchObject([
    200,
    { outcome: "sound", people: [{ email: "ana@example.net" }, { email: "luc@example.net" }] },
  ]);
  expect(await db.invitation.count()).toBe(0);

  const form = preview?.outcome === "sound" ? preview.form : null;
  const sent = await send(
    submission(steward, "/fr/o", at, { text: form?.text ?? "", language: form?.language ?? "", rights: form?.rights ?? [] }),
  );
  expect(sent.headers.get("Location")).toBe(`/fr/organismes/${slug}/personnes`);
  expect((await db.invitation.findMany({ orderBy: { email: "asc" } })).map(({ email, isSteward }) => [email, isSteward])).toEqual([
    ["ana@example.net", true],
    ["luc@example.net", false],
  ]);
});

test("a list that is empty, twice, too long or no text is refused at its field", async () => {
  const { steward } = await setOut();
  const many = Array.from({ length: 10_000 }, (_, index) => `person${index}@example.net;Person ${index};fr;non`).join("\r\n");
  const fields = { text: "", language: "en" };
  const errors = async (args: ReturnType<typeof withFile>) => {
    const answer = await look(args);
    return [answer.status, (await answer.json()).errors];
  };

  expect(await errors(withFile(steward, fields))).toEqual([422, { text: ["membership.errors.listEmpty"] }]);
  expect(await errors(withFile(steward, { ...fields, text: "a@b.ca" }, "b@b.ca"))).toEqual([
    422,
    { file: ["membership.errors.listTwice"] },
  ]);
  expect(await errors(withFile(steward, fields, many))).toEqual([422, { file: ["membership.errors.listTooLong"] }]);
  expect(await errors(withFile(steward, fields, new Uint8Array([0xe9, 0x40, 0x62, 0x2e, 0x63, 0x61])))).toEqual([
    422,
    { file: ["membership.errors.listNoText"] },
  ]);
});

test("the address of an invitation changes nothing, and says what it leads to: 200, or 410, or 403 for another account", async () => {
  const { steward } = await setOut();
  await invitePerson(steward, "en", slug, { ...ana, language: "en", rights: [] });
  const token = tokenIn((await queuedMails())[0]);
  const path = `/fr/invitation?token=${token}`;

  const open = await invitation(visit(null, path));
  expect([open.status, (await open.json()).invitation]).toMatchObject([
    200,
    { outcome: "register", organization: "Riverside Health Centre (fr)" },
  ]);
  expect((await invitation(visit(steward, path))).status).toBe(403);
  expect((await accept(submission(steward, path, {}))).status).toBe(403);
  expect((await invitation(visit(null, "/fr/invitation?token=none"))).status).toBe(410);
  expect((await invitation(visit(null, "/fr/invitation"))).status).toBe(410);
  expect(await db.invitation.count({ where: { acceptedAt: null } })).toBe(1);
});

test("an account is made from the invitation: faults come back without the password, and then the person is signed in", async () => {
  const { steward } = await setOut();
  await invitePerson(steward, "en", slug, { ...ana, language: "en", rights: [] });
  const path = `/en/invitation/account?token=${tokenIn((await queuedMails())[0])}`;
  const fields = { name: "Ana Díaz", language: "en" };

  const again = await register(submission(null, path, {}, { ...fields, password: "short" }));
  expect([again.status, await again.json()]).toEqual([422, { errors: { password: ["accounts.errors.passwordTooShort"] }, values: fields }]);
  const done = await register(submission(null, path, {}, { ...fields, password: PASSWORD }));
  expect([done.status, done.headers.get("Location")]).toEqual([302, "/en/settings/organizations"]);
  expect(done.headers.getSetCookie().join()).toContain("__Host-session=");
  expect((await register(submission(null, path, {}, { ...fields, password: PASSWORD }))).status).toBe(410);
  expect((await newAccount(visit(null, path))).status).toBe(410);
});

test("joining and leaving show on the page of one's own organizations", async () => {
  const { riverside } = await setOut();
  const luc = await person("Luc");
  const mine = async () => (await own(visit(luc, "/en/settings/organizations"))).json();

  expect((await ask(submission(luc, "/en/o", at, { message: " " }))).status).toBe(422);
  await ask(submission(luc, "/en/o", at, { message: "Hello" }));
  expect(await mine()).toMatchObject({ memberships: [], requests: [{ name: "Riverside Health Centre" }] });
  expect(await (await join(visit(luc, "/en/o", at))).json()).toMatchObject({ outcome: "asked", domain: null });
  await withdraw(submission(luc, "/en/o", at));

  await db.organizationDomain.create({ data: { domain: "example.org", organizationId: riverside.id } });
  expect(await (await join(visit(luc, "/en/o", at))).json()).toMatchObject({ outcome: "outside", domain: "example.org" });
  await joinNow(submission(luc, "/en/o", at));
  const member = { ...luc, organizations: [{ id: riverside.id, isSteward: false }] };
  expect(await mine()).toMatchObject({ memberships: [{ slug, isSteward: false, joinedBy: "DOMAIN" }], requests: [] });
  expect((await leave(submission(member, "/en/o", at))).headers.get("Location")).toBe("/en/settings/organizations");
  expect(await mine()).toEqual({ memberships: [], requests: [] });
});

test("an address that only takes forms leads back to the page of the form", () => {
  expect(sending(visit(null, "/fr/o", at)).headers.get("Location")).toBe(`/fr/organismes/${slug}/personnes/invitations`);
});
