import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { askForRole } from "~/features/accounts/role-requests.server";
import { findActor } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";
import { loader as people } from "~/routes/admin/people";
import { loader as permissions } from "~/routes/admin/permissions";
import { loader as showPerson } from "~/routes/admin/person";
import { action as grant, loader as grantPage } from "~/routes/admin/role-grant";
import { action as answer } from "~/routes/admin/role-request";
import { action as ask } from "~/routes/settings/roles";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

const admin = () => person("Anika", { roles: ["ADMINISTRATOR"] });

const grantTo = (actor: Actor, id: string, form: Record<string, string>) =>
  submission(actor, `/en/admin/people/${id}/role`, { id }, { role: "EDITOR", reason: "She reviews.", ...form });

test("whoever grants a role proves first who they are, when that is a while ago", async () => {
  const anika = await admin();
  const { id } = await person("Zoé");
  const sent = grantTo(anika, id, {});
  const long = { ...sent.context, provenAt: new Date(Date.now() - 20 * 60_000) };

  const refusal = (await grant({ ...sent, context: long }).catch((thrown) => thrown)) as Response;
  expect([refusal.status, refusal.headers.get("Location")]).toEqual([302, `/en/settings/proof?to=%2Fen%2Fadmin%2Fpeople%2F${id}%2Frole`]);
  expect((await findActor(id))?.roles).toEqual([]);

  expect((await grant(grantTo(anika, id, {}))).headers.get("Location")).toBe(`/en/admin/people/${id}`);
  expect((await findActor(id))?.roles).toEqual(["EDITOR"]);
});

test("a form with faults comes back with what was typed, each fault at its field", async () => {
  const anika = await admin();
  const { id } = await person("Zoé");
  const faultsOf = async (form: Record<string, string>) => {
    const response = await grant(grantTo(anika, id, form));
    return [response.status, ((await response.json()) as { errors: object }).errors];
  };

  expect(await faultsOf({ reason: " " })).toEqual([422, { reason: ["admin.errors.reason"] }]);
  expect(await faultsOf({ role: "EMPEROR" })).toEqual([422, { role: ["admin.errors.role"] }]);
  expect(await faultsOf({ endsOn: "2027-02-30" })).toEqual([422, { endsOn: ["admin.errors.date"] }]);
  expect(await faultsOf({ endsOn: "2020-01-01" })).toEqual([422, { endsOn: ["admin.errors.endsInThePast"] }]);
  await expect(grant(grantTo(anika, id, { granterId: id }))).rejects.toMatchObject({ status: 400 });
});

test("nobody but an administrator finds people, or sees their roles", async () => {
  const { id } = await person("Zoé");
  for (const role of ["PRACTITIONER", "RESEARCHER", "HOST", "EDITOR", "MODERATOR"] as const) {
    const other = await person(`Of ${role}`, { roles: [role] });
    await expect(people(visit(other, "/en/admin/people"))).rejects.toMatchObject({ status: 403 });
    await expect(showPerson(visit(other, `/en/admin/people/${id}`, { id }))).rejects.toMatchObject({ status: 403 });
    await expect(grantPage(visit(other, `/en/admin/people/${id}/role`, { id }))).rejects.toMatchObject({ status: 403 });
    await expect(permissions(visit(other, "/en/admin/permissions"))).rejects.toMatchObject({ status: 403 });
  }
});

test("people are found by a part of their name or by their whole address, which is not shown", async () => {
  const anika = await admin();
  await person("Zoé Tremblay");
  await person("Zachary 100%");
  const found = async (words: string) => {
    const text = await (await people(visit(anika, `/en/admin/people?q=${encodeURIComponent(words)}`))).text();
    return { names: (JSON.parse(text) as { people: { name: string }[] }).people.map(({ name }) => name), text };
  };

  expect((await found("tremb")).names).toEqual(["Zoé Tremblay"]);
  expect((await found("100%")).names).toEqual(["Zachary 100%"]);
  expect((await found("zoetremblay@example.org")).names).toEqual(["Zoé Tremblay"]);
  expect((await found("zoetremblay@example")).names).toEqual([]);
  expect((await found("")).names).toHaveLength(3);
  expect((await found("")).text).not.toMatch(/@example|hash/i);
});

test("a request is asked for and answered by the forms", async () => {
  const anika = await admin();
  const zoe = await person("Zoé");
  const asked = await ask(submission(zoe, "/fr/parametres/roles", {}, { role: "HOST", reason: "J’anime." }));
  expect(asked.headers.get("Location")).toBe("/fr/parametres/roles");
  const twice = await ask(submission(zoe, "/fr/parametres/roles", {}, { role: "HOST", reason: "J’anime." }));
  expect([twice.status, ((await twice.json()) as { errors: object }).errors]).toEqual([422, { role: ["admin.errors.askedAlready"] }]);

  const { id } = await db.roleRequest.findFirstOrThrow();
  const decline = (note: string) => answer(submission(anika, `/en/admin/roles/${id}`, { id }, { answer: "DECLINED", note }));
  expect((await decline("")).status).toBe(422);
  expect((await decline("Not now.")).headers.get("Location")).toBe("/en/admin/roles");
});

test("for a role of staff the answer wants a proof as well", async () => {
  const anika = await admin();
  await askForRole(await person("Zoé"), { role: "MODERATOR", reason: "I keep the peace." });
  const { id } = await db.roleRequest.findFirstOrThrow();
  const sent = submission(anika, `/en/admin/roles/${id}`, { id }, { answer: "GRANTED" });

  const refusal = await answer({ ...sent, context: { ...sent.context, provenAt: null } }).catch((thrown) => thrown);

  expect((refusal as Response).headers.get("Location")).toMatch(/^\/en\/settings\/proof\?to=/);
  expect(await db.roleRequest.count({ where: { answer: null } })).toBe(1);
});

test("the printed table says of every column what the design says", async () => {
  const { columns, permissions: rows, ofOrganizations } = await (await permissions(visit(await admin(), "/en/admin/permissions"))).json();
  const allowedTo = (permission: string) => {
    const answers = rows.find((row) => row.permission === permission)?.answers ?? [];
    return columns.filter((_, index) => answers[index] === "yes");
  };

  expect(allowedTo("public.read")).toEqual(columns);
  expect(allowedTo("post.write")).toEqual(columns.filter((column) => column !== "VISITOR"));
  expect(allowedTo("practice.write")).toEqual(["PRACTITIONER", "RESEARCHER", "EDITOR", "ADMINISTRATOR"]);
  expect(allowedTo("summary.write")).toEqual(["RESEARCHER", "EDITOR", "ADMINISTRATOR"]);
  expect(allowedTo("webinar.run")).toEqual(["HOST", "ADMINISTRATOR"]);
  expect(allowedTo("practice.review")).toEqual(["EDITOR", "ADMINISTRATOR"]);
  expect(allowedTo("summary.review")).toEqual(["RESEARCHER", "EDITOR", "ADMINISTRATOR"]);
  expect(allowedTo("case.decide")).toEqual(["MODERATOR", "ADMINISTRATOR"]);
  for (const permission of ["organization.approve", "role.grant", "portal.administer"])
    expect(allowedTo(permission)).toEqual(["ADMINISTRATOR"]);
  expect(ofOrganizations.map(({ answers }) => [answers[columns.indexOf("STEWARD")], answers[columns.indexOf("ADMINISTRATOR")]])).toEqual([
    ["own", "yes"],
    ["own", "yes"],
  ]);
});
