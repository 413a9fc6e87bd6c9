import type { CreativeWork, HowTo, HowToStep, Organization, Person, ScholarlyArticle, WithContext } from "schema-dts";

import type { KindName } from "~/features/publishing/kind-shape";
import { isLicence, licenceIdentity } from "~/features/publishing/licence-address";

import type { Author, Citation } from "./citation";
import { stepsIn } from "./steps-in";

export type StructuredWork = ReturnType<typeof structuredWork>;

type Text = { html: string; sections: { key: string; heading: string }[] };

/** The schema.org type of each kind. */
export const schemaTypeOf = (kind: KindName) => (kind === "practice" ? "HowTo" : "ScholarlyArticle");

/** A guide or a summary as search engines and harvesters read it (schema.org). `text` is the version that stands. */
export const structuredWork = (citation: Citation, text: Text) =>
  citation.kind === "practice" ? structuredGuide(citation, text) : structuredSummary(citation);

const structuredGuide = (citation: Citation, text: Text) =>
  ({
    "@context": "https://schema.org",
    "@type": "HowTo",
    ...common(citation),
    step: steps(citation, text),
  }) satisfies WithContext<HowTo>;

const structuredSummary = (citation: Citation) =>
  ({
    "@context": "https://schema.org",
    "@type": "ScholarlyArticle",
    ...common(citation),
    headline: citation.title,
    abstract: citation.lead,
    ...(citation.references.length > 0 ? { citation: citation.references.map(cited) } : {}),
  }) satisfies WithContext<ScholarlyArticle>;

/** What guides and summaries have in common. */
function common(citation: Citation) {
  const { version, organization, portal, licence } = citation;
  const { name, address } = organization ?? portal;
  const publisher = { "@type": "Organization", name, url: address } satisfies Organization;
  const authors = citation.authors.map(author);

  return {
    "@id": citation.work,
    url: citation.work,
    name: citation.title,
    description: citation.lead,
    inLanguage: version.language,
    version: String(version.number),
    identifier: version.address,
    datePublished: citation.firstPublishedOn,
    dateModified: version.publishedOn,
    author: authors.length > 0 ? authors : [publisher],
    publisher,
    isAccessibleForFree: true,
    ...(isLicence(licence) ? { license: licenceIdentity(licence) } : {}),
    ...(citation.topics.length > 0 ? { about: citation.topics.map((name) => ({ "@type": "Thing" as const, name })) } : {}),
    ...otherFace(citation),
  };
}

const author = ({ name, isPerson, profile }: Author) =>
  ({ "@type": isPerson ? "Person" : "Organization", name, ...(profile ? { url: profile } : {}) }) satisfies Person | Organization;

/** Which of two is the translation follows from the language in which the work was begun. */
function otherFace({ otherWork, isTranslation, kind }: Citation) {
  if (!otherWork) return {};
  const other = { "@type": schemaTypeOf(kind), "@id": otherWork } as const;
  return isTranslation ? { translationOfWork: other } : { workTranslation: other };
}

function cited({ title, doi, url }: Citation["references"][number]) {
  const address = doi ? `https://doi.org/${encodeURI(doi)}` : url;
  return {
    "@type": "CreativeWork",
    name: title,
    ...(doi ? { identifier: `doi:${doi}` } : {}),
    ...(address ? { sameAs: address } : {}),
  } satisfies CreativeWork;
}

/** The numbered list of the section on steps; where there is none, the sections in their order. */
function steps({ work }: Citation, { html, sections }: Text) {
  const listed = stepsIn(html, "steps");
  const told =
    listed.length > 0
      ? listed.map((text) => ({ text, url: `${work}#s-steps` }))
      : sections.map(({ key, heading }) => ({ name: heading, url: `${work}#s-${key}` }));
  return told.map((step, index) => ({ "@type": "HowToStep", position: index + 1, ...step }) satisfies HowToStep);
}
