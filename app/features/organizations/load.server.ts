import type { Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { OrganizationStatus } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { conflict, found, notFound } from "~/platform/errors";

import { may, type Subject } from "./policy";

export type Loaded = Awaited<ReturnType<typeof loadOrganization>>;

/**
 * The organization at an address, of this language or else of the other, old addresses included, with what the policy has to know of it. It is locked until
 * the transaction ends, so that of two who change it one comes after the other. What is hidden from the actor does not exist (404).
 */
export async function loadOrganization(tx: Transaction, actor: Viewer, language: Language, slug: string) {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "OrganizationSlug" s JOIN "Organization" o ON o.id = s."organizationId"
    WHERE s.slug = ${slug} ORDER BY s.language = ${language}::"Language" DESC LIMIT 1 FOR UPDATE OF o`;

  return loadById(tx, actor, found(row).id);
}

/** The same by its id. */
export async function loadById(tx: Transaction, actor: Viewer, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE id = ${id}::uuid FOR UPDATE`;
  const organization = found(
    await tx.organization.findUnique({
      where: { id },
      include: { faces: true, applications: { where: { answer: null }, select: { id: true, applicantId: true } } },
    }),
  );
  const subject: Subject = {
    id,
    status: organization.status,
    isHidden: organization.hiddenAt !== null,
    applicantIds: organization.applications.flatMap(({ applicantId }) => applicantId ?? []),
  };
  if (!may.read(actor, subject)) throw notFound();

  return { organization, subject };
}

/** Refuses with 409 what is not in one of these states. */
export function inState({ status }: { status: OrganizationStatus }, ...wanted: OrganizationStatus[]) {
  if (!wanted.includes(status)) throw conflict("organizations.conflict.movedOn");
}

/** The name of the organization `o` in a language: a piece of SQL. */
export const nameIn = (language: Language): Prisma.Sql =>
  Prisma.sql`(SELECT f.name FROM "OrganizationFace" f WHERE f."organizationId" = o.id AND f.language = ${language}::"Language")`;
