import type { Actor, Viewer } from "~/features/accounts/actor";
import type { CategoryKind, Circle } from "~/generated/prisma/enums";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";

import { fieldsOf, findForWork, sealOf } from "./category-at-work.server";
import { may } from "./policy";
import { seenSpaces } from "./seen.server";

export type KeptCategory = {
  id: string;
  kind: CategoryKind;
  name: string;
  slug: string;
  description: string;
  colour: string;
  icon: string;
  seenBy: Circle;
  startedBy: Circle;
  repliedBy: Circle;
  threads: number;
  isArchived: boolean;
};

/** The categories of the portal in their order, for who runs them. Refuses others (403). */
export async function listForAdministration(actor: Actor, language: Language): Promise<KeptCategory[]> {
  authorize(may.runCategories(actor));
  return list(language, Prisma.sql`k."organizationId" IS NULL`);
}

/** The spaces of an organization, as far as the viewer sees them: its people do. */
export const listSpaces = (viewer: Viewer, language: Language, organizationId: string): Promise<KeptCategory[]> =>
  list(language, Prisma.sql`k."organizationId" = ${organizationId}::uuid AND ${seenSpaces(viewer)}`);

/** What the form of a category of the portal begins with. Refuses who may not (403), and what there is not (404). */
export async function getCategoryForEdit(actor: Actor, id: string) {
  authorize(may.runCategories(actor));
  return forEdit(id, null);
}

/** What the form of a space begins with. Refuses likewise. */
export async function getSpaceForEdit(actor: Actor, organizationId: string, id: string) {
  authorize(may.runSpaces(actor, organizationId));
  return forEdit(id, organizationId);
}

async function forEdit(id: string, organizationId: string | null) {
  const category = await findForWork(db, id, organizationId);
  const { kind, archivedAt } = category;
  return { id, kind, isArchived: archivedAt !== null, fields: { seal: sealOf(category), ...fieldsOf(category) } };
}

const list = (language: Language, which: Prisma.Sql) =>
  db.$queryRaw<KeptCategory[]>`
    SELECT k.id, k.kind, f.name, f.slug, f.description, k.colour, k.icon, k."seenBy", k."startedBy", k."repliedBy", k."threadCount" AS threads,
      k."archivedAt" IS NOT NULL AS "isArchived"
    FROM "Category" k JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
    WHERE ${which} ORDER BY k."archivedAt" IS NOT NULL, k.position, k.id`;
