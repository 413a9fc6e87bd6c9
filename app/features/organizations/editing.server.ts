import type { Actor } from "~/features/accounts/actor";
import type { Organization, OrganizationFace } from "~/generated/prisma/client";
import { db } from "~/platform/db.server";
import type { Language } from "~/i18n/languages";
import { authorize, conflict, found, notFound } from "~/platform/errors";

import { may } from "./policy";
import { atAddress } from "./slugs.server";

export type OrganizationAtWork = Awaited<ReturnType<typeof getOrganizationForEdit>>;

/** What the form of an organization begins with, in both languages. Refuses who may not (403), and one that is neither member nor listed (409). */
export async function getOrganizationForEdit(actor: Actor, language: Language, slug: string) {
  const address = found(
    await db.organizationSlug.findFirst({
      ...atAddress(language, slug),
      select: {
        organization: {
          include: {
            faces: true,
            logo: { select: { id: true, width: true, height: true } },
            applications: { where: { answer: null }, select: { applicantId: true } },
          },
        },
      },
    }),
  );
  const { faces, applications, ...organization } = address.organization;
  const subject = {
    ...organization,
    isHidden: organization.hiddenAt !== null,
    applicantIds: applications.flatMap(({ applicantId }) => applicantId ?? []),
  };
  if (!may.read(actor, subject)) throw notFound();
  authorize(may.change(actor, subject));
  if (organization.status !== "MEMBER" && organization.status !== "LISTED") throw conflict("organizations.conflict.movedOn");

  const faceIn = (wanted: Language) => found(faces.find((face) => face.language === wanted));
  const { id, status, logo } = organization;
  const { name, slug: ownSlug } = faceIn(language);
  return {
    id,
    status,
    logo,
    name,
    slug: ownSlug,
    slugs: { en: faceIn("en").slug, fr: faceIn("fr").slug },
    fields: fieldsOf(organization, faceIn),
  };
}

type Common = Pick<
  Organization,
  "changedAt" | "kind" | "province" | "city" | "languages" | "populations" | "contactEmail" | "contactPhone" | "contactAudience"
>;

function fieldsOf(
  { changedAt, province, city, contactEmail, contactPhone, ...common }: Common,
  faceIn: (language: Language) => OrganizationFace,
) {
  const [en, fr] = [faceIn("en"), faceIn("fr")];
  return {
    changedAt: changedAt.toISOString(),
    nameEn: en.name,
    nameFr: fr.name,
    kind: common.kind,
    province: province ?? "",
    city: city ?? "",
    regionsEn: en.regions,
    regionsFr: fr.regions,
    languages: common.languages,
    populations: common.populations,
    siteEn: en.site ?? "",
    siteFr: fr.site ?? "",
    aboutEn: en.about,
    aboutFr: fr.about,
    contactEmail: contactEmail ?? "",
    contactPhone: contactPhone ?? "",
    contactAudience: common.contactAudience,
  };
}
