import { afterAll, beforeAll, expect, inject, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { CLIENT, startProvider } from "#tests/support/oidc-provider";
import { get, post } from "#tests/support/people";

const DOMAIN = "riverside.example.net";
const slug = "riverside-community-health-centre-example";

let provider: Awaited<ReturnType<typeof startProvider>>;

beforeAll(async () => {
  provider = await startProvider(`${inject("portalUrl")}/sso/callback`, {
    noor: { email: `noor@${DOMAIN}`, email_verified: true, name: "Noor Haddad" },
    unsure: { email: `unsure@${DOMAIN}`, email_verified: false, name: "Unsure" },
  });
  const settings = { issuer: provider.issuer, clientId: CLIENT.id, secret: CLIENT.secret, isActive: "1" };
  const domain = await post(pathTo("en", "organizationDomains", { slug }), { domain: DOMAIN }, "admin");
  const sso = await post(pathTo("en", "organizationSso", { slug }), settings, "admin");
  expect([domain.status, sso.status]).toEqual([302, 302]);
});

afterAll(() => provider.close());

test("someone signs in through their organization, in French, and is at home in it", async () => {
  const page = await newPage({ language: "fr" });
  await page.goto(pathTo("fr", "signIn", { to: pathTo("fr", "myOrganizations") }));
  await page.getByRole("link", { name: "Se connecter par son organisme" }).click();
  await page.locator('form [name="email"]').fill(`noor@${DOMAIN}`);
  await page.getByRole("button", { name: "Continuer" }).click();

  await page.getByLabel("Login").fill("noor");
  await page.getByRole("button", { name: "Sign in" }).click();

  await page.waitForURL((url) => url.origin === inject("portalUrl"));
  expect(await page.locator(".bar-name").textContent()).toBe("Noor Haddad");
});

test("without JavaScript it leads on too, and an address that is not verified opens nothing and says so", async () => {
  const page = await newPage({ javaScript: false });
  await page.goto(pathTo("en", "organizationSignIn"));
  await page.locator('form [name="email"]').fill(`unsure@${DOMAIN}`);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("Login").fill("unsure");
  await page.getByRole("button", { name: "Sign in" }).click();

  await page.waitForURL((url) => url.pathname === pathTo("en", "organizationRefusal"));
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("That did not work");
  expect(await page.getByText("has verified your e-mail address").count()).toBe(1);
  expect(await page.getByRole("link", { name: "Sign in", exact: true }).count()).toBeGreaterThan(0);
  expect((await get(pathTo("en", "organizationSso", { slug }), "steward")).status).toBe(404);
});
