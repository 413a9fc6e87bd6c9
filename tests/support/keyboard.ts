import type { Locator, Page } from "playwright-core";

const MOST_STOPS = 250;

/** Goes to a thing with the Tab key, as people do who have no mouse. */
export async function tabTo(page: Page, target: Locator) {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The Tab key does not lead to ${target}`);
}

/** Goes with the Tab key through the whole page, from its top. Gives the stops at which nobody could see where they are. */
export async function lostStops(page: Page): Promise<{ count: number; lost: string[] }> {
  const lost: string[] = [];
  for (let count = 0; count < MOST_STOPS; count += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(whereAmI);
    if (stop === null) return { count, lost };
    if (stop.fault) lost.push(`${stop.name}: ${stop.fault}`);
  }
  throw new Error("The Tab key does not come to the end of this page");
}

/** What has the focus, and what is wrong with how it shows. Null at the end of the page. */
function whereAmI(): { name: string; fault: string | null } | null {
  const seen = window as unknown as { firstStop?: Element };
  const here = document.activeElement;
  if (!here || here === document.body || here === document.documentElement || here === seen.firstStop) return null;
  seen.firstStop ??= here;

  const name = `${here.tagName.toLowerCase()} “${(here.getAttribute("aria-label") ?? here.textContent ?? "").trim().slice(0, 40)}” ${here.id}`;
  // The link of a card draws its outline around the whole card.
  const { outlineStyle, outlineWidth } = getComputedStyle((here.closest(".card-title") && here.closest(".card-link-whole")) || here);
  if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return { name, fault: "no outline" };

  // Some part of what is in the window must not be covered by what sticks to an edge.
  const box = here.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const steps = [0.02, 0.15, 0.3, 0.5, 0.7, 0.85, 0.98];
  const isSeen = steps.some((x) =>
    steps.some((y) => {
      const shown = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      return shown !== null && (here.contains(shown) || shown.contains(here));
    }),
  );
  return { name, fault: isSeen && right > left && bottom > top ? null : "covered, or outside of the window" };
}
