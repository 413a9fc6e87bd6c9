import { existsSync } from "node:fs";
import path from "node:path";

import type { Language } from "~/i18n/languages";

import { type Faults, type Place, readText, readYaml } from "./content-files.server";
import { organizationShape } from "./content-shapes.server";

export type ContentOrganization = {
  key: string;
  kind: string;
  province: string | null;
  city: string | null;
  status: "LISTED" | "MEMBER";
  /** In which it serves people: ISO 639. */
  languages: string[];
  populations: string[];
  /** Where what is said of it was seen, and when. */
  source: { url: string; seenOn: string } | null;
  faces: Record<Language, ContentOrganizationFace>;
};

type ContentOrganizationFace = { name: string; slug: string; about: string; regions: string; site: string | null; at: Place };

/** One organization, from its folder. Null, and faults, where it is not as it should be. */
export function readOrganization(
  folder: string,
  key: string,
  terms: { PROVINCE: readonly { key: string }[]; POPULATION: readonly { key: string }[] },
  faults: Faults,
): ContentOrganization | null {
  const file = path.join(folder, "organizations", key, "organization.yaml");
  if (!existsSync(file)) {
    faults.add(file, 1, "there is no such file");
    return null;
  }
  const text = readText(file, faults);
  const read = text === null ? null : readYaml(text, organizationShape, file, faults);
  if (!read) return null;

  const { en, fr, status, site, ...others } = read.value;
  if (others.province !== null && !terms.PROVINCE.some((province) => province.key === others.province))
    faults.add(file, read.lineOf(["province"]), `${others.province} is not one of the provinces of the vocabulary`);
  for (const key of others.populations)
    if (!terms.POPULATION.some((population) => population.key === key))
      faults.add(file, read.lineOf(["populations"]), `${key} is not one of the populations of the vocabulary`);
  const at = (language: Language) => ({ file, line: read.lineOf([language, "slug"]) });
  return {
    key,
    ...others,
    status: status === "member" ? "MEMBER" : "LISTED",
    faces: { en: { ...en, site: en.site ?? site, at: at("en") }, fr: { ...fr, site: fr.site ?? site, at: at("fr") } },
  };
}
