import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { withdrawAdoption } from "~/features/adoption/changing.server";
import { getAdoptions } from "~/features/adoption/directory.server";
import { type Filters, noFilters } from "~/features/adoption/filters";
import { listAdoptions } from "~/features/adoption/list.server";
import { getAdoption } from "~/features/adoption/page.server";
import { isUnconfirmed, sinceOn, stateOn } from "~/features/adoption/standing";
import { dayOf, type Stage, stages } from "~/features/adoption/stages";
import { ensureProfile } from "~/features/people/profile.server";
import { noFilters as noGuideFilters } from "~/features/practices/filters";
import { listPractices } from "~/features/practices/list.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { daysAgo, declare, lastSaid, practitioner, publishedGuide, say } from "#tests/support/adoptions";
import { edition, publish } from "#tests/support/editions";
import { goAlone } from "#tests/support/one-language";
import { status } from "#tests/support/refusals";
import { statementsOf } from "#tests/support/statements";
import { guide, organization, person } from "#tests/support/world";

const look = (viewer: Viewer, filters: Partial<Filters> = {}, day = daysAgo(0)) =>
  getAdoptions(practiceKind, { viewer, language: "en", filters: { ...noFilters, ...filters }, day, after: null });

const ids = async (viewer: Viewer, filters: Partial<Filters> = {}, day?: string) =>
  (await look(viewer, filters, day)).list.items.map(({ id }) => id);

test("“rural, francophone, older adults: who runs this, what did they change, whom may I ask” is answered", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul Cormier", "La Baie");
  const olga = await practitioner("Olga", "Elsewhere");
  await db.$transaction((tx) => ensureProfile(tx, paul.id));
  const own = await edition(paul, slug, { title: "Our walks on snowshoes" });
  await goAlone(practiceKind, "en", own);
  await publish(paul, own);
  const wanted = { settings: ["rural"], populations: ["older-adults"], languages: ["fr" as const] };
  const id = await declare(paul, slug, { ...wanted, province: "nb", contact: "me", note: "On snowshoes in winter." });
  for (const [region, changes] of Object.entries({
    a: { settings: ["hospital"] },
    b: { populations: [] },
    c: { languages: ["en" as const] },
  }))
    await declare(olga, slug, { ...wanted, ...changes, region });

  const member = await person("Maya");
  const { list } = await look(member, { setting: "rural", population: "older-adults", language: "fr", stage: "running" });
  expect(list.items).toMatchObject([
    {
      id,
      organization: "La Baie",
      stage: "RUNNING",
      since: daysAgo(100),
      note: "On snowshoes in winter.",
      edition: { title: "Our walks on snowshoes" },
      contact: { name: "Paul Cormier" },
      isUnconfirmed: false,
    },
  ]);
  // A profile that is for members is not told to visitors; nor is anybody who has left.
  expect((await look(null, { setting: "rural", language: "fr", population: "older-adults" })).list.items[0]?.contact).toBeNull();
  await db.membership.deleteMany({ where: { accountId: paul.id } });
  expect((await look(member, { stage: "running", province: "nb" })).list.items[0]?.contact).toBeNull();
});

test("each filter narrows the list, by itself and with the others", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const olga = await practitioner("Olga", "Elsewhere");
  const first = await declare(paul, slug, { settings: ["rural"], note: "Sur des raquettes d’hiver", stage: "PILOTING" });
  const second = await declare(olga, slug, { province: "nb", region: "Bathurst", populations: ["older-adults"] });

  expect(await ids(null)).toEqual([second, first]);
  const found: [Partial<Filters>, string[]][] = [
    [{ q: "BATHURST elsewhere" }, [second]],
    [{ q: "walking group" }, [second, first]],
    [{ q: "d'hiver" }, [first]],
    [{ q: "hiver raquettes" }, [first]],
    [{ q: "%" }, []],
    [{ guide: slug }, [second, first]],
    [{ guide: "no-such-guide" }, []],
    [{ organization: "la-baie" }, [first]],
    [{ stage: "piloting" }, [first]],
    [{ province: "nb" }, [second]],
    [{ setting: "rural" }, [first]],
    [{ population: "older-adults", province: "nb" }, [second]],
    [{ population: "older-adults", province: "on" }, []],
    [{ standing: "unconfirmed" }, []],
    [{ standing: "confirmed" }, [second, first]],
  ];
  for (const [filters, expected] of found) expect([filters, await ids(null, filters)]).toEqual([filters, expected]);
});

test("a day of the past is shown as it was: what began later is not there, what was taken back later is", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const id = await declare(paul, slug, { stage: "PILOTING", on: daysAgo(300) });
  await say(paul, id, { stage: "RUNNING", on: daysAgo(100) });
  await withdrawAdoption(practiceKind, paul, id, (await lastSaid(id)).id);
  const stageOf = async (days: number) => (await look(null, {}, daysAgo(days))).list.items.map(({ stage, since }) => [stage, since]);

  expect(await stageOf(301)).toEqual([]);
  expect(await stageOf(200)).toEqual([["PILOTING", daysAgo(300)]]);
  expect(await stageOf(50)).toEqual([["RUNNING", daysAgo(100)]]);
  expect(await stageOf(0)).toEqual([]);
});

test("the list says of every day what the pure words say of one adoption", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  let seed = 7;
  const chance = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  const versionId = (await lastSaid(await declare(paul, slug, { region: "The first", on: daysAgo(0) }))).versionId;
  const contributionId = (await db.adoption.findFirstOrThrow()).contributionId;
  for (let place = 0; place < 12; place++) {
    const says = Array.from({ length: 1 + chance(6) }, (_, index) => ({
      id: newId(Date.now() + index),
      verb: index > 0 && chance(5) === 0 ? ("WITHDRAWN" as const) : ("CHANGED" as const),
      on: new Date(daysAgo(chance(1_500))),
      at: new Date(Date.now() - chance(1_500) * 86_400_000),
      stage: stages[chance(stages.length)] as Stage,
      versionId,
    }));
    const key = { id: newId(), contributionId, organizationId: paul.organizations[0]?.id ?? "", province: "on", region: `Place ${place}` };
    await db.adoption.create({ data: { ...key, events: { create: says } } });
  }
  const all = await db.adoption.findMany({ include: { events: true } });

  for (const days of [0, 1, 100, 365, 400, 800, 1_200, 1_600]) {
    const day = daysAgo(days);
    const told = all
      .map(({ id, events }) => ({ id, events: events.map((event) => ({ ...event, on: dayOf(event.on), at: event.at.toISOString() })) }))
      .map(({ id, events }) => ({ id, state: stateOn(events, day), since: sinceOn(events, day) }))
      .flatMap(({ id, state, since }) =>
        state ? [{ id, stage: state.stage, since, isUnconfirmed: isUnconfirmed({ at: state.at, stage: state.stage }, day) }] : [],
      )
      .sort((one, other) => (one.id < other.id ? 1 : -1));
    const { items } = await listAdoptions(practiceKind, null, "en", noFilters, day, null, 100);
    expect(items.map(({ id, stage, since, isUnconfirmed }) => ({ id, stage, since, isUnconfirmed }))).toEqual(told);
  }
});

test("what is not named is listed for its organization alone, and enters all that others are told in whole fives", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const olga = await practitioner("Olga", "Elsewhere");
  const stranger = await person("Stranger");
  const unnamed = { naming: "unnamed" as const, settings: ["rural"] };
  const told = async (filters: Partial<Filters> = {}) => {
    const { list, places, everywhere, told: count } = await look(stranger, filters);
    return JSON.stringify({ list, places: places.map(({ href: _, ...place }) => place), everywhere, count });
  };
  const combinations = [
    {},
    { province: "on" },
    { setting: "rural" },
    { province: "on", setting: "rural" },
    { q: "walking" },
    { guide: slug },
  ];
  const allTold = () => Promise.all(combinations.map(told));

  const nothing = await allTold();
  const hidden: string[] = [];
  for (let number = 1; number <= 4; number++) hidden.push(await declare(paul, slug, { ...unnamed, region: `Region ${number}` }));
  expect(await allTold()).toEqual(nothing);
  expect(await ids(paul)).toEqual([...hidden].reverse());
  expect(await status(getAdoption(practiceKind, stranger, "en", hidden[0] ?? ""))).toBe(404);
  expect(await status(getAdoption(practiceKind, paul, "en", hidden[0] ?? ""))).toBe(200);

  await declare(olga, slug, { ...unnamed, region: "Region 5" });
  for (const words of await allTold()) expect(words).toMatch(/"kind":"atLeast","number":5/);
  // Whoever asks for the one organization learns nothing, in fives either.
  await declare(paul, slug, { ...unnamed, region: "Region 6" });
  expect(await told({ organization: "la-baie" })).toMatch(/"kind":"none"/);
  expect(await told({ q: "Baie" })).toMatch(/"kind":"none"/);
});

test("who no longer wants to be named is named by no old date either", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const id = await declare(paul, slug, { on: daysAgo(100) });
  await say(paul, id, { naming: "unnamed", on: daysAgo(1) });

  expect(await ids(null, {}, daysAgo(50))).toEqual([]);
  expect(await status(getAdoption(practiceKind, null, "en", id))).toBe(404);
});

test("a number of people under five is told to the organization alone", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  const id = await declare(paul, slug, { peopleReached: 4 });
  const enough = await declare(paul, slug, { peopleReached: 5, region: "Bathurst" });

  expect((await getAdoption(practiceKind, null, "en", id)).last).toMatchObject({ peopleReached: null, isFew: true });
  expect((await getAdoption(practiceKind, paul, "en", id)).last).toMatchObject({ peopleReached: 4, isFew: false });
  expect((await getAdoption(practiceKind, null, "en", enough)).last).toMatchObject({ peopleReached: 5, isFew: false });
});

test("adoptions of guides that someone may not read, and of organizations that are no members, are not told of", async () => {
  const { by, slug } = await publishedGuide({ visibility: "MEMBERS" });
  const paul = await practitioner("Paul", "La Baie");
  const id = await declare(paul, slug);

  expect(await ids(null)).toEqual([]);
  expect(await ids(by)).toEqual([id]);
  expect(await status(getAdoption(practiceKind, null, "en", id))).toBe(404);
  await db.organization.update({ where: { id: paul.organizations[0]?.id ?? "" }, data: { status: "CLOSED" } });
  expect(await ids(by)).toEqual([]);
  expect(await status(getAdoption(practiceKind, by, "en", id))).toBe(404);
});

test("a guide is replicated while two organizations run it by name, and nobody can claim that", async () => {
  const { by, slug } = await publishedGuide({ maturity: "TRIED" });
  await guide({ by, state: "PUBLISHED", fields: { title: "Another guide altogether" } });
  const paul = await practitioner("Paul", "La Baie");
  const olga = await practitioner("Olga", "Elsewhere");
  const maturity = async () => {
    const page = await getPractice(null, "en", slug);
    const listed = async (wanted: string) =>
      (await listPractices(null, "en", { ...noGuideFilters, maturity: wanted })).items.filter((item) => item.slug === slug);
    const [replicated, tried] = [await listed("REPLICATED"), await listed("TRIED")];
    expect(replicated.length + tried.length).toBe(1);
    expect([...replicated, ...tried][0]?.maturity).toBe(page.outcome === "page" ? page.maturity : null);
    return page.outcome === "page" ? page.maturity : page.outcome;
  };

  const first = await declare(paul, slug, { stage: "RUNNING" });
  await declare(paul, slug, { stage: "RUNNING", region: "Bathurst" });
  expect(await maturity()).toBe("TRIED");
  const second = await declare(olga, slug, { stage: "PILOTING" });
  expect(await maturity()).toBe("TRIED");
  await say(olga, second, { stage: "SUSTAINING", on: daysAgo(10) });
  expect(await maturity()).toBe("REPLICATED");
  await say(olga, second, { stage: "SUSTAINING", on: daysAgo(9), naming: "unnamed" });
  expect(await maturity()).toBe("TRIED");
  await say(olga, second, { stage: "RUNNING", on: daysAgo(8) });
  expect(await maturity()).toBe("REPLICATED");
  await say(paul, first, { stage: "STOPPED", reason: "No money was left.", on: daysAgo(1) });
  expect(await maturity()).toBe("REPLICATED");
  await withdrawAdoption(practiceKind, olga, second, (await lastSaid(second)).id);
  expect(await maturity()).toBe("TRIED");
});

test("the page of a guide tells who runs it, in the one question that it is read with; the list of adoptions asks three", async () => {
  const { slug } = await publishedGuide();
  const paul = await practitioner("Paul", "La Baie");
  await declare(paul, slug);
  const olga = await practitioner("Olga", "Elsewhere");
  await declare(olga, slug, { naming: "unnamed" });
  const page = await getPractice(null, "en", slug);

  expect(page.outcome === "page" && page.adoption).toEqual({
    told: { kind: "few" },
    names: [{ name: "La Baie", slug: "la-baie" }],
    areMore: false,
    isDone: true,
  });
  expect((await statementsOf(() => getPractice(null, "en", slug))).length).toBe(1);
  expect((await statementsOf(() => look(null))).length).toBeLessThanOrEqual(3);
  for (let number = 0; number < 5; number++)
    await declare(
      await person(`P${number}`, { roles: ["PRACTITIONER"], organizations: [await organization(`Org ${"abcde"[number]}`)] }),
      slug,
    );
  const more = await getPractice(null, "en", slug);
  expect(more.outcome === "page" && more.adoption).toMatchObject({ told: { kind: "atLeast", number: 5 }, names: [] });
});
