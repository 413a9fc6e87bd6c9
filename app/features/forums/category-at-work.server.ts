import { createHash } from "node:crypto";

import type { CategoryKind, Circle } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";
import { found } from "~/platform/errors";
import type { Language } from "~/i18n/languages";

/** A category with all that one may change in it. */
export type AtWork = {
  id: string;
  kind: CategoryKind;
  organizationId: string | null;
  colour: string;
  icon: string;
  seenBy: Circle;
  startedBy: Circle;
  repliedBy: Circle;
  archivedAt: Date | null;
  faces: { language: Language; name: string; slug: string; description: string }[];
};

/** A category of the portal (null), or a space of an organization, locked until the transaction ends. Refuses what there is not (404). */
export async function loadForWork(tx: Transaction, id: string, organizationId: string | null): Promise<AtWork> {
  await tx.$queryRaw`SELECT 1 FROM "Category" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return findForWork(tx, id, organizationId);
}

/** The same, to look at. */
export async function findForWork(tx: Transaction, id: string, organizationId: string | null): Promise<AtWork> {
  return found(
    await tx.category.findFirst({
      where: { id, organizationId },
      select: {
        ...{
          id: true,
          kind: true,
          organizationId: true,
          colour: true,
          icon: true,
          seenBy: true,
          startedBy: true,
          repliedBy: true,
          archivedAt: true,
        },
        faces: { orderBy: { language: "asc" }, select: { language: true, name: true, slug: true, description: true } },
      },
    }),
  );
}

/** The fields of the form for a category, as they are now. */
export function fieldsOf(category: AtWork) {
  const faceIn = (language: Language) => found(category.faces.find((face) => face.language === language));
  const { colour, icon, seenBy, startedBy, repliedBy } = category;
  return {
    nameEn: faceIn("en").name,
    nameFr: faceIn("fr").name,
    descriptionEn: faceIn("en").description,
    descriptionFr: faceIn("fr").description,
    ...{ colour, icon, seenBy, startedBy, repliedBy },
  };
}

/** A mark of what a category is now: a form that carries another began before someone else's change. */
export const sealOf = (category: AtWork): string =>
  createHash("sha256")
    .update(JSON.stringify(fieldsOf(category)))
    .digest("base64url")
    .slice(0, 22);
