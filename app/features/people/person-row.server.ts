import { isSelf, may, type Person } from "./policy";
import type { Viewer } from "~/features/accounts/actor";
import type { Vocabularies } from "~/features/vocabularies/queries.server";
import { Prisma, type Profile } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";

import { languageName } from "./spoken-languages";

type OrganizationLink = { id: string; slug: string; name: string; isHidden: boolean };

/** A profile as the statements below read it, with everything that only some may see. */
export type PersonRow = Omit<Profile, "sortName" | "facets" | "changedAt" | "hiddenAt"> & {
  isHidden: boolean;
  name: string;
  email: string;
  isAway: boolean;
  organizations: OrganizationLink[];
};

/** What is read of the profile `p` and its account `a`. Of organizations those in good standing, in the order in which they were joined. */
export const personColumns = (language: Language): Prisma.Sql => Prisma.sql`
  p."accountId", p.slug, p.listing, p.pronouns, p."pronounsAudience", p.position, p."positionAudience", p.about, p."aboutAudience",
  p.province, p."provinceAudience", coalesce(p.languages, '{}') AS languages, p."languagesAudience",
  coalesce(p.topics, '{}') AS topics, p."topicsAudience", p."emailAudience", p."photoId", p."photoAudience", a.name, a.email::text AS email,
  (a."deactivatedAt" IS NOT NULL OR coalesce(a."suspendedUntil" > now(), false)) AS "isAway",
  p."hiddenAt" IS NOT NULL AS "isHidden",
  (SELECT coalesce(json_agg(json_build_object('id', o.id, 'slug', f.slug, 'name', f.name, 'isHidden', o."hiddenAt" IS NOT NULL) ORDER BY m."joinedAt", o.id), '[]')
    FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId" JOIN "OrganizationFace" f ON f."organizationId" = o.id
    WHERE m."accountId" = p."accountId" AND o.status = 'MEMBER' AND f.language = ${language}::"Language") AS organizations`;

export const personOf = ({ accountId, listing, isAway, isHidden, organizations }: PersonRow): Person => ({
  id: accountId,
  listing,
  isAway,
  isHidden,
  organizationIds: organizations.map(({ id }) => id),
});

export type PersonCard = ReturnType<typeof cardOf>;

/** What a viewer may see of a person, in the words of a language. What is hidden is empty, as if it had never been filled in. */
export function cardOf(viewer: Viewer, row: PersonRow, language: Language, { topics, provinces }: Vocabularies) {
  const person = personOf(row);
  const sees = (audience: Person["listing"]) => may.readField(viewer, person, audience);

  return {
    slug: row.slug,
    name: row.name,
    isSelf: isSelf(viewer, person),
    photo: sees(row.photoAudience) ? row.photoId : null,
    pronouns: sees(row.pronounsAudience) ? row.pronouns : "",
    position: sees(row.positionAudience) ? row.position : "",
    province: sees(row.provinceAudience) ? (provinces.find(({ value }) => value === row.province)?.label ?? "") : "",
    languages: sees(row.languagesAudience) ? row.languages.map((code) => ({ code, name: languageName(code, language) })) : [],
    topics: sees(row.topicsAudience) ? topics.filter(({ value }) => row.topics.includes(value)) : [],
    organizations: row.organizations.filter((one) => !one.isHidden).map(({ slug, name }) => ({ slug, name })),
  };
}
