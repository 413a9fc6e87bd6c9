import type { Request } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";

import { languages } from "~/i18n/languages";
import { newPage } from "#tests/support/browser";
import { arrive, reading } from "#tests/support/tour";

const KB = 1024;
const KINDS = ["document", "stylesheet", "script", "font", "other"] as const;

type Weight = Record<(typeof KINDS)[number], number>;

const weights = new Map<string, Weight>();

describe.each(languages)("what a visitor reads (%s)", (language) => {
  test.each(reading(language).map((stop) => [stop.name, stop] as const))(
    "%s is light, and comes without the framework",
    async (name, stop) => {
      const page = await newPage({ language });
      const requests: Request[] = [];
      page.on("requestfinished", (request) => requests.push(request));
      await arrive(page, stop);
      await page.evaluate(() => document.fonts.ready);

      const weight: Weight = { document: 0, stylesheet: 0, script: 0, font: 0, other: 0 };
      for (const request of requests) {
        if (/^image\//.test((await (await request.response())?.headerValue("content-type")) ?? "")) continue;
        const { responseBodySize, responseHeadersSize } = await request.sizes();
        const kind = KINDS.find((kind) => kind === request.resourceType()) ?? "other";
        weight[kind] += responseBodySize + responseHeadersSize;
      }
      weights.set(`${language} ${name}`, weight);

      expect(weight.script).toBeLessThanOrEqual(10 * KB);
      expect(Object.values(weight).reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(100 * KB);
      expect(requests.map((request) => request.url()).filter((url) => /\/build\/(?!_assets|comforts|live)/.test(url))).toEqual([]);
      expect(await page.locator("script:not([src]):not([type='application/ld+json'])").count()).toBe(0);
    },
  );
});

afterAll(() => {
  const head = ["KB, compressed", ...KINDS, "all but images"];
  const rows = [...weights].map(([name, weight]) => {
    const all = Object.values(weight).reduce((sum, bytes) => sum + bytes);
    return [name, ...[...KINDS.map((kind) => weight[kind]), all].map((bytes) => (bytes / KB).toFixed(1))];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join("  ");
  process.stdout.write(`${[head, ...rows].map(line).join("\n")}\n`);
});
