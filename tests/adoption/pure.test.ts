import fc from "fast-check";
import { expect, test } from "vitest";

import { filtersOf, isToCome, noFilters, pastDay, queryOf } from "~/features/adoption/filters";
import { isUnconfirmed, type Said, sinceOn, stateOn } from "~/features/adoption/standing";
import { type Stage, stages } from "~/features/adoption/stages";
import { sumOf, toldOf } from "~/features/adoption/suppression";
import { today, todayOf } from "~/features/adoption/today";

const day = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);

const said = (id: number, on: number, stage: Stage, verb: Said["verb"] = "CHANGED"): Said => ({
  id: String(id).padStart(4, "0"),
  verb,
  on: day(on),
  at: `${day(on)}T12:00:00Z`,
  stage,
});

test("an adoption stands as it was said last until the day, and not at all before it was declared or after it was taken back", () => {
  const history = [
    said(1, 10, "PILOTING", "DECLARED"),
    said(2, 20, "RUNNING"),
    said(3, 30, "RUNNING", "WITHDRAWN"),
    said(4, 40, "PLANNING"),
  ];

  expect([9, 10, 19, 20, 29, 30, 39, 40].map((number) => stateOn(history, day(number))?.stage ?? null)).toEqual([
    ...[null, "PILOTING", "PILOTING", "RUNNING", "RUNNING", null, null, "PLANNING"],
  ]);
});

test("a stage holds since the day from which it was said without another one between", () => {
  const history = [said(1, 1, "RUNNING"), said(2, 5, "STOPPED"), said(3, 10, "RUNNING"), said(4, 15, "RUNNING", "CONFIRMED")];

  expect([0, 3, 7, 10, 99].map((number) => sinceOn(history, day(number)))).toEqual([null, day(1), day(5), day(10), day(10)]);
});

test("what was said last decides, in whatever order it is read, also of two on one day", () => {
  const event = fc.record({
    on: fc.nat(30),
    stage: fc.constantFrom(...stages),
    verb: fc.constantFrom<Said["verb"]>("CHANGED", "WITHDRAWN"),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), fc.nat(31), fc.infiniteStream(fc.nat()), (events, on, chance) => {
      const history = events.map((one, index) => said(index, one.on, one.stage, one.verb));
      const shuffled = [...history].sort(() => (chance.next().value % 2 === 0 ? 1 : -1));
      expect(stateOn(shuffled, day(on))).toEqual(stateOn(history, day(on)));
      expect(sinceOn(shuffled, day(on))).toEqual(sinceOn(history, day(on)));
      const state = stateOn(history, day(on));
      const since = sinceOn(history, day(on));
      expect(since === null).toBe(state === null);
      if (state && since) expect(since <= state.on && stateOn(history, since)?.stage === state.stage).toBe(true);
    }),
  );
});

test("a year after it was last said, an adoption is unconfirmed, unless it has stopped", () => {
  const at = "2025-03-01T10:00:00Z";
  expect(isUnconfirmed({ at, stage: "RUNNING" }, "2026-03-01")).toBe(false);
  expect(isUnconfirmed({ at, stage: "RUNNING" }, "2026-03-02")).toBe(true);
  expect(isUnconfirmed({ at, stage: "STOPPED" }, "2030-01-01")).toBe(false);
});

test("no number under five is told, and those that are not named change nothing but by whole fives", () => {
  const count = fc.nat(60);
  fc.assert(
    fc.property(count, count, (named, unnamed) => {
      const told = toldOf({ named, unnamed });
      if (told.kind === "atLeast") {
        expect(told.number).toBeGreaterThanOrEqual(5);
        expect(told.number % 5).toBe(0);
        expect(told.number).toBeLessThanOrEqual(named + unnamed);
      } else expect(named + Math.floor(unnamed / 5) * 5).toBeLessThan(5);
      // Whoever counts the named ones learns of the others no more than how many whole fives they are.
      expect(told).toEqual(toldOf({ named, unnamed: Math.floor(unnamed / 5) * 5 }));
      expect(told.kind === "none").toBe(named === 0 && unnamed < 5);
    }),
  );
  expect(sumOf([])).toEqual({ named: 0, unnamed: 0 });
});

test("the filters of an address are read, and what they do not understand is no limit", () => {
  const read = (query: string) => filtersOf(new URL(`https://example.org/en/adoptions?${query}`), "2026-11-23");

  expect(read("stage=dreaming&language=de&standing=maybe&province=O%20N&on=yesterday&q=%20%20")).toEqual(noFilters);
  expect(read("stage=running&language=fr&standing=unconfirmed&province=on&on=2026-01-31&q=tea&guide=a-b&organization=c")).toEqual({
    ...noFilters,
    ...{
      stage: "running",
      language: "fr",
      standing: "unconfirmed",
      province: "on",
      on: "2026-01-31",
      q: "tea",
      guide: "a-b",
      organization: "c",
    },
  });
  expect(queryOf({ ...noFilters, stage: "running" })).toEqual({ stage: "running" });
  expect(["2026-11-23", "2026-11-24", "2026-02-30", "1999-12-31", "2026-11-22", null].map((on) => pastDay(on, "2026-11-23"))).toEqual([
    ...[null, null, null, null, "2026-11-22", null],
  ]);
  expect(["2026-11-24", "2026-11-23", "9999-99-99"].map((on) => isToCome(on, "2026-11-23"))).toEqual([true, false, false]);
});

test("today is the day that has begun somewhere in Canada, and for someone there the day of their own", () => {
  const evening = new Date("2026-11-24T03:00:00Z");
  const night = new Date("2026-11-24T03:45:00Z");

  expect([today(evening), today(night)]).toEqual(["2026-11-23", "2026-11-24"]);
  const days = (at: Date) => ["America/Vancouver", "America/St_Johns", "Pacific/Auckland"].map((timeZone) => todayOf({ timeZone }, at));
  expect(days(evening)).toEqual(["2026-11-23", "2026-11-23", "2026-11-23"]);
  expect(days(night)).toEqual(["2026-11-23", "2026-11-24", "2026-11-24"]);
});
