import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, expect, inject } from "vitest";

import type { Language } from "~/i18n/languages";

import { getChromium } from "./chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser: Browser | undefined;
const contexts: BrowserContext[] = [];
const faults: string[] = [];

type Wishes = {
  /** What the reader's browser asks for. */
  language?: Language;
  javaScript?: boolean;
  width?: number;
  dark?: boolean;
  /** Errors in the console that belong to the test. */
  expecting?: RegExp;
};

/** A page in a window of its own (no cookies yet); its addresses are relative to the portal. An error in its console fails the test. */
export async function newPage({ language = "en", javaScript = true, width = 1280, dark = false, expecting }: Wishes = {}): Promise<Page> {
  const context = await (await openBrowser()).newContext({
    baseURL: inject("portalUrl"),
    locale: `${language}-CA`,
    timezoneId: "America/Toronto",
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);

  const refused = new Set<string>(); // that a page answers 404 or 422 is for the test to judge
  page.on("response", (response) => {
    if (response.request().isNavigationRequest() && response.status() >= 400) refused.add(response.url());
  });
  page.on("console", (message) => {
    const belongs = refused.has(message.location().url) || expecting?.test(message.text());
    if (message.type() === "error" && !belongs) faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => {
    if (!expecting?.test(error.message)) faults.push(`${page.url()}: ${error.stack ?? error.message}`);
  });
  return page;
}

/** The one browser of this test file. */
export async function openBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({ executablePath: getChromium(), args: FLAGS });
  return browser;
}

afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  expect(faults.splice(0), "errors in the browser's console").toEqual([]);
});

afterAll(async () => {
  await browser?.close();
});
