import { expect, test } from "vitest";

import { type Language, languages } from "~/i18n/languages";
import { faultsIn } from "#tests/support/axe";
import { doors, goRound, reading, type Stop, working } from "#tests/support/tour";

const LONG_MS = 240_000;

test.each(languages)(
  "axe finds nothing on the pages that everyone reads (%s)",
  async (language) => {
    expect(await faultsOn(language, reading(language))).toEqual([]);
  },
  LONG_MS,
);

test.each(languages)(
  "axe finds nothing at the doors, and on pages that say no (%s)",
  async (language) => {
    expect(await faultsOn(language, doors(language))).toEqual([]);
  },
  LONG_MS,
);

test.each(languages)(
  "axe finds nothing on the pages of those who write and review (%s)",
  async (language) => {
    expect(await faultsOn(language, await working(language))).toEqual([]);
  },
  LONG_MS,
);

async function faultsOn(language: Language, stops: Stop[]): Promise<string[]> {
  const faults = await goRound(stops, language, async (page, { name }) => (await faultsIn(page)).map((fault) => `${name}: ${fault}`));
  return faults.flat();
}
