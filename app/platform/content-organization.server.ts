import { existsSync } from "node:fs";
import path from "node:path";

import type { Language } from "~/i18n/languages";

import { type Faults, readText, readYaml } from "./content-files.server";
import type { Place } from "./content-practice.server";
import { organizationShape } from "./content-shapes.server";

export type ContentOrganization = {
  key: string;
  kind: string;
  province: string | null;
  city: string | null;
  status: "LISTED" | "MEMBER";
  site: string | null;
  faces: Record<Language, { name: string; slug: string; at: Place }>;
};

/** One organization, from its folder. Null, and faults, where it is not as it should be. */
export function readOrganization(
  folder: string,
  key: string,
  provinces: readonly { key: string }[],
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

  const { en, fr, status, ...others } = read.value;
  if (others.province !== null && !provinces.some((province) => province.key === others.province))
    faults.add(file, read.lineOf(["province"]), `${others.province} is not one of the provinces of the vocabulary`);
  const at = (language: Language) => ({ file, line: read.lineOf([language, "slug"]) });
  return {
    key,
    ...others,
    status: status === "member" ? "MEMBER" : "LISTED",
    faces: { en: { ...en, at: at("en") }, fr: { ...fr, at: at("fr") } },
  };
}
