import { describe, expect, test } from "vitest";

import { type Domains, domains, levelFrom } from "~/features/evidence/grade";
import { levels } from "~/features/evidence/limits";

const sound: Domains = {
  start: "randomised",
  riskOfBias: "none",
  inconsistency: "none",
  indirectness: "none",
  imprecision: "none",
  publicationBias: "none",
  largeEffect: "none",
  doseResponse: "none",
  confounding: "none",
};

const lowering = ["riskOfBias", "inconsistency", "indirectness", "imprecision", "publicationBias"] as const;
const raising = ["largeEffect", "doseResponse", "confounding"] as const;

const level = (changes: Partial<Domains>) => levelFrom({ ...sound, ...changes });
const observational = (changes: Partial<Domains>) => level({ start: "observational", ...changes });

describe("the level that the domains give", () => {
  test("starts high for randomised evidence, and low for observational evidence", () => {
    expect(level({})).toBe("HIGH");
    expect(observational({})).toBe("LOW");
  });

  test.each(lowering)("goes down by one for a serious and by two for a very serious %s", (name) => {
    expect(level({ [name]: "serious" })).toBe("MODERATE");
    expect(level({ [name]: "very-serious" })).toBe("LOW");
    expect(observational({ [name]: "serious" })).toBe("VERY_LOW");
  });

  test("goes up for observational evidence that nothing lowered", () => {
    expect(observational({ largeEffect: "large" })).toBe("MODERATE");
    expect(observational({ largeEffect: "very-large" })).toBe("HIGH");
    expect(observational({ doseResponse: "present" })).toBe("MODERATE");
    expect(observational({ confounding: "present" })).toBe("MODERATE");
    expect(observational({ doseResponse: "present", confounding: "present" })).toBe("HIGH");
  });

  test("does not go up once something lowered it, nor for randomised evidence", () => {
    expect(observational({ imprecision: "serious", largeEffect: "very-large", doseResponse: "present" })).toBe("VERY_LOW");
    expect(level({ imprecision: "serious", largeEffect: "very-large", doseResponse: "present", confounding: "present" })).toBe("MODERATE");
  });

  test.each(["start", ...lowering] as const)("is none where %s is not stated, or is a word that nobody knows", (name) => {
    expect(level({ [name]: "" })).toBeNull();
    expect(level({ [name]: "dreadful" })).toBeNull();
  });

  test.each(raising)("is none where %s could raise it but is not stated", (name) => {
    expect(observational({ [name]: "" })).toBeNull();
    expect(observational({ [name]: "", riskOfBias: "serious" })).toBe("VERY_LOW");
    expect(level({ [name]: "" })).toBe("HIGH");
  });
});

test("every combination of domains gives the level that counting gives", () => {
  let seen = 0;
  for (const stated of combinations(Object.keys(domains) as (keyof Domains)[])) {
    const down = lowering.reduce((sum, name) => sum + ["none", "serious", "very-serious"].indexOf(stated[name]), 0);
    const up =
      ["none", "large", "very-large"].indexOf(stated.largeEffect) +
      Number(stated.doseResponse === "present") +
      Number(stated.confounding === "present");
    const score = stated.start === "randomised" ? 4 - down : 2 - down + (down === 0 ? up : 0);

    if (levelFrom(stated) !== levels[4 - Math.min(4, Math.max(1, score))]) expect.fail(JSON.stringify(stated));
    seen += 1;
  }
  expect(seen).toBe(2 * 3 ** 5 * 3 * 2 * 2);
});

function* combinations(names: (keyof Domains)[], begun: Partial<Domains> = {}): Generator<Domains> {
  const [name, ...rest] = names;
  if (name === undefined) return yield begun as Domains;
  for (const value of domains[name]) yield* combinations(rest, { ...begun, [name]: value });
}
