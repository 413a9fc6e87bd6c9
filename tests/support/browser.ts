import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, expect, inject } from "vitest";

import type { Language } from "~/i18n/languages";

import { getChromium } from "./chromium";
import { COOKIE, type Person, sessionOf } from "./people";

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
  /** Who is signed in. */
  as?: Person;
  width?: number;
  height?: number;
  dark?: boolean;
  /** Errors in the console that belong to the test. */
  expecting?: RegExp;
};

/** A page in a window of its own (no cookies yet); its addresses are relative to the portal. An error in its console fails the test. */
export async function newPage(wishes: Wishes = {}): Promise<Page> {
  const { language = "en", width = 1280, height = 900 } = wishes;
  const context = await (await openBrowser()).newContext({
    baseURL: inject("portalUrl"),
    locale: `${language}-CA`,
    timezoneId: "America/Toronto",
    javaScriptEnabled: wishes.javaScript ?? true,
    viewport: { width, height },
    colorScheme: wishes.dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  contexts.push(context);
  context.setDefaultTimeout(10_000);
  if (wishes.as) await comeAs(context, wishes.as);
  context.on("page", (page) => watch(page, wishes.expecting));
  return context.newPage();
}

async function comeAs(context: BrowserContext, person: Person) {
  const domain = new URL(inject("portalUrl")).hostname;
  const value = await sessionOf(person);
  await context.addCookies([{ name: COOKIE, value, domain, path: "/", secure: true, httpOnly: true, sameSite: "Lax" }]);
}

/** Writes down what goes wrong in a page, to be told at the end of the test. */
function watch(page: Page, expecting: RegExp | undefined) {
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
}

/** The one browser of this test file. */
async function openBrowser(): Promise<Browser> {
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
