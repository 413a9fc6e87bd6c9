import type { Actor, Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found, notFound } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import { nameIn } from "./load.server";
import { may } from "./policy";
import { atAddress } from "./slugs.server";

const MOST_PEOPLE = 500;

export type Stewardless = { id: string; name: string; slug: string; people: number; joinedAt: Date | null };

/** Member organizations without a steward whose account is awake, after the one of this id: for administrators (else 403). */
export async function listStewardless(viewer: Viewer, language: Language, after: string | null) {
  authorize(may.administer(viewer));
  const organizations = await db.$queryRaw<Stewardless[]>`
    SELECT o.id, ${nameIn(language)} AS name, o."joinedAt",
      (SELECT f.slug FROM "OrganizationFace" f WHERE f."organizationId" = o.id AND f.language = ${language}::"Language") AS slug,
      (SELECT count(*)::int FROM "Membership" m WHERE m."organizationId" = o.id) AS people
    FROM "Organization" o
    WHERE o.status = 'MEMBER' AND (${after}::uuid IS NULL OR o.id > ${after}::uuid) AND NOT EXISTS (
      SELECT 1 FROM "Membership" m JOIN "Account" a ON a.id = m."accountId"
      WHERE m."organizationId" = o.id AND m."isSteward" AND a."deactivatedAt" IS NULL)
    ORDER BY o.id LIMIT ${PAGE_SIZE + 1}`;

  const shown = organizations.slice(0, PAGE_SIZE);
  return { organizations: shown, next: organizations.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null };
}

/** A member organization and its people, for who runs it: hidden ones are not found (404), all others are refused (403). */
export async function getToLookAfter(actor: Actor, language: Language, slug: string) {
  const { organization } = found(
    await db.organizationSlug.findFirst({
      ...atAddress(language, slug),
      select: {
        organization: {
          select: {
            id: true,
            status: true,
            faces: { select: { language: true, name: true, slug: true } },
            members: {
              where: { account: { deactivatedAt: null } },
              select: { account: { select: { id: true, name: true } } },
              orderBy: { account: { name: "asc" } },
              take: MOST_PEOPLE,
            },
          },
        },
      },
    }),
  );
  const { id, status, faces, members } = organization;
  if (status !== "MEMBER") throw notFound();
  authorize(may.runPeople(actor, { id, status, isHidden: false, applicantIds: [] }));

  const slugs = { en: "", fr: "" };
  for (const face of faces) slugs[face.language] = face.slug;
  const name = faces.find((face) => face.language === language)?.name ?? "";
  return { id, name, slugs, people: members.map(({ account }) => account) };
}
