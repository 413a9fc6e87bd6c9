import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { languages } from "~/i18n/languages";
import { newPage } from "#tests/support/browser";
import { arrive, doors, reading, type Stop, working } from "#tests/support/tour";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LONG_MS = 240_000;

test.each(languages)(
  "axe finds nothing on the pages that everyone reads (%s)",
  async (language) => {
    expect(await faultsOn(reading(language))).toEqual([]);
  },
  LONG_MS,
);

test.each(languages)(
  "axe finds nothing at the doors, and on pages that say no (%s)",
  async (language) => {
    expect(await faultsOn(doors(language))).toEqual([]);
  },
  LONG_MS,
);

test.each(languages)(
  "axe finds nothing on the pages of those who write and review (%s)",
  async (language) => {
    expect(await faultsOn(await working(language))).toEqual([]);
  },
  LONG_MS,
);

/** Looks at each page in light and in dark. People do not wait for each other. */
async function faultsOn(stops: Stop[]): Promise<string[]> {
  const people = [...new Set(stops.map((stop) => stop.as))];
  const faults = await Promise.all(
    people.map(async (person) => {
      const page = await newPage({ as: person });
      const found: string[] = [];
      for (const stop of stops.filter((stop) => stop.as === person)) {
        await arrive(page, stop);
        found.push(...(await faultsIn(page)).map((fault) => `${stop.name}: ${fault}`));
      }
      return found;
    }),
  );
  return faults.flat();
}

/** In the dark only the colours are others. */
async function faultsIn(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.evaluate(axe.source);
  const light = await ask(page, RULES);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await ask(page, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
  return [...light, ...dark.map((fault) => `in the dark: ${fault}`)];
}

const ask = (page: Page, runOnly: axe.RunOptions["runOnly"]) =>
  page.evaluate(async (runOnly) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`));
  }, runOnly);
