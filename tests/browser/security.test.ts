import { randomUUID } from "node:crypto";

import { TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import type { Language } from "~/i18n/languages";
import { type PageName, pathTo } from "~/platform/paths";
import { faultsIn } from "#tests/support/axe";
import { newPage } from "#tests/support/browser";
import { type Desk, desk } from "#tests/support/desk";
import { overflowAt } from "#tests/support/look";
import { linkIn, mailTo } from "#tests/support/outbox";
import { post } from "#tests/support/people";

const PASSWORD = "seven birds on a wire";
const HALF_MINUTE_MS = 30_000;

// A passkey belongs to a name, and an address of numbers has none: this is the same portal by its name.
const named = inject("portalUrl").replace("127.0.0.1", "localhost");

test.each([
  { language: "en", javaScript: true },
  { language: "fr", javaScript: false },
] as const)(
  "someone sets up an authenticator app and signs in with its code, and with a recovery code ($language, JavaScript: $javaScript)",
  async ({ language, javaScript }) => {
    const at = desk(await newPage({ language, javaScript }), language);
    const { page } = at;
    const email = await join(at);
    await signIn(at, email);

    await open(at, "security");
    await at.follow("security.app.add");
    const secret = await keyOn(page);
    await page.locator("[name=code]").fill("000000");
    await at.press("security.app.submit");
    await page.getByText(at.t("security.errors.setupCode")).first().waitFor();
    expect(await keyOn(page)).toBe(secret);
    if (javaScript) await isSound(page);
    await page.locator("[name=code]").fill(codeOf(secret));
    await at.press("security.app.submit");
    await at.reads("security.codes.shownTitle");
    const codes = await page.locator(".recovery-codes code").allTextContents();
    expect(codes).toHaveLength(10);
    if (javaScript) await isSound(page);
    await mailTo(email, at.t("security.mail.authenticatorAdded.subject"));

    await leave(page);
    await signIn(at, email);
    await at.reads("security.secondFactor.leadApp");
    if (javaScript) await isSound(page);
    const used = codeOf(secret, 1);
    await page.locator("[name=code]").fill(used);
    await at.press("security.secondFactor.submit");
    await isIn(at);

    await leave(page);
    await signIn(at, email);
    await page.locator("[name=code]").fill(used);
    await at.press("security.secondFactor.submit");
    await page.getByText(at.t("security.errors.code")).first().waitFor();
    await page.locator("[name=code]").fill(codes[0] ?? "");
    await at.press("security.secondFactor.submit");
    await isIn(at);
    await open(at, "security");
    await at.reads("security.codes.left", { count: 9 });
  },
);

test("a passkey is added, signs in by itself, is the second step, and proves who one is", async () => {
  const at = desk(await newPage(), "en");
  const { page } = at;
  const email = await join(at);
  await useAuthenticator(page);
  await signIn(at, email);
  await open(at, "newPasskey");
  await at.field("security.passkeys.nameLabel").fill("My phone");
  await isSound(page);
  await at.press("security.passkeys.add");
  await at.reads("security.codes.shownTitle");
  await mailTo(email, at.t("security.mail.passkeyAdded.subject"));

  await leave(page);
  await open(at, "signIn", { to: pathTo("en", "security") });
  await at.press("security.passkeySignIn.submit");
  await at.reads("security.passkeys.used");
  expect(new URL(page.url()).pathname).toBe(pathTo("en", "security"));
  await isSound(page);

  await leave(page);
  await signIn(at, email);
  await at.press("security.secondFactor.usePasskey");
  await isIn(at);

  await open(at, "proof", { to: pathTo("en", "recoveryCodes") });
  await isSound(page);
  await at.press("security.secondFactor.usePasskey");
  await at.reads("security.codes.makeLead");
  await isSound(page);

  await open(at, "passwordRemoval");
  await isSound(page);
  await at.press("security.password.remove");
  await at.reads("security.password.none");
  await open(at, "passwordChange");
  expect(new URL(page.url()).pathname).toBe(pathTo("en", "newOwnPassword"));
  await isSound(page);
  await open(at, "security");
  await page.getByRole("link", { name: at.t("security.passkeys.removeNamed", { name: "My phone" }) }).click();
  await at.reads("security.passkeys.keep");
  await isSound(page);
});

test("a browser that refuses says so, and a page without a name offers no passkey", async () => {
  const at = desk(await newPage(), "fr");
  await useAuthenticator(at.page);
  await open(at, "passkeySignIn");
  await at.press("security.passkeySignIn.submit");
  await at.page.getByRole("alert").getByText(at.t("security.passkeySignIn.refused")).waitFor();

  await at.page.goto(inject("portalUrl") + pathTo("fr", "signIn"));
  expect(await at.page.getByRole("button", { name: at.t("security.passkeySignIn.submit") }).count()).toBe(0);
  await at.page.goto(inject("portalUrl") + pathTo("fr", "passkeySignIn"));
  expect(await at.page.getByText(at.t("security.passkeySignIn.missing")).isVisible()).toBe(true);
});

test("with the cookie of the first step alone, nothing private is answered by any door", async () => {
  const at = desk(await newPage(), "en");
  const { page } = at;
  const email = await join(at);
  await signIn(at, email);
  await open(at, "authenticator");
  await page.locator("[name=code]").fill(codeOf(await keyOn(page)));
  await at.press("security.app.submit");
  await at.reads("security.codes.shownTitle");

  const first = await post(pathTo("en", "signIn"), { email, password: PASSWORD });
  const Cookie = first.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect(Cookie).toMatch(/^__Host-pending=/);
  for (const [page, route] of [
    ["account", "settings/account"],
    ["security", "settings/security"],
    ["recoveryCodes", "settings/recovery-codes"],
    ["secondFactor", "accounts/second-factor"],
    ["home", "site"],
  ] as const)
    for (const query of ["", `?_data=${encodeURIComponent(`en/${route}`)}`]) {
      const answer = await fetch(inject("portalUrl") + pathTo("en", page) + query, { headers: { Cookie }, redirect: "manual" });
      const text = await answer.text();
      expect(`${page}${query}: ${text.includes(email) || text.includes("Noor Haddad")}`).toBe(`${page}${query}: false`);
      expect(answer.headers.getSetCookie().join()).not.toContain("__Host-session=");
    }
});

/** An account that nobody else uses. */
async function join({ language, t }: Desk): Promise<string> {
  const email = `noor.${randomUUID().slice(0, 8)}@example.org`;
  await post(pathTo(language, "signUp"), { name: "Noor Haddad", email, password: PASSWORD, language });
  const link = linkIn(await mailTo(email, t("accounts.mail.confirm.subject")));
  const token = new URL(link, named).searchParams.get("token") ?? "";
  await post(pathTo(language, "verifyEmail"), { token, password: PASSWORD });
  return email;
}

async function signIn(at: Desk, email: string) {
  await open(at, "signIn");
  await at.field("accounts.email").fill(email);
  await at.page.getByLabel(at.t("accounts.password")).fill(PASSWORD);
  await at.page.getByRole("button", { name: at.t("accounts.signIn.submit"), exact: true }).click();
  await at.page.waitForURL((url) => url.pathname !== pathTo(at.language, "signIn"));
}

const open = ({ page, language }: Desk, name: PageName, values = {}) => page.goto(named + pathTo(language as Language, name, values));

const isIn = ({ page }: Desk) => page.getByRole("banner").getByText("Noor Haddad").waitFor();

const leave = (page: Page) => page.context().clearCookies();

const keyOn = async (page: Page) => ((await page.locator(".setup-key").textContent()) ?? "").replace(/ /g, "");

const codeOf = (secret: string, steps = 0) => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * HALF_MINUTE_MS });

/** Nothing for axe to find, and nothing that is wider than a small phone. */
async function isSound(page: Page) {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
  expect(await faultsIn(page)).toEqual([]);
  expect(await overflowAt(page, 320)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width, height });
}

/** A device that holds passkeys and always finds its person (Chromium's virtual authenticator). */
async function useAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
