import axe from "axe-core";
import type { Page } from "playwright-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, in light and in dark, in which only the colours are others. */
export async function faultsIn(page: Page): Promise<string[]> {
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
