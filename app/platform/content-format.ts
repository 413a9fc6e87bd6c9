import { languages } from "~/i18n/languages";

import type { ContentOrganization } from "./content-organization.server";
import type { ContentPair } from "./content-terminology.server";
import type { ContentTerm } from "./content.server";

// How content is written to files: one way only, so that what was imported comes out again to the byte.

/** A vocabulary, one term a line, below the remarks that its file begins with. */
export const formatTerms = (terms: readonly ContentTerm[], remarks = ""): string =>
  `${remarks}${terms.map(({ key, en, fr }) => `- { key: ${scalar(key)}, en: ${scalar(en)}, fr: ${scalar(fr)} }\n`).join("")}`;

/** Pairs of terms in both languages. What one does not say is left out. */
export const formatPairs = (pairs: readonly Omit<ContentPair, "at">[], remarks = ""): string => remarks + pairs.map(formatPair).join("\n");

const formatPair = ({ key, en, fr, enOthers, frOthers, enNote, frNote, source }: Omit<ContentPair, "at">): string =>
  [
    `- key: ${scalar(key)}`,
    `  en: ${scalar(en)}`,
    `  fr: ${scalar(fr)}`,
    ...(enOthers.length > 0 ? [`  enOthers: ${list(enOthers)}`] : []),
    ...(frOthers.length > 0 ? [`  frOthers: ${list(frOthers)}`] : []),
    ...(enNote ? [`  enNote: ${scalar(enNote)}`] : []),
    ...(frNote ? [`  frNote: ${scalar(frNote)}`] : []),
    ...(source ? [`  source: ${scalar(source)}`] : []),
    "",
  ].join("\n");

/** The remarks at the beginning of a file of YAML. */
export const remarksOf = (text: string): string => /^(?:#[^\n]*\n)*/.exec(text)?.[0] ?? "";

type Face = Omit<ContentOrganization["faces"]["en"], "at">;

type Organization = Omit<ContentOrganization, "key" | "faces"> & { faces: Record<"en" | "fr", Face> };

/** organization.yaml. What an organization does not say is left out. */
export function formatOrganization({ kind, province, city, status, languages: spoken, populations, source, faces }: Organization): string {
  const { site } = faces.en;
  return [
    `kind: ${scalar(kind)}`,
    `province: ${scalar(province)}`,
    `city: ${scalar(city)}`,
    `status: ${status.toLowerCase()}`,
    `site: ${scalar(site)}`,
    ...(spoken.length > 0 ? [`languages: ${list(spoken)}`] : []),
    ...(populations.length > 0 ? [`populations: ${list(populations)}`] : []),
    ...(source ? [`source: { url: ${scalar(source.url)}, seenOn: ${source.seenOn} }`] : []),
    ...languages.flatMap((language) => formatFace(language, faces[language], site)),
    "",
  ].join("\n");
}

function formatFace(language: string, { name, slug, about, regions, site }: Face, commonSite: string | null): string[] {
  const more = [
    ...(about ? [`  about: ${scalar(about)}`] : []),
    ...(regions ? [`  regions: ${scalar(regions)}`] : []),
    ...(site !== commonSite ? [`  site: ${scalar(site)}`] : []),
  ];
  if (more.length === 0) return [`${language}: { name: ${scalar(name)}, slug: ${slug} }`];
  return [`${language}:`, `  name: ${scalar(name)}`, `  slug: ${slug}`, ...more];
}

/** A list of keys on one line. */
export const list = (keys: readonly string[]): string => `[${keys.map(scalar).join(", ")}]`;

const PLAIN = /^\p{L}[\p{L}\p{N}’()./-]*(?: [\p{L}\p{N}’()./-]+)*$/u;
/** What YAML 1.1, which many tools still read, takes for something else than a word. */
const NO_WORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** A value as YAML: a plain word where no reader can mistake it, else in double quotes. */
export const scalar = (value: string | null): string => {
  if (value === null) return "null";
  return PLAIN.test(value) && !NO_WORD.test(value) ? value : JSON.stringify(value);
};

/** Any value on one line. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (value !== null && typeof value === "object")
    return `{ ${Object.entries(value)
      .map(([name, part]) => `${name}: ${flow(part)}`)
      .join(", ")} }`;
  return typeof value === "string" || value === null ? scalar(value) : JSON.stringify(value);
}
