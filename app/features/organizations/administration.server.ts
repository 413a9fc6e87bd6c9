import type { Viewer } from "~/features/accounts/actor";
import type { OrganizationStatus } from "~/generated/prisma/enums";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found, notFound } from "~/platform/errors";

import type { OrganizationKind } from "./kinds";
import { nameIn } from "./load.server";
import { may } from "./policy";
import { findSimilar } from "./similar.server";

const MOST = 20;

const application = {
  id: true,
  message: true,
  askedAt: true,
  answer: true,
  decidedAt: true,
  note: true,
  applicantId: true,
  applicant: { select: { name: true, email: true } },
  decider: { select: { name: true } },
} as const;

/** An organization for who decides about it: what it says of itself, and all that was said when it applied. Refuses others (404, 403). */
export async function getOrganizationToDecide(viewer: Viewer, language: Language, id: string) {
  const organization = found(
    await db.organization.findUnique({
      where: { id },
      include: {
        faces: true,
        mergedInto: { select: { id: true, faces: { where: { language }, select: { name: true } } } },
        applications: { orderBy: { askedAt: "asc" }, select: application },
        _count: { select: { members: true, contributions: true } },
      },
    }),
  );
  const open = organization.applications.filter(({ answer }) => answer === null);
  const subject = {
    id,
    status: organization.status,
    isHidden: organization.hiddenAt !== null,
    applicantIds: open.flatMap(({ applicantId }) => applicantId ?? []),
  };
  if (!may.read(viewer, subject)) throw notFound();
  authorize(may.administer(viewer));

  const { kind, status, province, city, sourceUrl, joinedAt, closedAt, faces, mergedInto, _count } = organization;
  const names = languages.flatMap((each) => faces.find((face) => face.language === each)?.name ?? []);
  const alike = open.length > 0 ? await findSimilar(names, language) : [];
  return {
    id,
    kind: kind as OrganizationKind,
    status,
    province,
    city,
    sourceUrl,
    joinedAt,
    closedAt,
    faces: faces.map(({ language, name, slug, about, site }) => ({ language, name, slug, about, site })),
    mergedInto: mergedInto && { id: mergedInto.id, name: mergedInto.faces[0]?.name ?? "" },
    counts: _count,
    similar: alike.filter((one) => one.id !== id),
    // Of an address only where it is from: it says whether someone belongs there, and not how to write to them.
    applications: organization.applications.map(({ applicantId: _, applicant, decider, ...said }) => ({
      ...said,
      applicant: applicant && { name: applicant.name, domain: applicant.email.split("@").at(-1) ?? "" },
      decider: decider?.name ?? null,
    })),
    may: { decide: may.decide(viewer, subject), close: may.close(viewer) },
  };
}

export type Found = { id: string; name: string; slug: string; status: OrganizationStatus; city: string | null };

/**
 * Organizations by their address or a part of their name, whatever became of them, for who administers them; `status` keeps to one kind.
 * Refuses others (403).
 */
export async function searchOrganizations(viewer: Viewer, language: Language, sought: string, status: OrganizationStatus | null = null) {
  authorize(may.administer(viewer));
  const words = sought.trim().slice(0, 300);
  if (words === "") return [];

  const slug = /^[^\s?#]*?([a-z0-9-]+)\/?([?#].*)?$/.exec(words)?.[1] ?? "";
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return db.$queryRaw<Found[]>`
    SELECT o.id, ${nameIn(language)} AS name, o.status, o.city,
      (SELECT f.slug FROM "OrganizationFace" f WHERE f."organizationId" = o.id AND f.language = ${language}::"Language") AS slug
    FROM "Organization" o
    WHERE (${status}::"OrganizationStatus" IS NULL OR o.status = ${status}::"OrganizationStatus") AND (
      EXISTS (SELECT 1 FROM "OrganizationSlug" s WHERE s."organizationId" = o.id AND s.slug = ${slug})
      OR EXISTS (SELECT 1 FROM "OrganizationFace" f WHERE f."organizationId" = o.id AND unaccent(f.name) ILIKE unaccent(${pattern})))
    ORDER BY name, o.id LIMIT ${MOST}`;
}

/** An organization that is to be merged, with what would move, and the member that stays once it is chosen. Refuses as above. */
export async function getForMerger(viewer: Viewer, language: Language, id: string, into: string | null) {
  const { status, faces, counts } = await getOrganizationToDecide(viewer, language, id);
  const chosen = into && isId(into) && into !== id ? into : null;
  const other = chosen
    ? await db.organization.findUnique({
        where: { id: chosen, status: "MEMBER" },
        select: { id: true, faces: { where: { language }, select: { name: true } } },
      })
    : null;

  return {
    status,
    counts,
    name: faces.find((face) => face.language === language)?.name ?? "",
    into: other && { id: other.id, name: other.faces[0]?.name ?? "" },
  };
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
