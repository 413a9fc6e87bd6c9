import type { OrganizationForm } from "~/features/organizations/schema.server";
import type { Prisma } from "~/generated/prisma/client";
import { db } from "~/platform/db.server";
import { slugOf } from "~/platform/slug";

type Made = Partial<Prisma.OrganizationUncheckedCreateInput> & {
  en: string;
  fr?: string;
  about?: { en?: string; fr?: string };
  regions?: string;
};

/** An organization of the tests: a member in Ontario, unless it says otherwise. */
export function made({ en, fr = en, about = {}, regions = "", ...data }: Made) {
  const faces = [
    { language: "en" as const, name: en, slug: slugOf(en), about: about.en ?? "", regions },
    { language: "fr" as const, name: fr, slug: slugOf(fr), about: about.fr ?? "", regions },
  ];
  return db.organization.create({
    data: {
      kind: "network",
      status: "MEMBER",
      province: "on",
      ...data,
      faces: { create: faces },
      slugs: { create: faces.map(({ language, slug }) => ({ language, slug })) },
    },
  });
}

/** The words that the organizations of the tests choose from. */
export const words = () =>
  db.term.createMany({
    data: [
      { kind: "PROVINCE", key: "on", en: "Ontario", fr: "Ontario", position: 0 },
      { kind: "PROVINCE", key: "qc", en: "Quebec", fr: "Québec", position: 1 },
      { kind: "POPULATION", key: "caregivers", en: "Caregivers", fr: "Personnes proches aidantes", position: 0 },
      { kind: "POPULATION", key: "newcomers", en: "Newcomers", fr: "Personnes nouvellement arrivées", position: 1 },
    ],
  });

/** What the form of an organization sends when nothing was changed but this. */
export const formOf = (organization: { changedAt: Date }, changes: Partial<OrganizationForm> = {}): OrganizationForm => ({
  changedAt: organization.changedAt.toISOString(),
  nameEn: "Riverside Health Centre",
  nameFr: "Riverside Health Centre (fr)",
  kind: "community-health-centre",
  province: null,
  city: null,
  regionsEn: "",
  regionsFr: "",
  languages: [],
  populations: [],
  siteEn: null,
  siteFr: null,
  aboutEn: "",
  aboutFr: "",
  contactEmail: null,
  contactPhone: null,
  contactAudience: "NOBODY",
  ...changes,
});
