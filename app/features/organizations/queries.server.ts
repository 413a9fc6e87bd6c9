import { belongsTo, type Viewer } from "~/features/accounts/actor";
import { vocabulary } from "~/features/vocabularies/vocabulary.server";
import type { Audience, OrganizationStatus } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { notFound } from "~/platform/errors";

import type { OrganizationKind } from "./kinds";
import { namesOfLanguages } from "./languages-of-service";
import { may, type Subject } from "./policy";

type FaceRow = { language: Language; name: string; slug: string; about: string; regions: string; site: string | null };

type Row = {
  askedIn: Language;
  id: string;
  status: OrganizationStatus;
  kind: OrganizationKind;
  province: string | null;
  city: string | null;
  languages: string[];
  populations: string[];
  contactEmail: string | null;
  contactPhone: string | null;
  contactAudience: Audience;
  sourceUrl: string | null;
  sourceSeenOn: string | null;
  closedOn: string | null;
  changedOn: string;
  logo: { id: string; width: number; height: number } | null;
  applicantIds: string[];
  isHidden: boolean;
  faces: FaceRow[];
};

export type OrganizationPage = Extract<Awaited<ReturnType<typeof getOrganization>>, { outcome: "page" }>;

/**
 * An organization as this viewer sees it, or where to go instead: from an older address, from that of the other language, or from one
 * that was merged into it. One round trip, and one more for the vocabularies now and then. What is hidden from the viewer does not exist (404).
 */
export async function getOrganization(viewer: Viewer, language: Language, slug: string) {
  const [rows, { POPULATION, PROVINCE }] = await Promise.all([findOrganizations(language, slug), vocabulary()]);
  // One that waits for its approval does not stand before an open one with the same address in the other language.
  const row = rows.find((one) => may.read(viewer, one));
  if (!row) throw notFound();
  const own = row.faces.find((face) => face.language === language) ?? row.faces[0];
  if (!own) throw notFound();
  if (own.slug !== slug || row.askedIn !== language) return { outcome: "moved" as const, slug: own.slug };

  const { id, status, kind, city, sourceUrl, sourceSeenOn, closedOn, changedOn, logo } = row;
  const slugIn = (wanted: Language) => row.faces.find((face) => face.language === wanted)?.slug ?? slug;
  const place = PROVINCE.find(({ key }) => key === row.province);
  return {
    outcome: "page" as const,
    ...{ id, slug, name: own.name, status, kind, city, closedOn, changedOn, logo },
    otherName: row.faces.find((face) => face.language !== language && face.name !== own.name) ?? null,
    province: place ? { key: place.key, label: place[language] } : null,
    languages: namesOfLanguages(row.languages, language),
    populations: POPULATION.filter(({ key }) => row.populations.includes(key)).map((each) => ({ value: each.key, label: each[language] })),
    about: saidIn(row.faces, "about", language),
    regions: saidIn(row.faces, "regions", language),
    site: saidIn(row.faces, "site", language)?.text ?? null,
    contact: isFor(viewer, row) ? { email: row.contactEmail, phone: row.contactPhone } : null,
    source: sourceUrl ? { url: sourceUrl, seenOn: sourceSeenOn } : null,
    slugs: { en: slugIn("en"), fr: slugIn("fr") },
    isOwn: belongsTo(viewer, id),
    isHidden: row.isHidden,
    hasApplied: viewer !== null && row.applicantIds.includes(viewer.id),
    may: {
      change: isOpen(status) && may.change(viewer, row),
      runPeople: status === "MEMBER" && may.runPeople(viewer, row),
      join: may.join(viewer, row),
      // A visitor is asked to sign in first.
      claim: status === "LISTED" && (viewer === null || may.apply(viewer)),
    },
  };
}

/** What one may change on: its profile stands open while it is a member or listed. */
const isOpen = (status: OrganizationStatus) => status === "MEMBER" || status === "LISTED";

/** What it says in the reader's language, or else in the other. */
function saidIn(faces: FaceRow[], field: "about" | "regions" | "site", language: Language): { text: string; language: Language } | null {
  const said = faces.filter((face) => face[field]).sort((a, b) => Number(b.language === language) - Number(a.language === language))[0];
  return said ? { text: said[field] ?? "", language: said.language } : null;
}

/** Whether the contact of an organization is meant for this viewer. */
function isFor(viewer: Viewer, { id, contactAudience, contactEmail, contactPhone }: Row): boolean {
  if (!contactEmail && !contactPhone) return false;
  const audiences = { EVERYONE: true, MEMBERS: viewer !== null, ORGANIZATIONS: belongsTo(viewer, id), NOBODY: false };
  return audiences[contactAudience];
}

/** The organizations that an address leads to, of whatever standing: that of this language first. Mergers are followed. */
const findOrganizations = (language: Language, slug: string) =>
  db.$queryRaw<(Row & Subject)[]>`
    WITH RECURSIVE led AS (
      SELECT s.language AS "askedIn", s."organizationId" AS id, o."mergedIntoId", 0 AS steps
      FROM "OrganizationSlug" s JOIN "Organization" o ON o.id = s."organizationId" WHERE s.slug = ${slug}
      UNION ALL
      SELECT led."askedIn", o.id, o."mergedIntoId", led.steps + 1 FROM led JOIN "Organization" o ON o.id = led."mergedIntoId" WHERE led.steps < 20
    )
    SELECT led."askedIn", o.id, o.status, o.kind, o.province, o.city, coalesce(o.languages, '{}') AS languages, coalesce(o.populations, '{}') AS populations, o."contactEmail", o."contactPhone",
      o."contactAudience", o."sourceUrl", to_char(o."sourceSeenOn", 'YYYY-MM-DD') AS "sourceSeenOn",
      to_char(o."closedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "closedOn", to_char(o."changedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "changedOn",
      (SELECT json_build_object('id', p.id, 'width', p.width, 'height', p.height) FROM "Picture" p WHERE p.id = o."logoId") AS logo,
      ARRAY(SELECT a."applicantId" FROM "OrganizationApplication" a WHERE a."organizationId" = o.id AND a.answer IS NULL AND a."applicantId" IS NOT NULL) AS "applicantIds",
      o."hiddenAt" IS NOT NULL AS "isHidden",
      (SELECT json_agg(json_build_object('language', f.language, 'name', f.name, 'slug', f.slug, 'about', f.about, 'regions', f.regions, 'site', f.site))
        FROM "OrganizationFace" f WHERE f."organizationId" = o.id) AS faces
    FROM led JOIN "Organization" o ON o.id = led.id
    WHERE led."mergedIntoId" IS NULL
    ORDER BY led."askedIn" = ${language}::"Language" DESC`;

/** The logo of an organization, where the viewer may see whose it is; `isPublic` when everyone may. */
export async function findLogo(viewer: Viewer, pictureId: string) {
  const organization = await db.organization.findUnique({
    where: { logoId: pictureId },
    select: {
      id: true,
      status: true,
      hiddenAt: true,
      applications: { where: { answer: null }, select: { applicantId: true } },
      logo: true,
    },
  });
  if (!organization?.logo) return null;
  const { id, status, hiddenAt, applications, logo } = organization;
  const subject = { id, status, isHidden: hiddenAt !== null, applicantIds: applications.flatMap(({ applicantId }) => applicantId ?? []) };

  return may.read(viewer, subject) ? { bytes: logo.bytes, type: logo.type, isPublic: may.read(null, subject) } : null;
}
