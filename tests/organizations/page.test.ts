import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { findLogo, getOrganization } from "~/features/organizations/queries.server";
import type { Audience } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import { person } from "#tests/support/world";

import { made, words } from "./places";

test("an organization is shown in the words of the reader", async () => {
  await words();
  await made({
    en: "Alpha",
    fr: "Alpha (fr)",
    city: "London",
    languages: ["en", "fr"],
    populations: ["caregivers"],
    about: { en: "We walk." },
  });

  expect(await getOrganization(null, "fr", "alpha-fr")).toMatchObject({
    outcome: "page",
    name: "Alpha (fr)",
    province: { key: "on", label: "Ontario" },
    languages: [{ label: "Français" }, { label: "Anglais" }],
    populations: [{ value: "caregivers", label: "Personnes proches aidantes" }],
    about: { text: "We walk.", language: "en" },
    slugs: { en: "alpha", fr: "alpha-fr" },
    contact: null,
    may: { change: false, runPeople: false, join: false, claim: false },
  });
});

test("old addresses, that of the other language, and those of what was merged lead to the present one", async () => {
  const { id } = await made({ en: "Alpha", fr: "Alpha fr" });
  await db.organizationSlug.create({ data: { language: "en", slug: "once-alpha", organizationId: id } });
  const beta = await made({ en: "Beta", status: "MERGED", mergedIntoId: id });
  await made({ en: "Gamma", status: "MERGED", mergedIntoId: beta.id });

  for (const slug of ["once-alpha", "alpha-fr", "beta", "gamma"])
    expect(await getOrganization(null, "en", slug), slug).toEqual({ outcome: "moved", slug: "alpha" });
  expect(await getOrganization(null, "fr", "gamma")).toEqual({ outcome: "moved", slug: "alpha-fr" });
});

test("who waits for approval is known to the applicant and the administrators only, and hides nobody else", async () => {
  const amira = await person("Amira");
  const admin = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const waiting = await made({ en: "Waiting", fr: "En attente", status: "APPLIED" });
  await db.organizationApplication.create({ data: { organizationId: waiting.id, applicantId: amira.id, message: "Mine" } });

  expect(await getOrganization(amira, "en", "waiting")).toMatchObject({ outcome: "page", hasApplied: true });
  expect(await getOrganization(admin, "en", "waiting")).toMatchObject({ outcome: "page", hasApplied: false });
  for (const viewer of [null, await person("Benoit")])
    await expect(getOrganization(viewer, "en", "waiting")).rejects.toMatchObject({ status: 404 });

  await made({ en: "Open", fr: "Waiting" });
  expect(await getOrganization(null, "en", "waiting")).toEqual({ outcome: "moved", slug: "open" });
  await expect(getOrganization(null, "en", "nowhere")).rejects.toMatchObject({ status: 404 });
});

test("a closed organization stays readable, and nobody can change or join it", async () => {
  const alpha = await made({ en: "Alpha", status: "CLOSED", closedAt: new Date("2026-03-01") });
  const admin = await person("Anika", { roles: ["ADMINISTRATOR"] });

  expect(await getOrganization(admin, "en", "alpha")).toMatchObject({
    status: alpha.status,
    closedOn: "2026-03-01",
    may: { change: false, runPeople: false, join: false, claim: false },
  });
});

test("the contact is for those for whom it is meant, and for nobody else", async () => {
  const alpha = await made({ en: "Alpha", contactEmail: "info@example.org", contactPhone: "705 555-0123" });
  const own = await person("Amira", { organizations: [alpha] });
  const member = await person("Benoit");
  const admin = await person("Anika", { roles: ["ADMINISTRATOR"] });
  const sees: Record<Audience, Viewer[]> = {
    EVERYONE: [null, member, admin, own],
    MEMBERS: [member, admin, own],
    ORGANIZATIONS: [own],
    NOBODY: [],
  };

  for (const [contactAudience, viewers] of Object.entries(sees) as [Audience, Viewer[]][]) {
    await db.organization.update({ where: { id: alpha.id }, data: { contactAudience } });
    for (const viewer of [null, member, admin, own])
      expect(JSON.stringify(await getOrganization(viewer, "en", "alpha")).includes("info@example.org"), contactAudience).toBe(
        viewers.includes(viewer),
      );
  }
});

test("each viewer is offered what they may do", async () => {
  const alpha = await made({ en: "Alpha" });
  await made({ en: "Beta", status: "LISTED" });
  const may = async (viewer: Viewer, slug: string) => {
    const page = await getOrganization(viewer, "en", slug);
    return page.outcome === "page" ? Object.entries(page.may).flatMap(([name, allowed]) => (allowed ? [name] : [])) : [];
  };

  expect(await may(await person("Steward", { organizations: [alpha], steward: true }), "alpha")).toEqual(["change", "runPeople"]);
  expect(await may(await person("Own", { organizations: [alpha] }), "alpha")).toEqual([]);
  expect(await may(await person("Member"), "alpha")).toEqual(["join"]);
  expect(await may(await person("Silent", { isSilenced: true }).then((actor) => ({ ...actor, isSilenced: true })), "alpha")).toEqual([]);
  expect(await may(null, "alpha")).toEqual([]);
  expect(await may(await person("Other"), "beta")).toEqual(["claim"]);
  expect(await may(null, "beta")).toEqual(["claim"]);
  expect(await may(await person("Anika", { roles: ["ADMINISTRATOR"] }), "beta")).toEqual(["change", "claim"]);
});

test("a logo is for those who may see whose it is", async () => {
  const { id } = await db.picture.create({ data: { bytes: Buffer.from("logo"), type: "image/webp", width: 2, height: 1 } });
  const alpha = await made({ en: "Alpha", logoId: id });

  expect(await findLogo(null, id)).toMatchObject({ type: "image/webp", isPublic: true });
  await db.organization.update({ where: { id: alpha.id }, data: { status: "APPLIED" } });
  expect(await findLogo(null, id)).toBeNull();
  expect(await findLogo(await person("Anika", { roles: ["ADMINISTRATOR"] }), id)).toMatchObject({ isPublic: false });
});
