import type { HeadersFunction } from "@remix-run/node";

import { isLicence, licenceIdentity } from "~/features/publishing/licence-address";

import { type Citation, citationFile, citationFormats } from "./citation";
import { schemaTypeOf } from "./structured-work";

const AUTHORS = 30;

/** The formats that are for machines. */
const described = ["bibtex", "ris", "csl"] as const;

type Attributes = { rel: string; type?: string };

/**
 * The header `Link` of the page of a work, by which machines find what to cite, who wrote it, its licence, its text and its metadata
 * (https://signposting.org/FAIR).
 */
export function signposts(citation: Citation): string {
  const { version, licence, authors, portal } = citation;
  return [
    link(version.address, { rel: "cite-as" }),
    link(version.address, { rel: "item", type: "text/html" }),
    link("https://schema.org/AboutPage", { rel: "type" }),
    link(`https://schema.org/${schemaTypeOf(citation.kind)}`, { rel: "type" }),
    ...authors.flatMap(({ profile }) => (profile ? [link(profile, { rel: "author" })] : [])).slice(0, AUTHORS),
    ...(isLicence(licence) ? [link(licenceIdentity(licence), { rel: "license" })] : []),
    ...described.map((format) =>
      link(new URL(citationFile(citation, format), portal.address).href, { rel: "describedby", type: citationFormats[format].type }),
    ),
  ].join(", ");
}

/** The same for the page of one version: it is the text itself, and the page of the work is where it belongs. */
export function versionSignposts({ version, work, kind }: Citation): string {
  return [
    link(version.address, { rel: "cite-as" }),
    link(`https://schema.org/${schemaTypeOf(kind)}`, { rel: "type" }),
    link(work, { rel: "collection", type: "text/html" }),
    link(work, { rel: "latest-version" }),
  ].join(", ");
}

/** For a file of metadata: the page of what it describes. */
export const fileSignposts = ({ work }: Citation): string => link(work, { rel: "describes", type: "text/html" });

/** For the `headers` of a page whose loader sends signposts. */
export const linkHeaders: HeadersFunction = ({ loaderHeaders }): Record<string, string> => {
  const value = loaderHeaders.get("Link");
  return value ? { Link: value } : {};
};

const link = (address: string, attributes: Attributes): string =>
  [`<${address}>`, ...Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)].join("; ");
