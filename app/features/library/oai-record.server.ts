import { isLicence, licenceIdentity } from "~/features/publishing/licence-address";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { origin } from "~/platform/env.server";
import { pathTo } from "~/platform/paths";

import { pageOf } from "./citation";
import type { OaiItem, Prefix } from "./oai-request";
import type { OaiRow, OaiText } from "./oai-rows.server";
import { each, el, type Xml } from "./oai-xml";

/** By which a record is known, for ever. */
export const identifierOf = ({ kind, id, language }: OaiItem): string => `oai:${new URL(origin).hostname}:${kind}/${id}/${language}`;

/** What is told of a record at all; and that it is no more, where visitors may not read it. */
export const headerOf = (row: OaiRow): Xml =>
  el(
    "header",
    { status: row.isPublic ? null : "deleted" },
    el("identifier", {}, identifierOf(row)),
    el("datestamp", {}, row.stampedAt),
    el("setSpec", {}, `kind:${row.kind}`),
    el("setSpec", {}, `language:${row.language}`),
  );

/** A record in a format. One that is deleted has its header alone. */
export function recordOf(row: OaiRow, prefix: Prefix): Xml {
  if (!row.isPublic || !row.text) return el("record", {}, headerOf(row));
  const told = (prefix === "oai_dc" ? dublinCore : dataCite)(row, row.text);
  return el("record", {}, headerOf(row), el("metadata", {}, told));
}

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Where the formats are described. */
export const formats: Record<Prefix, { namespace: string; schema: string }> = {
  oai_dc: { namespace: "http://www.openarchives.org/OAI/2.0/oai_dc/", schema: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd" },
  oai_datacite: { namespace: "http://schema.datacite.org/oai/oai-1.1/", schema: "http://schema.datacite.org/oai/oai-1.1/oai.xsd" },
};

function dublinCore(row: OaiRow, text: OaiText): Xml {
  const { language } = row;
  const { namespace, schema } = formats.oai_dc;
  const names = {
    "xmlns:oai_dc": namespace,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xsi": XSI,
    "xsi:schemaLocation": `${namespace} ${schema}`,
  };
  const spoken = { "xml:lang": language };
  return el(
    "oai_dc:dc",
    names,
    each("dc:title", [text.title], spoken),
    each(
      "dc:creator",
      creatorsOf(text, language).map(({ name }) => name),
    ),
    each(
      "dc:subject",
      text.topics.map((topic) => topic[language]),
      spoken,
    ),
    each("dc:description", [text.summary], spoken),
    each("dc:publisher", [publisherOf(text, language)]),
    each("dc:date", [text.publishedOn]),
    each("dc:type", ["Text", translator(language)(`citing.genre.${row.kind}`)]),
    each("dc:format", ["text/html"]),
    each("dc:identifier", [versionAddress(row, language, text.slug, text.number)]),
    each("dc:language", [language]),
    each("dc:relation", [workAddress(row, text), text.other && otherAddress(row, text.other)]),
    each("dc:rights", [isLicence(text.licence) ? licenceIdentity(text.licence) : null]),
  );
}

const KERNEL = "http://datacite.org/schema/kernel-4";
/** The first version of the kernel that knows translations. */
const KERNEL_VERSION = "4.6";

function dataCite(row: OaiRow, text: OaiText): Xml {
  const { namespace, schema } = formats.oai_datacite;
  return el(
    "oai_datacite",
    { xmlns: namespace, "xmlns:xsi": XSI, "xsi:schemaLocation": `${namespace} ${schema}` },
    el("schemaVersion", {}, KERNEL_VERSION),
    el("payload", {}, resource(row, text)),
  );
}

/** There is no DOI: the address of the version identifies it, as the schema allows it where nothing is registered. */
function resource(row: OaiRow, text: OaiText): Xml {
  const { language } = row;
  const spoken = { "xml:lang": language };
  const location = `${KERNEL} https://schema.datacite.org/meta/kernel-${KERNEL_VERSION}/metadata.xsd`;
  return el(
    "resource",
    { xmlns: KERNEL, "xmlns:xsi": XSI, "xsi:schemaLocation": location },
    el("identifier", { identifierType: "URL" }, versionAddress(row, language, text.slug, text.number)),
    el("creators", {}, creatorsOf(text, language).map(creator)),
    el("titles", {}, el("title", spoken, text.title)),
    el("publisher", spoken, publisherOf(text, language)),
    el("publicationYear", {}, text.publishedOn.slice(0, 4)),
    el("resourceType", { resourceTypeGeneral: "Text" }, translator("en")(`citing.genre.${row.kind}`)),
    text.topics.length > 0 &&
      el(
        "subjects",
        {},
        each(
          "subject",
          text.topics.map((topic) => topic[language]),
          spoken,
        ),
      ),
    el("dates", {}, el("date", { dateType: "Issued" }, text.firstPublishedOn), el("date", { dateType: "Updated" }, text.publishedOn)),
    el("language", {}, language),
    el("alternateIdentifiers", {}, el("alternateIdentifier", { alternateIdentifierType: "oai" }, identifierOf(row))),
    el("relatedIdentifiers", {}, relations(row, text)),
    el("formats", {}, el("format", {}, "text/html")),
    el("version", {}, String(text.number)),
    rights(text, language),
    el("descriptions", {}, el("description", { descriptionType: "Abstract", ...spoken }, text.summary)),
  );
}

const creator = ({ name, isPerson }: { name: string; isPerson: boolean }): Xml =>
  el("creator", {}, el("creatorName", { nameType: isPerson ? "Personal" : "Organizational" }, name));

function rights({ licence }: OaiText, language: Language) {
  if (!isLicence(licence)) return null;
  const known = {
    rightsURI: licenceIdentity(licence),
    rightsIdentifier: licence,
    rightsIdentifierScheme: "SPDX",
    schemeURI: "https://spdx.org/licenses/",
  };
  return el("rightsList", {}, el("rights", { "xml:lang": language, ...known }, translator(language)(`publishing.licenceName.${licence}`)));
}

/** What it is a version of, which came before, in which language it also stands, and what it cites. */
function relations(row: OaiRow, text: OaiText): Xml[] {
  const related = (relationType: string, relatedIdentifierType: string, value: string) =>
    el("relatedIdentifier", { relatedIdentifierType, relationType }, value);
  const before = text.before && versionAddress(row, row.language, text.slug, text.before);
  return [
    related("IsVersionOf", "URL", workAddress(row, text)),
    ...(before ? [related("IsNewVersionOf", "URL", before)] : []),
    ...(text.other ? [related(text.isTranslation ? "IsTranslationOf" : "HasTranslation", "URL", otherAddress(row, text.other))] : []),
    ...(text.references ?? []).flatMap(({ doi, url }) =>
      doi ? [related("References", "DOI", doi)] : url ? [related("References", "URL", url)] : [],
    ),
  ];
}

/** Where nobody is named, its organization speaks. */
function creatorsOf(text: OaiText, language: Language): { name: string; isPerson: boolean }[] {
  const named = text.authors.map((author) => ({ name: author[language], isPerson: author.isPerson }));
  return named.length > 0 ? named : [{ name: publisherOf(text, language), isPerson: false }];
}

const publisherOf = ({ organization }: OaiText, language: Language): string => organization ?? translator(language)("site.name");

const versionAddress = ({ kind }: OaiItem, language: Language, slug: string, number: number): string =>
  origin + pathTo(language, pageOf(kind, "Version"), { slug, number });

const otherAddress = (row: OaiItem, { language, slug, number }: NonNullable<OaiText["other"]>): string =>
  versionAddress(row, language, slug, number);

const workAddress = ({ kind, language }: OaiItem, { slug }: OaiText): string => origin + pathTo(language, pageOf(kind, ""), { slug });
