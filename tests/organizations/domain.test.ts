import { expect, test } from "vitest";

import { addDomain, removeDomain } from "~/features/organizations/domain.server";
import { domainFrom, isPublicProvider } from "~/features/organizations/domain-name.server";
import { db } from "~/platform/db.server";
import { eventNames, organization, person } from "#tests/support/world";

const SLUG = "riverside-health-centre";

async function setOut(email = "sam@riverside.example") {
  const riverside = await organization();
  const steward = await person("Sam", { organizations: [riverside], steward: true });
  await db.account.update({ where: { id: steward.id }, data: { email } });
  const reason = (domain: string) =>
    addDomain(steward, "en", SLUG, { domain }).then(
      () => null,
      (refusal: Response) => refusal.text(),
    );
  return { riverside, steward, reason };
}

test("a steward adds the domain of their own address, however it is typed, and lets it go again", async () => {
  const { riverside, steward } = await setOut();

  await addDomain(steward, "en", SLUG, { domain: " @Riverside.EXAMPLE " });
  expect(await db.organizationDomain.findMany()).toMatchObject([
    { domain: "riverside.example", organizationId: riverside.id, adderId: steward.id },
  ]);
  await removeDomain(steward, "en", SLUG, { domain: "riverside.example" });

  expect(await db.organizationDomain.count()).toBe(0);
  await expect(removeDomain(steward, "en", SLUG, { domain: "riverside.example" })).rejects.toMatchObject({ status: 409 });
  expect(await eventNames()).toEqual(["organization.domain_added", "organization.domain_removed"]);
});

test("a steward adds no domain that is not theirs, not even one above or below it", async () => {
  const { reason } = await setOut();

  for (const domain of ["example.org", "sub.riverside.example", "example.com"])
    expect(await reason(domain)).toBe("membership.errors.domainNotYours");
  for (const domain of [
    "",
    "riverside",
    "a b.ca",
    "https://riverside.example",
    "riverside.example/x",
    "127.0.0.1",
    "a@b.ca",
    "-a.ca",
    "a..ca",
  ])
    expect(await reason(domain)).toBe("membership.errors.domain");
  expect(await db.organizationDomain.count()).toBe(0);
});

test("a public provider is nobody's own, even for who has an address there", async () => {
  const { reason } = await setOut("sam@gmail.com");

  for (const domain of ["gmail.com", "Outlook.com", "videotron.ca", "bell.net", "sympatico.ca", "rogers.com", "shaw.ca", "telus.net"])
    expect(await reason(domain)).toBe("membership.errors.domainPublic");
});

test("an administrator adds any that is not a public provider's", async () => {
  await setOut();
  const admin = await person("Anika", { roles: ["ADMINISTRATOR"] });

  await addDomain(admin, "en", SLUG, { domain: "far.example" });
  await expect(addDomain(admin, "en", SLUG, { domain: "gmail.com" })).rejects.toMatchObject({ status: 422 });
  expect(await db.organizationDomain.count()).toBe(1);
});

test("a domain that another organization holds is refused, without a word about whose it is; one's own twice, too", async () => {
  const { riverside, reason } = await setOut();
  const elsewhere = await organization("Elsewhere");
  const held = await db.organizationDomain.create({ data: { domain: "riverside.example", organizationId: elsewhere.id } });

  expect(await reason("riverside.example")).toBe("membership.errors.domainHeld");
  await db.organizationDomain.update({ where: { domain: held.domain }, data: { organizationId: riverside.id } });
  expect(await reason("riverside.example")).toBe("membership.errors.domainYours");
});

test("of two organizations that add the same domain at once, one holds it", async () => {
  const { steward } = await setOut();
  const elsewhere = await organization("Elsewhere");
  const other = await person("Other", { organizations: [elsewhere], steward: true });
  await db.account.update({ where: { id: other.id }, data: { email: "other@riverside.example" } });
  const domain = { domain: "riverside.example" };

  const outcomes = await Promise.allSettled([addDomain(steward, "en", SLUG, domain), addDomain(other, "en", "elsewhere", domain)]);

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { status: 422 } });
});

test("strangers find nothing, and only who runs the people changes domains", async () => {
  const { riverside } = await setOut();
  const elsewhere = await organization("Elsewhere");

  for (const [actor, status] of [
    [await person("Stranger"), 404],
    [await person("Other", { organizations: [elsewhere], steward: true }), 404],
    [await person("Mate", { organizations: [riverside] }), 403],
    [await person("Silent", { organizations: [riverside], steward: true, isSilenced: true }), 403],
  ] as const) {
    await expect(addDomain(actor, "en", SLUG, { domain: "example.org" })).rejects.toMatchObject({ status });
    await expect(removeDomain(actor, "en", SLUG, { domain: "example.org" })).rejects.toMatchObject({ status });
  }
});

test.each([
  ["santé.example.ca", "xn--sant-epa.example.ca"],
  ["EXAMPLE.ORG.", "example.org"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
])("%s is %s", (typed, domain) => {
  expect(domainFrom(typed)).toBe(domain);
});

test("the usual providers are known, those of Canada too", () => {
  for (const domain of [
    "gmail.com",
    "hotmail.ca",
    "yahoo.ca",
    "icloud.com",
    "proton.me",
    "videotron.ca",
    "sympatico.ca",
    "telus.net",
    "sasktel.net",
  ])
    expect([domain, isPublicProvider(domain)]).toEqual([domain, true]);
  expect(isPublicProvider("example.org")).toBe(false);
});
