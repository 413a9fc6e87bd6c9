import { expect, test } from "vitest";

import { action, loader } from "~/routes/accounts/sign-in";
import { action as signOut, loader as signOutLoader } from "~/routes/accounts/sign-out";
import { account, PASSWORD, session, tokenOf, whoIs } from "#tests/support/accounts";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

const credentials = { email: "amira@example.org", password: PASSWORD };

test("signing in leads to the home page of the language, with the cookie", async () => {
  const { id } = await account(credentials.email);

  const response = await action(submission(null, "/fr/connexion", {}, credentials));

  expect(response.status).toBe(302);
  expect(response.headers.get("Location")).toBe("/fr");
  expect(await whoIs(tokenOf(response.headers.get("Set-Cookie") ?? ""))).toMatchObject({ id });
});

test("signing in leads back to the page that was wanted, and never to another site", async () => {
  await account(credentials.email);
  const leadsTo = async (to: string) => (await action(submission(null, "/en/sign-in", {}, { ...credentials, to }))).headers.get("Location");

  expect(await leadsTo("/en/practices/mine?after=1")).toBe("/en/practices/mine?after=1");
  for (const to of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/en\\..//evil",
    "javascript:alert(1)",
    "/en//evil.example",
    "",
    "%2f%2fevil",
  ])
    expect(await leadsTo(to)).toBe("/en");
});

test("a wrong password brings the form back with the address, the target, and no password", async () => {
  await account(credentials.email);

  const response = await action(submission(null, "/en/sign-in", {}, { ...credentials, password: "something else", to: "/en/practices" }));

  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    errors: { "": ["accounts.errors.signIn"] },
    values: { email: "amira@example.org", to: "/en/practices" },
  });
  expect(response.headers.has("Set-Cookie")).toBe(false);
});

test("too many tries bring the form back with what was typed, and say when to come again", async () => {
  await account(credentials.email);
  const wrong = () => action(submission(null, "/en/sign-in", {}, { ...credentials, password: "something else" }));
  for (let turn = 0; turn < 10; turn++) await wrong();

  const response = await wrong();

  expect(response.status).toBe(429);
  expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(200);
  expect(await response.json()).toMatchObject({ errors: { "": ["site.error.tooMany.text"] }, values: { email: "amira@example.org" } });
});

test("an address that is sent twice, or as a list, is refused", async () => {
  for (const fields of [
    { email: ["amira@example.org", "eve@example.net"], password: PASSWORD },
    { "email[]": "eve@example.net", email: "amira@example.org", password: PASSWORD },
    { "email[to]": "eve@example.net", password: PASSWORD },
  ] as unknown as Record<string, string | string[]>[])
    await expect(action(submission(null, "/en/sign-in", {}, fields))).rejects.toMatchObject({ status: 400 });
});

test("who is signed in already is sent on", async () => {
  const amira = await person("Amira");

  await expect(loader(visit(amira, "/en/sign-in?to=/en/practices"))).rejects.toMatchObject({ status: 302 });
  expect(await (await loader(visit(null, "/en/sign-in?to=//evil.example"))).json()).toMatchObject({ to: "" });
});

test("signing out takes a form: to open the address ends nothing", async () => {
  const { id } = await account(credentials.email);
  const token = await session(id);
  const viewer = await whoIs(token);

  expect(signOutLoader(visit(viewer, "/en/sign-out")).status).toBe(302);
  expect(await whoIs(token)).toMatchObject({ id });

  const sent = submission(viewer, "/en/sign-out", {});
  const response = await signOut({ ...sent, context: { ...sent.context, sessionToken: token } });
  expect(response.headers.getSetCookie().join("\n")).toMatch(/__Host-session=;.*Max-Age=0/);
  expect(await whoIs(token)).toBeNull();
});
