import sharp from "sharp";
import { beforeEach, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { changeLogo, removeLogo } from "~/features/organizations/logo.server";
import { changeOrganization } from "~/features/organizations/organization.server";
import { getOrganization } from "~/features/organizations/queries.server";
import { organizationSchema } from "~/features/organizations/schema.server";
import { db } from "~/platform/db.server";
import { eventNames, organization, person } from "#tests/support/world";

import { formOf, words } from "./places";

const SLUG = "riverside-health-centre";

beforeEach(words);

test("a steward changes what the organization says of itself, and it is on record", async () => {
  const { riverside, steward } = await cast();

  const slug = await changeOrganization(
    steward,
    "en",
    SLUG,
    formOf(riverside, {
      province: "on",
      languages: ["en", "iu"],
      populations: ["newcomers"],
      aboutFr: "Nous marchons.",
      siteEn: "https://example.org",
    }),
  );

  expect(slug).toBe(SLUG);
  expect(await getOrganization(null, "fr", SLUG)).toMatchObject({
    province: { key: "on" },
    about: { text: "Nous marchons." },
    site: "https://example.org",
    populations: [{ value: "newcomers" }],
  });
  expect(await eventNames()).toEqual(["organization.changed"]);
});

test("a new name brings a new address, and the old one leads on", async () => {
  const { riverside, steward } = await cast();

  expect(await changeOrganization(steward, "en", SLUG, formOf(riverside, { nameEn: "River Health" }))).toBe("river-health");

  expect(await getOrganization(null, "en", SLUG)).toEqual({ outcome: "moved", slug: "river-health" });
  expect(await getOrganization(null, "fr", SLUG)).toMatchObject({ outcome: "page", name: "Riverside Health Centre (fr)" });
});

test("others may not: its other people, stewards of another, members", async () => {
  const { riverside } = await cast();
  const elsewhere = await organization("Elsewhere");
  const others = [
    await person("Own", { organizations: [riverside] }),
    await person("Foreign", { organizations: [elsewhere], steward: true }),
    await person("Editor", { roles: ["EDITOR"] }),
    { ...(await person("Silent", { organizations: [riverside], steward: true })), isSilenced: true },
  ];

  for (const actor of others)
    await expect(changeOrganization(actor, "en", SLUG, formOf(riverside, { nameEn: "Taken" }))).rejects.toMatchObject({ status: 403 });
  expect(await eventNames()).toEqual([]);
});

test("an administrator keeps a listed one up to date; what is closed or waits changes no more", async () => {
  const { riverside } = await cast();
  const admin = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const change = async (status: "LISTED" | "CLOSED" | "APPLIED") => {
    const { changedAt } = await db.organization.update({ where: { id: riverside.id }, data: { status } });
    return changeOrganization(admin, "en", SLUG, formOf({ changedAt }));
  };

  expect(await change("LISTED")).toBe(SLUG);
  for (const status of ["CLOSED", "APPLIED"] as const) await expect(change(status)).rejects.toMatchObject({ status: 409 });
});

test("of two who began at once, the second is told, and overwrites nothing", async () => {
  const { riverside, steward } = await cast();
  const outcomes = await Promise.allSettled(
    ["First", "Second"].map((city) => changeOrganization(steward, "en", SLUG, formOf(riverside, { city }))),
  );

  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  expect(refused?.status === "rejected" && (await refused.reason.text())).toBe("organizations.errors.stale");
  expect(await eventNames()).toEqual(["organization.changed"]);
});

test("words that no list offers are refused, but a rare language that it had may stay", async () => {
  const { riverside, steward } = await cast();
  const attempt = (changes: Parameters<typeof formOf>[1]) => changeOrganization(steward, "en", SLUG, formOf(riverside, changes));

  for (const changes of [{ province: "zz" }, { populations: ["martians"] }, { languages: ["tlh"] }])
    await expect(attempt(changes)).rejects.toMatchObject({ status: 422 });
  await db.organization.update({ where: { id: riverside.id }, data: { languages: ["tlh"] } });
  expect(await attempt({ languages: ["tlh", "en"] })).toBe(SLUG);
});

test("the form takes sites of the web only, and says what is wrong with the rest", () => {
  const typed = { ...formOf({ changedAt: new Date() }), province: "", city: "", siteFr: "", contactEmail: "", contactPhone: "" };
  const site = (siteEn: string) => organizationSchema.safeParse({ ...typed, siteEn }).data?.siteEn;

  expect(site("www.example.org")).toBe("https://www.example.org");
  expect(site("http://example.org/path?x=1")).toBe("http://example.org/path?x=1");
  expect(site("")).toBeNull();
  for (const bad of [
    "javascript:alert(1)",
    "ftp://example.org",
    "https://user:pass@example.org",
    "data:text/html,x",
    "nothing",
    "https://",
  ])
    expect(site(bad), bad).toBeUndefined();
  for (const wrong of [
    { nameEn: " " },
    { nameFr: "<b>x</b>" },
    { aboutEn: "a".repeat(4_001) },
    { contactEmail: "x@" },
    { contactPhone: "call me" },
    { kind: "castle" },
  ])
    expect(organizationSchema.safeParse({ ...typed, siteEn: "", ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});

test("a logo is drawn, replaced and removed by those who may, and nothing of it is left", async () => {
  const { riverside, steward } = await cast();
  const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#0f5650" } })
    .png()
    .toBuffer();

  await changeLogo(steward, "en", SLUG, picture);
  await changeLogo(steward, "en", SLUG, picture);
  expect(await getOrganization(null, "en", SLUG)).toMatchObject({ logo: { width: 40, height: 20 } });
  expect(await db.picture.count()).toBe(1);

  const own = await person("Own", { organizations: [riverside] });
  await expect(changeLogo(own, "en", SLUG, picture)).rejects.toMatchObject({ status: 403 });
  await expect(removeLogo(own, "en", SLUG)).rejects.toMatchObject({ status: 403 });
  await expect(changeLogo(steward, "en", SLUG, Buffer.from("no picture"))).rejects.toMatchObject({ status: 422 });
  await removeLogo(steward, "en", SLUG);
  expect(await db.picture.count()).toBe(0);
  expect(await eventNames()).toEqual(["organization.changed", "organization.changed", "organization.changed"]);
});

async function cast(): Promise<{ riverside: Awaited<ReturnType<typeof organization>>; steward: Actor }> {
  const riverside = await organization();
  return { riverside, steward: await person("Sam", { organizations: [riverside], steward: true }) };
}
