import { languages } from "~/i18n/languages";

import type { ContentOrganization } from "./content-organization.server";
import type { ContentPractice, ContentText } from "./content-practice.server";
import type { ContentTerm } from "./content.server";

// How content is written to files: one way only, so that what was imported comes out again to the byte.

/** A vocabulary, one term a line, below the remarks that its file begins with. */
export const formatTerms = (terms: readonly ContentTerm[], remarks = ""): string =>
  `${remarks}${terms.map(({ key, en, fr }) => `- { key: ${scalar(key)}, en: ${scalar(en)}, fr: ${scalar(fr)} }\n`).join("")}`;

/** The remarks at the beginning of a file of YAML. */
export const remarksOf = (text: string): string => /^(?:#[^\n]*\n)*/.exec(text)?.[0] ?? "";

type Organization = Omit<ContentOrganization, "key" | "faces"> & { faces: Record<"en" | "fr", { name: string; slug: string }> };

export const formatOrganization = ({ kind, province, city, status, site, faces }: Organization): string =>
  [
    `kind: ${scalar(kind)}`,
    `province: ${scalar(province)}`,
    `city: ${scalar(city)}`,
    `status: ${status.toLowerCase()}`,
    `site: ${scalar(site)}`,
    ...languages.map((language) => `${language}: { name: ${scalar(faces[language].name)}, slug: ${faces[language].slug} }`),
    "",
  ].join("\n");

/** practice.yaml: what both languages of a guide have in common. */
export const formatPractice = (practice: Omit<ContentPractice, "key" | "faces">): string =>
  [
    `organization: ${scalar(practice.organization)}`,
    `sourceLanguage: ${practice.sourceLanguage}`,
    "authors:",
    ...practice.authors.map(({ en, fr }) => `  - { en: ${scalar(en)}, fr: ${scalar(fr)} }`),
    `topics: ${list(practice.topics)}`,
    `populations: ${list(practice.populations)}`,
    `settings: ${list(practice.settings)}`,
    `provinces: ${list(practice.provinces)}`,
    `maturity: ${practice.maturity.toLowerCase()}`,
    `licence: ${practice.licence}`,
    `reviewedOn: ${practice.reviewedOn}`,
    `nextReviewDue: ${practice.nextReviewDue}`,
    "",
  ].join("\n");

/** en.md or fr.md: one language of a guide. */
export const formatText = ({ title, slug, summary, sources, body }: ContentText): string =>
  [
    "---",
    `title: ${scalar(title)}`,
    `slug: ${slug}`,
    `summary: ${scalar(summary)}`,
    ...(sources === "" ? [] : ["sources:", ...sources.split("\n").map((source) => `  - ${scalar(source)}`)]),
    "---",
    "",
    body,
    "",
  ].join("\n");

const list = (keys: readonly string[]): string => `[${keys.map(scalar).join(", ")}]`;

const PLAIN = /^\p{L}[\p{L}\p{N}’()./-]*(?: [\p{L}\p{N}’()./-]+)*$/u;
/** What YAML 1.1, which many tools still read, takes for something else than a word. */
const NO_WORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A value as YAML: a plain word where no reader can mistake it, else in double quotes. */
const scalar = (value: string | null): string => {
  if (value === null) return "null";
  return PLAIN.test(value) && !NO_WORD.test(value) ? value : JSON.stringify(value);
};
