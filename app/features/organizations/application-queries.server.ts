import type { Actor, Viewer } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found, notFound } from "~/platform/errors";
import { PAGE_SIZE } from "~/platform/pagination";

import { may } from "./policy";
import { atAddress } from "./slugs.server";

const RECENT = 10;

/** The face in one language, as far as a line about an organization needs it. */
const faceIn = (language: Language) => ({ where: { language }, select: { name: true, slug: true } }) as const;

export type Waiting = {
  id: string;
  organizationId: string;
  name: string;
  kind: string;
  province: string | null;
  city: string | null;
  isClaim: boolean;
  isOwn: boolean;
  applicant: string | null;
  askedAt: Date;
};

/** The applications that wait for a decision, oldest first, after the one of this id. Refuses who may not decide (403). */
export async function listWaiting(viewer: Viewer, language: Language, after: string | null) {
  authorize(may.administer(viewer));
  const waiting = await db.$queryRaw<Waiting[]>`
    SELECT a.id, a."organizationId", f.name, o.kind, o.province, o.city, o.status = 'LISTED' AS "isClaim",
      COALESCE(a."applicantId" = ${viewer?.id ?? null}::uuid, false) AS "isOwn", p.name AS applicant, a."askedAt"
    FROM "OrganizationApplication" a JOIN "Organization" o ON o.id = a."organizationId"
    JOIN "OrganizationFace" f ON f."organizationId" = o.id AND f.language = ${language}::"Language"
    LEFT JOIN "Account" p ON p.id = a."applicantId"
    WHERE a.answer IS NULL
      AND (${after}::uuid IS NULL OR (a."askedAt", a.id) > (SELECT b."askedAt", b.id FROM "OrganizationApplication" b WHERE b.id = ${after}::uuid))
    ORDER BY a."askedAt", a.id LIMIT ${PAGE_SIZE + 1}`;

  const shown = waiting.slice(0, PAGE_SIZE);
  return { waiting: shown, next: waiting.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null };
}

/** How many applications wait. Refuses who may not decide (403). */
export async function countWaiting(viewer: Viewer): Promise<number> {
  authorize(may.administer(viewer));
  return db.organizationApplication.count({ where: { answer: null } });
}

/** What someone applied for of late, newest first. */
export async function listOwnApplications(actor: Actor, language: Language) {
  const applications = await db.organizationApplication.findMany({
    where: { applicantId: actor.id },
    orderBy: { askedAt: "desc" },
    take: RECENT,
    select: { id: true, askedAt: true, answer: true, organization: { select: { faces: faceIn(language) } } },
  });
  return applications.map(({ organization, ...application }) => ({ ...application, ...found(organization.faces[0]) }));
}

/** One's own application for the organization at this address: the last of them. Others do not know of it (404). */
export async function getOwnApplication(actor: Actor, language: Language, slug: string) {
  const application = await db.organizationApplication.findFirst({
    where: { applicantId: actor.id, organization: { slugs: { some: { language, slug } } } },
    orderBy: { askedAt: "desc" },
    select: {
      message: true,
      askedAt: true,
      answer: true,
      decidedAt: true,
      note: true,
      organization: { select: { status: true, faces: { select: { language: true, name: true, slug: true } } } },
    },
  });
  const { organization, ...own } = found(application);
  return { ...own, status: organization.status, ...named(organization.faces, language) };
}

/** A listed organization for who says that it is theirs. Hidden ones are not found (404); the others say how they stand. */
export async function getClaimable(actor: Actor, language: Language, slug: string) {
  const address = found(
    await db.organizationSlug.findFirst({
      ...atAddress(language, slug),
      select: {
        organization: {
          select: {
            id: true,
            status: true,
            hiddenAt: true,
            city: true,
            faces: { select: { language: true, name: true, slug: true } },
            applications: { where: { answer: null }, select: { applicantId: true } },
          },
        },
      },
    }),
  );
  const { id, status, hiddenAt, city, faces, applications } = address.organization;
  const applicantIds = applications.flatMap(({ applicantId }) => applicantId ?? []);
  if (!may.read(actor, { id, status, isHidden: hiddenAt !== null, applicantIds })) throw notFound();

  return { status, city, ...named(faces, language), isAsked: applicantIds.includes(actor.id), may: { claim: may.apply(actor) } };
}

type Face = { language: Language; name: string; slug: string };

/** What it is called in a language, and its address in each. */
function named(faces: Face[], language: Language) {
  const face = found(faces.find((one) => one.language === language));
  return {
    name: face.name,
    slug: face.slug,
    slugs: { en: faces.find((one) => one.language === "en")?.slug ?? "", fr: faces.find((one) => one.language === "fr")?.slug ?? "" },
  };
}
