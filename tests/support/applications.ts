import type { Actor } from "~/features/accounts/actor";
import { applyForOrganization } from "~/features/organizations/application.server";
import type { NewApplication } from "~/features/organizations/application-schema.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { organization } from "#tests/support/world";

/** What someone says who applies for an organization; `changes` replaces fields. */
export const applicationFields = (changes: Partial<NewApplication> = {}): NewApplication => ({
  id: newId(),
  nameEn: "Maple Street Pantry",
  nameFr: "",
  kind: "community-organization",
  province: null,
  city: "Halifax",
  site: "https://pantry.example.org",
  about: "Food for the neighbourhood.",
  message: "I coordinate the pantry.",
  ...changes,
});

/** A new organization that someone applied for, with its application. */
export async function applied(by: Actor, changes: Partial<NewApplication> = {}) {
  const fields = applicationFields(changes);
  const slug = await applyForOrganization(by, "en", fields);
  const { organizationId } = await db.organizationApplication.findUniqueOrThrow({ where: { id: fields.id } });
  return { id: organizationId, application: fields.id, slug };
}

/** A listed organization, which has not joined. */
export async function listed(name = "Harbour Museum") {
  const { id } = await organization(name);
  await db.organization.update({ where: { id }, data: { status: "LISTED", joinedAt: null } });
  return { id, slug: name.toLowerCase().replace(/[^a-z]+/g, "-") };
}

export const organizationAt = (id: string) =>
  db.organization.findUniqueOrThrow({ where: { id }, include: { faces: true, slugs: true, members: true } });

export const applicationAt = (id: string) => db.organizationApplication.findUniqueOrThrow({ where: { id } });
