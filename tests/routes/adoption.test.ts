import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { withdrawAdoption } from "~/features/adoption/changing.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { action as saveChange, loader as changeForm } from "~/routes/adoption/change";
import { action as confirm, loader as confirmation } from "~/routes/adoption/confirmation";
import { loader as list } from "~/routes/adoption/index";
import { action as declareAction, loader as declareForm } from "~/routes/adoption/new";
import { loader as show } from "~/routes/adoption/show";
import { action as takeBack, loader as takeBackForm } from "~/routes/adoption/withdrawal";
import { daysAgo, declaration, declare, lastSaid, practitioner, publishedGuide, say } from "#tests/support/adoptions";
import { submission, visit } from "#tests/support/request";

const world = async () => {
  const { slug } = await publishedGuide();
  return { slug, paul: await practitioner("Paul", "La Baie") };
};

/** What the form of a declaration sends. */
async function form(actor: Actor, slug: string, changes: Record<string, string | string[]> = {}) {
  const { id, organization, version, on } = await declaration(actor, slug);
  return { id, organization, version, on, province: "on", region: "", stage: "RUNNING", ...changes };
}

const send = async (actor: Actor | null, slug: string, fields: Record<string, string | string[]>) =>
  declareAction(submission(actor, `/fr/pratiques/${slug}/mise-en-oeuvre`, { slug }, fields));

const theirs = (status: number) => ({ status });

test("a practitioner declares on a form that offers what there is, and lands on the page of the adoption", async () => {
  const { slug, paul } = await world();
  const page = await declareForm(visit(paul, `/en/practices/${slug}/adoption`, { slug }));
  expect(await page.json()).toMatchObject({
    start: {
      title: "Start a walking group",
      organizations: [{ name: "La Baie" }],
      versions: [{ label: "Version 1 (English)" }],
      today: daysAgo(0),
    },
  });

  const fields = await form(paul, slug, {
    settings: ["rural", "hospital"],
    languages: "fr",
    staff: "0,5",
    peopleReached: "12",
    contact: "me",
  });
  const sent = await declareAction(submission(paul, `/en/practices/${slug}/adoption`, { slug }, fields));
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, `/en/adoptions/${fields.id}`]);
  expect(await lastSaid(fields.id)).toMatchObject({
    settings: ["rural", "hospital"],
    languages: ["fr"],
    peopleReached: 12,
    contactId: paul.id,
  });
  expect(Number((await lastSaid(fields.id)).staff)).toBe(0.5);
});

test("what cannot be comes back with a reason at its field and with all that was typed, and nothing is kept", async () => {
  const { slug, paul } = await world();
  const wrong: [Record<string, string>, Record<string, string[]>][] = [
    [{ on: daysAgo(-2) }, { on: ["adoption.error.future"] }],
    [{ on: "soon" }, { on: ["adoption.error.day"] }],
    [{ stage: "STOPPED" }, { reason: ["adoption.error.why"] }],
    [{ stage: "DREAMING" }, { stage: ["adoption.error.stage"] }],
    [{ province: "" }, { province: ["adoption.error.province"] }],
    [{ peopleReached: "many" }, { peopleReached: ["adoption.error.people"] }],
    [{ peopleReached: "1000001" }, { peopleReached: ["adoption.error.people"] }],
    [{ staff: "1,25" }, { staff: ["adoption.error.staff"] }],
    [{ region: "x".repeat(121) }, { region: ["adoption.error.tooLong:120"] }],
    [{ version: newId() }, { version: ["adoption.error.version"] }],
  ];
  for (const [changes, errors] of wrong) {
    const fields = await form(paul, slug, { note: "On snowshoes.", ...changes });
    const answer = await declareAction(submission(paul, `/en/practices/${slug}/adoption`, { slug }, fields));
    expect([answer.status, await answer.json()]).toEqual([422, { errors, values: fields, isStale: false, clientData: null }]);
  }
  expect(await db.adoption.count()).toBe(0);
});

test("visitors are sent to sign in, others are refused, and a field that no form has is refused", async () => {
  const { slug, paul } = await world();
  const fields = await form(paul, slug);

  await expect(send(null, slug, fields)).rejects.toMatchObject(theirs(302));
  await expect(declareForm(visit(null, "/en/practices/x/adoption", { slug }))).rejects.toMatchObject(theirs(302));
  await expect(declareForm(visit({ ...paul, roles: [] }, "/en/practices/x/adoption", { slug }))).rejects.toMatchObject(theirs(403));
  await expect(declareForm(visit(paul, "/en/practices/x/adoption", { slug: "no-such-guide" }))).rejects.toMatchObject(theirs(404));
  await expect(
    declareAction(submission(paul, `/en/practices/${slug}/adoption`, { slug }, { ...fields, isReplicated: "yes" })),
  ).rejects.toMatchObject(theirs(400));
});

test("the page shows today, a day of the past, and says when a day is still to come", async () => {
  const { slug, paul } = await world();
  const id = await declare(paul, slug, { stage: "PILOTING", on: daysAgo(60) });
  await say(paul, id, { stage: "RUNNING", on: daysAgo(20) });
  const at = async (query: string, actor: Actor | null = null) =>
    (await show(visit(actor, `/fr/mises-en-oeuvre/${id}${query}`, { id }))).json();

  expect(await at("")).toMatchObject({
    state: { stage: "RUNNING" },
    since: daysAgo(20),
    past: null,
    isToCome: false,
    page: { mayChange: false },
  });
  expect(await at(`?on=${daysAgo(30)}`)).toMatchObject({ state: { stage: "PILOTING" }, past: daysAgo(30) });
  expect(await at(`?on=${daysAgo(90)}`)).toMatchObject({ state: null, past: daysAgo(90) });
  expect(await at(`?on=${daysAgo(-1)}`)).toMatchObject({ state: { stage: "RUNNING" }, past: null, isToCome: true });
  expect(await at("", paul)).toMatchObject({ page: { mayChange: true } });
  await expect(show(visit(null, "/fr/mises-en-oeuvre/x", { id: "x" }))).rejects.toMatchObject(theirs(404));
});

test("the list leaves what is not set out of its address, and keeps a day to come in it to say so", async () => {
  const { slug, paul } = await world();
  await declare(paul, slug);
  const open = (query: string) => list(visit(null, `/fr/mises-en-oeuvre${query}`));
  const whereTo = async (query: string) =>
    open(query).then(
      () => null,
      (answer: Response) => answer.headers.get("Location"),
    );

  expect(await whereTo("?q=&stage=running&on=")).toBe("/fr/mises-en-oeuvre?stage=running");
  expect(await whereTo(`?q=&on=${daysAgo(-1)}`)).toBe(`/fr/mises-en-oeuvre?on=${daysAgo(-1)}`);
  expect(await (await open(`?on=${daysAgo(-1)}`)).json()).toMatchObject({ isToCome: true, list: { items: [{ stage: "RUNNING" }] } });
  expect(await (await open(`?on=${daysAgo(200)}`)).json()).toMatchObject({ isToCome: false, list: { items: [] } });
  expect(await whereTo(`?after=${newId(0)}`)).toBe("/fr/mises-en-oeuvre");
});

test("what is different now is saved from a form that holds what was said; one that comes too late comes back with its words", async () => {
  const { slug, paul } = await world();
  const id = await declare(paul, slug, { note: "On snowshoes.", staff: 1.5, contact: "me" });
  const page = await (await changeForm(visit(paul, `/en/adoptions/${id}/change`, { id }))).json();
  expect(page).toMatchObject({ contact: "me", page: { last: { note: "On snowshoes.", stage: "RUNNING" } } });

  const { id: base, versionId } = await lastSaid(id);
  const fields = { base, version: versionId, stage: "STOPPED", on: daysAgo(0), reason: "The snow is gone.", note: "On snowshoes." };
  const sent = await saveChange(submission(paul, `/fr/mises-en-oeuvre/${id}/modification`, { id }, fields));
  expect(sent.headers.get("Location")).toBe(`/fr/mises-en-oeuvre/${id}`);
  expect(await lastSaid(id)).toMatchObject({ stage: "STOPPED", reason: "The snow is gone.", verb: "CHANGED" });

  const late = await saveChange(submission(paul, `/fr/mises-en-oeuvre/${id}/modification`, { id }, fields));
  expect([late.status, await late.json()]).toMatchObject([
    409,
    { errors: { "": ["adoption.error.movedOn"] }, values: fields, isStale: true },
  ]);
  await withdrawAdoption(practiceKind, paul, id, (await lastSaid(id)).id);
  const gone = await saveChange(submission(paul, `/fr/mises-en-oeuvre/${id}/modification`, { id }, fields));
  expect(await gone.json()).toMatchObject({ errors: { "": ["adoption.error.withdrawn"] }, values: fields });
  // The page around a form that came back is drawn; opened by itself it is refused.
  const { request, ...args } = visit(paul, `/fr/mises-en-oeuvre/${id}/modification`, { id });
  const around = new Request(request, { headers: { "Content-Type": "application/x-www-form-urlencoded" } });
  expect((await changeForm({ request: around, ...args })).status).toBe(200);
  await expect(changeForm({ request, ...args })).rejects.toMatchObject(theirs(409));
});

test("a guide that went out of use while its adoption was written leaves the words on the page", async () => {
  const { slug, paul } = await world();
  const fields = await form(paul, slug, { note: "On snowshoes." });
  await db.contribution.updateMany({ data: { retiredAt: new Date() } });
  const answer = await declareAction(submission(paul, `/en/practices/${slug}/adoption`, { slug }, fields));

  expect([answer.status, await answer.json()]).toMatchObject([
    409,
    { errors: { "": ["adoption.error.retired"] }, values: { note: "On snowshoes." } },
  ]);
  expect(await db.adoption.count()).toBe(0);
});

test("words that might let a client be known are marked first, in either language, and go on once their writer has looked at them", async () => {
  const { slug, paul } = await world();
  const fields = await form(paul, slug, { note: "Our client Margaret Olsen, 82, of 14 Elm Street, liked it." });
  const declareWith = (more = {}) => declareAction(submission(paul, `/en/practices/${slug}/adoption`, { slug }, { ...fields, ...more }));
  const first = await declareWith();
  const warned = (await first.json()) as Warned;
  expect([first.status, warned]).toMatchObject([422, marked]);
  expect(await db.adoption.count()).toBe(0);
  expect((await declareWith({ clientDataChecked: warned.clientData.mark })).status).toBe(302);

  const { id } = fields;
  const { id: base, versionId: version } = await lastSaid(id);
  const reason = "Nous avons arrêté quand notre cliente Marguerite Tremblay, 82 ans, a déménagé.";
  const change = { base, version, stage: "STOPPED", on: daysAgo(0), reason };
  const changeWith = (more = {}) => saveChange(submission(paul, `/fr/mises-en-oeuvre/${id}/modification`, { id }, { ...change, ...more }));
  const second = (await (await changeWith()).json()) as Warned;
  expect(second).toMatchObject({ ...marked, values: change });
  expect((await changeWith({ clientDataChecked: second.clientData.mark })).status).toBe(302);
  expect(await lastSaid(id)).toMatchObject({ stage: "STOPPED", reason });
});

type Warned = { clientData: { mark: string } };

const marked = { errors: {}, clientData: { isChecked: false }, isStale: false };

test("an adoption is confirmed with one press, and taken back on a page that asks", async () => {
  const { slug, paul } = await world();
  const id = await declare(paul, slug);
  const base = async () => ({ base: (await lastSaid(id)).id });
  const to = (what: string) => `/en/adoptions/${id}/${what}`;

  expect((await confirmation(visit(paul, to("confirmation"), { id }))).headers.get("Location")).toBe(`/en/adoptions/${id}`);
  await expect(confirm(submission(paul, to("confirmation"), { id }, {}))).rejects.toMatchObject(theirs(400));
  await expect(confirm(submission(null, to("confirmation"), { id }, await base()))).rejects.toMatchObject(theirs(302));
  expect((await confirm(submission(paul, to("confirmation"), { id }, await base()))).status).toBe(302);
  expect(await lastSaid(id)).toMatchObject({ verb: "CONFIRMED" });

  expect(await (await takeBackForm(visit(paul, to("withdrawal"), { id }))).json()).toMatchObject({ organization: "La Baie" });
  expect((await takeBack(submission(paul, to("withdrawal"), { id }, await base()))).status).toBe(302);
  expect(await lastSaid(id)).toMatchObject({ verb: "WITHDRAWN" });
  await expect(takeBack(submission(paul, to("withdrawal"), { id }, await base()))).rejects.toMatchObject(theirs(409));
});
