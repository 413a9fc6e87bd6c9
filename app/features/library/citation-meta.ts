import type { MetaDescriptor } from "@remix-run/react";

import type { Citation } from "./citation";
import type { StructuredWork } from "./structured-work";

/** What indexes of literature read in the head of a page (Highwire's names, of which Google Scholar and Zotero know), and what search engines read. */
export function citationMeta(citation: Citation, structured: StructuredWork | null): MetaDescriptor[] {
  const { title, authors, organization, portal, version, work, topics } = citation;
  const publisher = organization?.name ?? portal.name;
  const names = authors.length > 0 ? authors.map(({ name }) => name) : [publisher];
  const tags: [string, string][] = [
    ["title", title],
    ...names.map((name): [string, string] => ["author", name]),
    ["publication_date", version.publishedOn.replaceAll("-", "/")],
    ["language", version.language],
    ["publisher", publisher],
    ["technical_report_institution", publisher],
    ["fulltext_html_url", work],
    ["public_url", version.address],
    ...topics.map((topic): [string, string] => ["keywords", topic]),
  ];
  return [
    ...tags.map(([name, content]) => ({ name: `citation_${name}`, content })),
    ...(structured ? [{ "script:ld+json": structured }] : []),
  ];
}
