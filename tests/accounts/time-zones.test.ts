import { expect, test } from "vitest";

import { profileSchema } from "~/features/accounts/schema.server";
import { isTimeZone, listTimeZones } from "~/features/accounts/time-zones.server";
import { formatClock, formatTime } from "~/i18n/format";
import "#tests/support/world";

test("the zones of Canada come first, by plain names in each language, and every zone is there once", () => {
  const [en, fr] = [listTimeZones("en"), listTimeZones("fr")];

  expect(en.canada.find(({ value }) => value === "America/Moncton")?.label).toBe("Atlantic Time — Moncton, Fredericton");
  expect(fr.canada.find(({ value }) => value === "America/Toronto")?.label).toBe("Heure de l’Est — Toronto, Ottawa, Montréal, Québec");
  expect(fr.canada.length).toBeGreaterThan(18);
  for (const { canada, elsewhere } of [en, fr]) {
    const all = [...canada, ...elsewhere].map(({ value }) => value);
    expect(new Set(all).size).toBe(all.length);
    expect(all.sort()).toEqual(Intl.supportedValuesOf("timeZone").toSorted());
  }
});

test("only a zone that the system knows is taken", () => {
  const parse = (timeZone: unknown) => profileSchema.safeParse({ name: "Amira", language: "en", timeZone }).success;

  expect(["America/Regina", "Europe/Paris"].map(parse)).toEqual([true, true]);
  expect(["", "Mars/Olympus", "../etc/passwd", "america/toronto", undefined, "+05:00"].map(parse)).toEqual(Array(6).fill(false));
  expect(isTimeZone("__proto__")).toBe(false);
});

test("a time of day is told in the zone that was chosen, and the zone is named", () => {
  const at = "2026-11-22T20:38:00Z";

  expect(formatTime(at, "en", "America/St_Johns")).toMatch(/5:08.p\.m\. (NST|GMT-3:30)/);
  expect(formatTime(at, "fr", "America/Vancouver").replace(/\s/g, " ")).toContain("12 h 38");
  expect(formatClock(at, "en", "America/Halifax").replace(/\s/g, " ")).toBe("4:38 p.m.");
});
