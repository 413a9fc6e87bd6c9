import { beforeEach, expect, test, vi } from "vitest";

import { currentDocuments, getConsents, giveConsent, recordConsents } from "~/features/accounts/consent.server";
import { findActor } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";
import { action as agree, loader as consentPage } from "~/routes/accounts/consent";
import { action as saveProfile, loader as settings } from "~/routes/settings/account";
import { account, events } from "#tests/support/accounts";
import { submission, visit } from "#tests/support/request";
import "#tests/support/world";

type Version = { version: string; asksAgainSince: string };

const versions = vi.hoisted((): { of: Record<string, Version> } => ({ of: {} }));

vi.mock("~/platform/content.server", async (original) => ({
  ...(await original<object>()),
  readPageVersion: (key: string) => versions.of[key],
}));

const first = { version: "2026-11-22", asksAgainSince: "2026-11-22" };

beforeEach(() => {
  versions.of = { terms: first, privacy: first };
});

test("an account that never agreed owes its consent, and one that did owes none", async () => {
  const { id } = await account("amira@example.org");
  expect(await findActor(id)).toMatchObject({ owesConsent: false });

  await db.consent.deleteMany({ where: { document: "PRIVACY" } });
  expect(await findActor(id)).toMatchObject({ owesConsent: true });
});

test.each(["terms", "privacy"])("a new version of the page %s asks again when it says so, and not when it does not", async (page) => {
  const { id } = await account("amira@example.org");

  versions.of[page] = { version: "2027-02-01", asksAgainSince: "2026-11-22" };
  expect(await findActor(id)).toMatchObject({ owesConsent: false });
  versions.of[page] = { version: "2027-03-01", asksAgainSince: "2027-03-01" };
  expect(await findActor(id)).toMatchObject({ owesConsent: true });
});

test("consent to a version in between counts for what came after it and does not ask again", async () => {
  const { id } = await account("amira@example.org");
  const amira = await actor(id);
  versions.of.terms = { version: "2027-03-01", asksAgainSince: "2027-03-01" };
  await giveConsent(amira, "en", { terms: "2027-03-01", privacy: "2026-11-22" });

  versions.of.terms = { version: "2027-05-01", asksAgainSince: "2027-03-01" };

  expect(await findActor(id)).toMatchObject({ owesConsent: false });
  expect(await getConsents(amira)).toMatchObject([
    { document: "TERMS", version: "2027-05-01", isOwed: false, last: { version: "2027-03-01" } },
    { document: "PRIVACY", version: "2026-11-22", isOwed: false, last: { version: "2026-11-22" } },
  ]);
});

test("who agrees, even twice at the same moment, agrees once, with version, language and time on record", async () => {
  const { id } = await account("amira@example.org");
  const amira = await actor(id);
  versions.of = { terms: { version: "2027-03-01", asksAgainSince: "2027-03-01" }, privacy: first };
  const shown = { terms: "2027-03-01", privacy: "2026-11-22" };

  await Promise.all([giveConsent(amira, "fr", shown), giveConsent(amira, "fr", shown)]);
  await giveConsent({ ...amira, isSilenced: true }, "en", shown);

  expect(await db.consent.findMany({ where: { version: "2027-03-01" } })).toMatchObject([
    { accountId: id, document: "TERMS", language: "fr", givenAt: expect.any(Date) },
  ]);
  expect(await db.consent.count()).toBe(3);
  expect(await events()).toEqual(["account.consented"]);
  expect(await db.$transaction((tx) => recordConsents(tx, id, "en"))).toBe(0);
});

test("nobody agrees to what they have not seen: a version that is newer by now is shown first", async () => {
  const { id } = await account("amira@example.org");
  versions.of.terms = { version: "2027-03-01", asksAgainSince: "2027-03-01" };

  const refusal = (await giveConsent(await actor(id), "en", { terms: "2026-11-22", privacy: "2026-11-22" }).catch(
    (response: Response) => response,
  )) as Response;

  expect([refusal.status, await refusal.text()]).toEqual([422, "settings.consent.newer"]);
  expect(await findActor(id)).toMatchObject({ owesConsent: true });
});

test.each([
  ["en", "/en/settings/account?x=1", "/en/consent?to=%2Fen%2Fsettings%2Faccount%3Fx%3D1"],
  ["fr", "/fr/parametres/compte", "/fr/consentement?to=%2Ffr%2Fparametres%2Fcompte"],
] as const)("who owes consent is asked before a page opens, and comes back to it (%s)", async (language, path, question) => {
  const { id } = await account("amira@example.org");
  versions.of.terms = { version: "2027-03-01", asksAgainSince: "2027-03-01" };
  const amira = await actor(id);

  const refusal = (await settings(visit(amira, path)).catch((response: unknown) => response)) as Response;
  expect([refusal.status, refusal.headers.get("Location")]).toEqual([302, question]);
  const page = await (await consentPage(visit(amira, question))).json();
  expect(page).toMatchObject({
    to: path,
    documents: [
      { document: "TERMS", isOwed: true },
      { document: "PRIVACY", isOwed: false },
    ],
  });

  const form = { terms: "2027-03-01", privacy: "2026-11-22", to: path };
  const answer = await agree(submission(amira, question, {}, form));
  expect(answer.headers.get("Location")).toBe(path);
  expect(await db.consent.findFirst({ where: { version: "2027-03-01" } })).toMatchObject({ language });
  expect(await (await settings(visit(await actor(id), path))).json()).toMatchObject({ account: { name: "Amira" } });
});

test("what was written is never lost over a page of terms: forms are taken, and come back with their faults", async () => {
  const { id } = await account("amira@example.org");
  versions.of.terms = { version: "2027-03-01", asksAgainSince: "2027-03-01" };
  const amira = await actor(id);
  const path = "/en/settings/account";

  const saved = await saveProfile(submission(amira, path, {}, { name: "Amira H.", language: "en", timeZone: "America/Toronto" }));
  expect(saved.headers.get("Location")).toBe(path);
  for (const [header, value] of [
    ["Content-Type", "application/x-www-form-urlencoded"],
    ["Sec-Fetch-Dest", "empty"],
  ] as const) {
    const args = visit(amira, path);
    args.request.headers.set(header, value);
    expect((await settings(args)).status).toBe(200);
  }
});

test("a visitor is asked to sign in first, and a foreign address is not gone back to", async () => {
  await expect(consentPage(visit(null, "/en/consent"))).rejects.toMatchObject({ status: 302 });
  await expect(agree(submission(null, "/en/consent", {}, {}))).rejects.toMatchObject({ status: 302 });

  const amira = await actor((await account("amira@example.org")).id);
  const { TERMS, PRIVACY } = currentDocuments();
  const sent = { terms: TERMS.version, privacy: PRIVACY.version, to: "https://elsewhere.example" };
  expect((await agree(submission(amira, "/en/consent", {}, sent))).headers.get("Location")).toBe("/en");
});

async function actor(id: string) {
  const found = await findActor(id);
  if (!found) throw new Error("Nobody is there.");
  return found;
}
