import { expect, test } from "vitest";

import { adoptionPart } from "~/features/adoption/archive.server";
import { confirmAdoption, handOverAdoptions, withdrawAdoption } from "~/features/adoption/changing.server";
import { declareAdoption } from "~/features/adoption/declaring.server";
import { getForChange, getForDeclaration } from "~/features/adoption/desk.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { daysAgo, declaration, declare, lastSaid, practitioner, publishedGuide, say } from "#tests/support/adoptions";
import { retirePractice } from "#tests/support/practices";
import { refusal, status } from "#tests/support/refusals";
import { eventNames, guide, organization, person } from "#tests/support/world";

const history = (id: string) =>
  db.adoptionEvent.findMany({ where: { adoptionId: id }, orderBy: [{ on: "asc" }, { id: "asc" }], select: { verb: true, stage: true } });

test("an organization declares, changes, confirms and takes back, and nothing that was said is lost", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const id = await declare(paul, slug, { stage: "PILOTING", settings: ["rural", "rural"], contact: "me", staff: 0.5 });
  await say(paul, id, { stage: "RUNNING", on: daysAgo(50), contact: "same" });
  const { id: base } = await lastSaid(id);
  // A second press changes nothing.
  for (const press of [base, base]) await confirmAdoption(practiceKind, paul, id, press);
  await withdrawAdoption(practiceKind, paul, id, (await lastSaid(id)).id);

  expect(await history(id)).toEqual([
    { verb: "DECLARED", stage: "PILOTING" },
    { verb: "CHANGED", stage: "RUNNING" },
    { verb: "CONFIRMED", stage: "RUNNING" },
    { verb: "WITHDRAWN", stage: "RUNNING" },
  ]);
  expect(await lastSaid(id)).toMatchObject({ contactId: paul.id, recorderId: paul.id });
  expect((await eventNames()).filter((name) => name.startsWith("adoption."))).toEqual([
    ...["adoption.declared", "adoption.changed", "adoption.confirmed", "adoption.withdrawn"],
  ]);
});

test("what was said is kept by the database itself, but for whom it names", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const id = await declare(paul, slug, { contact: "me" });

  await expect(db.adoptionEvent.updateMany({ where: { adoptionId: id }, data: { stage: "STOPPED" } })).rejects.toThrow("is not changed");
  await db.account.delete({ where: { id: paul.id } });
  expect(await lastSaid(id)).toMatchObject({ contactId: null, recorderId: null, stage: "RUNNING" });
});

test("a form that is sent twice declares once, also at the same moment; a place is declared once", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const form = await declaration(paul, slug);
  const send = (changes = {}) => declareAdoption(practiceKind, paul, "en", slug, { ...form, ...changes });

  expect(await Promise.all([send(), send(), send()])).toEqual([form.id, form.id, form.id]);
  expect(await db.adoptionEvent.count()).toBe(1);
  expect(await refusal(send({ id: newId() }))).toEqual([422, "adoption.error.already"]);
  const elsewhere = newId();
  expect(await send({ id: elsewhere, region: "Bathurst" })).toBe(elsewhere);
});

test("what was taken back is declared anew at its old place", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const id = await declare(paul, slug);
  await withdrawAdoption(practiceKind, paul, id, (await lastSaid(id)).id);

  expect(await refusal(declare(paul, slug, { on: daysAgo(10) }))).toEqual([422, "adoption.error.beforeLast"]);
  expect(await declare(paul, slug, { on: daysAgo(0), stage: "PLANNING" })).toBe(id);
  expect((await history(id)).map(({ verb }) => verb)).toEqual(["DECLARED", "WITHDRAWN", "DECLARED"]);
});

test("only those who speak for an organization declare and change; for strangers to what is not named it does not exist", async () => {
  const { slug } = await publishedGuide();
  const baie = await organization("La Baie");
  const paul = await person("Paul", { roles: ["PRACTITIONER"], organizations: [baie] });
  const steward = await person("Sam", { organizations: [baie], steward: true });
  const colleague = await person("Colleague", { organizations: [baie] });
  const silenced = await person("Silenced", { roles: ["PRACTITIONER"], organizations: [baie], isSilenced: true });
  const other = await practitioner("Olga", "Elsewhere");
  const open = await declare(paul, slug);
  const hidden = await declare(steward, slug, { region: "Bathurst", naming: "unnamed" });

  for (const actor of [colleague, silenced]) expect(await status(declare(actor, slug, { region: "Nowhere" }))).toBe(403);
  expect(await status(declare(other, slug, { organization: baie.id, region: "Nowhere" }))).toBe(403);
  expect(await status(say(colleague, open))).toBe(403);
  expect(await status(say(other, open))).toBe(403);
  expect(await status(say(other, hidden))).toBe(404);
  expect(await status(say(colleague, hidden))).toBe(403);
  expect(await status(confirmAdoption(practiceKind, other, open, (await lastSaid(open)).id))).toBe(403);
  expect(await status(withdrawAdoption(practiceKind, other, hidden, (await lastSaid(hidden)).id))).toBe(404);
  expect(await status(getForChange(practiceKind, other, "en", hidden))).toBe(404);
  expect(await status(getForChange(practiceKind, other, "en", open))).toBe(403);
  expect(await status(say(steward, open))).toBe(200);
  expect(await status(confirmAdoption(practiceKind, steward, newId(), newId()))).toBe(404);
});

test("guides that are drafts, hidden from someone or out of use are not declared", async () => {
  const { by, slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const draft = await guide({ by });
  const form = await declaration(paul, slug);
  const ask = (actor: typeof by, at: string) =>
    declareAdoption(practiceKind, actor, "en", at, { ...form, organization: actor.organizations[0]?.id ?? "" });

  expect(await status(ask(paul, draft.slug))).toBe(404);
  expect(await refusal(ask(by, draft.slug))).toEqual([409, "adoption.error.notPublished"]);
  expect(await status(getForDeclaration(practiceKind, paul, "en", draft.slug))).toBe(404);
  const editor = await person("Editor", { roles: ["EDITOR"] });
  await retirePractice(editor, "en", slug, { reason: "It is replaced by another guide.", successor: "" });
  expect(await refusal(ask(paul, slug))).toEqual([409, "adoption.error.retired"]);
  expect(await refusal(getForDeclaration(practiceKind, paul, "en", slug))).toEqual([409, "adoption.error.retired"]);
  expect(await db.adoption.count()).toBe(0);
});

test("a day to come or long past, a stop without a reason, a version of another guide, words that do not exist: each is refused, and nothing is kept", async () => {
  const { by, slug } = await publishedGuide();
  const other = await guide({ by, state: "PUBLISHED", fields: { title: "Another guide altogether" } });
  const paul = await practitioner("Paul", "La Baie");
  const foreign = (await declaration(paul, other.slug)).version;
  const wrong: [object, string][] = [
    [{ on: daysAgo(-1) }, "adoption.error.future"],
    [{ on: "1999-12-31" }, "adoption.error.longPast"],
    [{ stage: "STOPPED" }, "adoption.error.why"],
    [{ version: foreign }, "adoption.error.version"],
    [{ province: "xx" }, "adoption.error.province"],
    [{ settings: ["on-the-moon"] }, "publishing.error.unknownChoice"],
  ];
  for (const [changes, reason] of wrong) expect(await refusal(declare(paul, slug, changes))).toEqual([422, reason]);
  expect([await db.adoption.count(), await db.adoptionEvent.count()]).toEqual([0, 0]);

  const id = await declare(paul, slug, { on: daysAgo(5) });
  expect(await refusal(say(paul, id, { on: daysAgo(6) }))).toEqual([422, "adoption.error.beforeLast"]);
  expect(await status(say(paul, id, { stage: "STOPPED", reason: "No money was left.", on: daysAgo(1) }))).toBe(200);
});

test("of two who change at once, the second is told; what was taken back is not changed", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const id = await declare(paul, slug);
  const { id: base } = await lastSaid(id);
  const twice = await Promise.all([refusal(say(paul, id, { base })), refusal(say(paul, id, { base }))]);

  expect(twice.sort()).toEqual([
    [200, ""],
    [409, "adoption.error.movedOn"],
  ]);
  await withdrawAdoption(practiceKind, paul, id, (await lastSaid(id)).id);
  expect(await refusal(say(paul, id))).toEqual([409, "adoption.error.withdrawn"]);
  expect(await refusal(getForChange(practiceKind, paul, "en", id))).toEqual([409, "adoption.error.withdrawn"]);
});

test("a merger takes adoptions along; where both have one, the other’s stands", async () => {
  const { slug } = await publishedGuide();
  const [paul, olga] = [await practitioner("Paul", "La Baie"), await practitioner("Olga", "Elsewhere")];
  const [from, into] = [paul.organizations[0]?.id ?? "", olga.organizations[0]?.id ?? ""];
  const [both, alone] = [await declare(paul, slug), await declare(paul, slug, { region: "Bathurst" })];
  const theirs = await declare(olga, slug, { stage: "SUSTAINING" });
  await db.$transaction((tx) => handOverAdoptions(tx, from, into));

  const held = await db.adoption.findMany({ where: { organizationId: into }, select: { id: true } });
  expect(held.map(({ id }) => id).sort()).toEqual([alone, theirs].sort());
  expect((await history(both)).map(({ verb }) => verb)).toEqual(["DECLARED", "WITHDRAWN"]);
  expect((await history(theirs)).map(({ verb }) => verb)).toEqual(["DECLARED"]);
});

test("the archive of a person holds what they said of adoptions, and nothing of others", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const olga = await practitioner("Olga", "Elsewhere");
  await declare(paul, slug, { note: "We walk on snowshoes.", on: "2026-01-10" });
  await declare(olga, slug);

  expect((await adoptionPart({ ...paul, email: "" })).facts).toMatchObject({
    adoptions: [{ title: "Start a walking group", what: "DECLARED", state: "RUNNING", since: "2026-01-10", note: "We walk on snowshoes." }],
  });
});
