import { expect, test } from "vitest";

import { applyForOrganization, claimOrganization, withdrawApplication } from "~/features/organizations/application.server";
import { applicationSchema } from "~/features/organizations/application-schema.server";
import { approveOrganization } from "~/features/organizations/approval.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { applicationAt, applicationFields, applied, listed, organizationAt } from "#tests/support/applications";
import { eventNames, organization, person } from "#tests/support/world";

const claim = () => ({ id: newId(), message: "I run the museum." });

test("a member applies for an organization, which nobody else sees yet; the other name defaults to the one given", async () => {
  const maya = await person("Maya");

  const slug = await applyForOrganization(maya, "fr", applicationFields({ nameEn: "", nameFr: "Cuisine du Quartier" }));

  expect(slug).toBe("cuisine-du-quartier");
  const made = await db.organization.findFirstOrThrow({ include: { faces: true, applications: true } });
  expect(made).toMatchObject({ status: "APPLIED", joinedAt: null, kind: "community-organization", city: "Halifax" });
  expect(made.faces.map(({ language, name, slug }) => `${language} ${name} ${slug}`).sort()).toEqual([
    "en Cuisine du Quartier cuisine-du-quartier",
    "fr Cuisine du Quartier cuisine-du-quartier",
  ]);
  expect(made.applications).toMatchObject([{ applicantId: maya.id, answer: null, message: "I coordinate the pantry." }]);
  expect(await eventNames()).toEqual(["organization.applied"]);
});

test("a form that is sent eight times at once applies once, and everyone is led to the same place", async () => {
  const maya = await person("Maya");
  const fields = applicationFields();

  const places = await Promise.all(Array.from({ length: 8 }, () => applyForOrganization(maya, "en", fields)));

  expect(new Set(places)).toEqual(new Set(["maple-street-pantry"]));
  expect([await db.organization.count(), await db.organizationApplication.count()]).toEqual([1, 1]);
});

test("an id that is someone else's applies for nothing", async () => {
  const fields = applicationFields();
  await applyForOrganization(await person("Maya"), "en", fields);

  await expect(applyForOrganization(await person("Eve"), "en", { ...fields, nameEn: "Quite another thing" })).rejects.toMatchObject({
    status: 404,
  });
  expect(await db.organization.count()).toBe(1);
});

test("a silenced member applies for nothing, and claims nothing", async () => {
  const eve = await person("Eve", { isSilenced: true });
  const { slug } = await listed();

  await expect(applyForOrganization(eve, "en", applicationFields())).rejects.toMatchObject({ status: 403 });
  await expect(claimOrganization(eve, "en", slug, claim())).rejects.toMatchObject({ status: 403 });
  expect(await db.organizationApplication.count()).toBe(0);
});

test("an organization without a name, or in a province that is none, is refused", async () => {
  const maya = await person("Maya");

  for (const changes of [{ nameEn: "" }, { province: "zz" }])
    await expect(applyForOrganization(maya, "en", applicationFields(changes))).rejects.toMatchObject({ status: 422 });
  expect(await db.organization.count()).toBe(0);
});

test("whoever applies for a name that is here already has to say first that theirs is another one", async () => {
  const maya = await person("Maya");
  await listed("Maple Street Pantry");

  await expect(applyForOrganization(maya, "en", applicationFields())).rejects.toMatchObject({ status: 422 });
  expect(await applyForOrganization(maya, "en", applicationFields({ isAnother: "yes" }))).toBe("maple-street-pantry-2");
});

test("what others only apply for is not given away as similar", async () => {
  await applied(await person("Maya"));

  expect(await applyForOrganization(await person("Noor"), "en", applicationFields())).toBe("maple-street-pantry-2");
});

test("of eight applications at once only five are open, and one that is taken back makes room", async () => {
  const maya = await person("Maya");
  const names = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Hemlock", "Juniper"];

  const outcomes = await Promise.allSettled(names.map((nameEn) => applyForOrganization(maya, "en", applicationFields({ nameEn }))));

  const slugs = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  expect(slugs).toHaveLength(5);
  expect(outcomes.filter((outcome) => outcome.status === "rejected").map((outcome) => outcome.reason.status)).toEqual([422, 422, 422]);
  await withdrawApplication(maya, "en", slugs[0] ?? "");
  await applyForOrganization(maya, "en", applicationFields({ nameEn: "Larch" }));
  expect(await db.organizationApplication.count({ where: { answer: null } })).toBe(5);
});

test("a listed organization is claimed; it stays listed until someone decides", async () => {
  const maya = await person("Maya");
  const { id, slug } = await listed();

  expect(await claimOrganization(maya, "en", slug, claim())).toBe(slug);

  expect(await organizationAt(id)).toMatchObject({ status: "LISTED", members: [] });
  await expect(claimOrganization(maya, "en", slug, claim())).rejects.toMatchObject({ status: 409 });
  await claimOrganization(await person("Noor"), "en", slug, claim());
  expect(await eventNames()).toEqual(["organization.claimed", "organization.claimed"]);
});

test("what is a member already, or hidden, cannot be claimed", async () => {
  const noor = await person("Noor");
  await organization("Riverside");
  const { slug } = await applied(await person("Maya"));

  await expect(claimOrganization(noor, "en", "riverside", claim())).rejects.toMatchObject({ status: 409 });
  await expect(claimOrganization(noor, "en", slug, claim())).rejects.toMatchObject({ status: 404 });
});

test("an application that is taken back puts a new organization away and frees its address; a listed one stays listed", async () => {
  const maya = await person("Maya");
  const pantry = await applied(maya);
  const museum = await listed();
  await claimOrganization(maya, "en", museum.slug, claim());

  await withdrawApplication(maya, "en", pantry.slug);
  await withdrawApplication(maya, "en", museum.slug);

  expect(await organizationAt(pantry.id)).toMatchObject({ status: "DECLINED" });
  expect(await organizationAt(museum.id)).toMatchObject({ status: "LISTED" });
  expect((await applicationAt(pantry.application)).answer).toBe("WITHDRAWN");
  expect((await applied(await person("Noor"))).slug).toBe("maple-street-pantry");
});

test("nobody takes back what another applied for, nor what is decided", async () => {
  const maya = await person("Maya");
  const { id, slug, application } = await applied(maya);

  await expect(withdrawApplication(await person("Eve"), "en", slug)).rejects.toMatchObject({ status: 404 });
  await approveOrganization(await person("Anika", { roles: ["ADMINISTRATOR"] }), id, application);
  await expect(withdrawApplication(maya, "en", slug)).rejects.toMatchObject({ status: 409 });
  expect((await organizationAt(id)).status).toBe("MEMBER");
});

test.each([
  ["www.example.org", "https://www.example.org"],
  ["http://example.org/about", "http://example.org/about"],
  ["", null],
])("the site %j is kept as %j", (site, kept) => {
  const form = { id: newId(), nameEn: "A", kind: "other", message: "Me", site };

  expect(applicationSchema.parse(form).site).toBe(kept);
});

test.each(["javascript:alert(1)", "ftp://example.org", "https://user:pass@example.org", "nonsense", "https://localhost"])(
  "%j is no site",
  (site) => {
    const form = { id: newId(), nameEn: "A", kind: "other", message: "Me", site };

    expect(applicationSchema.safeParse(form).error?.issues.map(({ message }) => message)).toEqual(["applications.errors.site"]);
  },
);
