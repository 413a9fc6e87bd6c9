import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import { unknownKeys } from "~/features/vocabularies/queries.server";
import type { OrganizationFace } from "~/generated/prisma/client";
import { type Language, languages } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, found, unprocessable } from "~/platform/errors";
import { slugOf } from "~/platform/slug";

import { unknownLanguages } from "./languages-of-service";
import { inState, loadOrganization } from "./load.server";
import { may } from "./policy";
import type { OrganizationForm } from "./schema.server";
import { claimOrganizationSlug } from "./slugs.server";

/** The refusal of a form that began before someone else's change. */
export const STALE = "organizations.errors.stale";

/**
 * Changes what an organization says of itself, in both languages, and gives its address in this one: a new name brings a new address, and
 * the old ones lead on. Refuses who may not (403), one that is neither member nor listed (409), words that no list offers, and a form
 * that began before someone else's change (422).
 */
export async function changeOrganization(actor: Actor, language: Language, slug: string, input: OrganizationForm): Promise<string> {
  await refuseUnknownWords(input);

  return db.$transaction(async (tx) => {
    const { organization, subject } = await loadOrganization(tx, actor, language, slug);
    authorize(may.change(actor, subject));
    inState(organization, "MEMBER", "LISTED");
    if (organization.changedAt.toISOString() !== input.changedAt) throw unprocessable(STALE);
    if (unknownLanguages(input.languages, organization.languages).length > 0) throw unprocessable("organizations.errors.unknownChoice");

    const { kind, province, city, languages: spoken, populations, contactEmail, contactPhone, contactAudience } = input;
    await tx.organization.update({
      where: { id: organization.id },
      data: { kind, province, city, languages: spoken, populations, contactEmail, contactPhone, contactAudience, changedAt: new Date() },
    });
    const slugs = { en: slug, fr: slug };
    for (const each of languages)
      slugs[each] = await changeFace(tx, found(organization.faces.find((face) => face.language === each)), input);
    await record(tx, actor, "organization.changed", { type: "ORGANIZATION", id: organization.id });

    return slugs[language];
  });
}

async function refuseUnknownWords({ province, populations }: OrganizationForm) {
  const unknown = await Promise.all([unknownKeys("PROVINCE", province ? [province] : []), unknownKeys("POPULATION", populations)]);
  if (unknown.flat().length > 0) throw unprocessable("organizations.errors.unknownChoice");
}

async function changeFace(
  tx: Transaction,
  { organizationId, language, ...face }: OrganizationFace,
  input: OrganizationForm,
): Promise<string> {
  const [name, about, regions, site] =
    language === "en"
      ? [input.nameEn, input.aboutEn, input.regionsEn, input.siteEn]
      : [input.nameFr, input.aboutFr, input.regionsFr, input.siteFr];
  const slug = slugOf(name) === slugOf(face.name) ? face.slug : await claimOrganizationSlug(tx, organizationId, language, name);
  await tx.organizationFace.update({
    where: { organizationId_language: { organizationId, language } },
    data: { name, slug, about, regions, site },
  });
  return slug;
}
