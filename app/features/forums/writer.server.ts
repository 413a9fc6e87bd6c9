import type { Viewer } from "~/features/accounts/actor";
import { may } from "~/features/people/policy";
import { Prisma } from "~/generated/prisma/client";
import type { Audience } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

import type { Writer } from "./post-view";

/** Who wrote something, with all that only some may see. */
export type WriterRow = {
  id: string;
  name: string;
  isAway: boolean;
  isHidden: boolean;
  slug: string | null;
  listing: Audience | null;
  photoId: string | null;
  photoAudience: Audience | null;
  organizations: { id: string; name: string; slug: string; isHidden: boolean }[];
} | null;

/** A writer as JSON, by their id: a piece of SQL. Of organizations those in good standing, in the order in which they were joined. */
export const writerJson = (id: Prisma.Sql, language: Language): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object('id', a.id, 'name', a.name, 'slug', w.slug, 'listing', w.listing, 'photoId', w."photoId", 'photoAudience', w."photoAudience",
    'isAway', a."deactivatedAt" IS NOT NULL OR coalesce(a."suspendedUntil" > now(), false), 'isHidden', w."hiddenAt" IS NOT NULL,
    'organizations', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', e.name, 'slug', e.slug, 'isHidden', o."hiddenAt" IS NOT NULL) ORDER BY b."joinedAt", o.id), '[]')
      FROM "Membership" b JOIN "Organization" o ON o.id = b."organizationId" AND o.status = 'MEMBER'
      JOIN "OrganizationFace" e ON e."organizationId" = o.id AND e.language = ${language}::"Language" WHERE b."accountId" = a.id))
  FROM "Account" a LEFT JOIN "Profile" w ON w."accountId" = a.id WHERE a.id = ${id})`;

/** A writer as far as the viewer may see: the name stands by the words; organization, photo and profile only for whom the profile is there. */
export function writerOf(viewer: Viewer, row: WriterRow): Writer {
  if (!row) return null;
  const { id, name, slug, listing, isAway, isHidden, photoId, photoAudience, organizations } = row;
  const person = {
    id,
    listing: listing ?? "MEMBERS",
    isAway,
    isHidden,
    organizationIds: organizations.map((organization) => organization.id),
  };
  const isSeen = may.read(viewer, person);
  const first = organizations.find((organization) => !organization.isHidden);

  return {
    id,
    name,
    slug: isSeen ? slug : null,
    photoId: photoAudience && may.readField(viewer, person, photoAudience) ? photoId : null,
    organization: isSeen && first ? { name: first.name, slug: first.slug } : null,
  };
}
