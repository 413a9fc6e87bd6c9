import { kindNames } from "~/features/publishing/kind-shape";
import { isLanguage, languages } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { env, origin } from "~/platform/env.server";
import { oaiAt } from "~/platform/paths";

import { formats, headerOf, identifierOf, recordOf } from "./oai-record.server";
import { type ListVerb, OaiError, type OaiItem, type OaiRequest, prefixes, readOaiRequest } from "./oai-request";
import { findEarliestStamp, findOaiPage, findOaiRow } from "./oai-rows.server";
import { type Place, readToken, tokenOf } from "./oai-token.server";
import { el, type Xml } from "./oai-xml";

const PAGE = 100;

const NAMESPACE = "http://www.openarchives.org/OAI/2.0/";

/**
 * The answer of OAI-PMH 2.0 to these arguments, as XML: what libraries harvest of the versions that visitors may read. Refusals are answers, as the
 * protocol has it.
 */
export async function answerHarvester(sent: URLSearchParams): Promise<string> {
  try {
    const request = readOaiRequest(sent);
    return documentOf(Object.fromEntries(sent), await answer(request));
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    // Which arguments there were is not repeated where they were wrong.
    const isWrong = error.code === "badVerb" || error.code === "badArgument";
    return documentOf(isWrong ? {} : Object.fromEntries(sent), el("error", { code: error.code }, error.message));
  }
}

function documentOf(request: Record<string, string>, content: Xml): string {
  const attributes = {
    xmlns: NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": `${NAMESPACE} ${NAMESPACE}OAI-PMH.xsd`,
  };
  const now = toSeconds(new Date());
  const { xml } = el("OAI-PMH", attributes, el("responseDate", {}, now), el("request", request, origin + oaiAt), content);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

async function answer(request: OaiRequest): Promise<Xml> {
  if (request.verb === "Identify") return identify();
  if (request.verb === "ListSets")
    return el(
      "ListSets",
      {},
      sets().map(([spec, name]) => el("set", {}, el("setSpec", {}, spec), el("setName", {}, name))),
    );
  if (request.verb === "ListMetadataFormats") return listFormats(request.identifier);
  if (request.verb === "GetRecord") return el("GetRecord", {}, recordOf(await known(request.identifier), request.prefix));
  return list(
    request.verb,
    request.resumptionToken === null ? beginning(request.selection) : readToken(request.verb, request.resumptionToken),
  );
}

async function identify(): Promise<Xml> {
  const [, address = env.MAIL_FROM] = /<([^<>]+)>/.exec(env.MAIL_FROM) ?? [];
  return el(
    "Identify",
    {},
    el("repositoryName", {}, languages.map((language) => translator(language)("site.name")).join(" · ")),
    el("baseURL", {}, origin + oaiAt),
    el("protocolVersion", {}, "2.0"),
    el("adminEmail", {}, address),
    el("earliestDatestamp", {}, (await findEarliestStamp()) ?? toSeconds(new Date())),
    el("deletedRecord", {}, "persistent"),
    el("granularity", {}, "YYYY-MM-DDThh:mm:ssZ"),
  );
}

function sets(): [string, string][] {
  const t = translator("en");
  return [
    ...kindNames.map((kind): [string, string] => [`kind:${kind}`, t(`citing.list.${kind}`)]),
    ...languages.map((language): [string, string] => [`language:${language}`, t(`citing.language.${language}`)]),
  ];
}

async function listFormats(identifier: string | null): Promise<Xml> {
  if (identifier !== null && !(await known(identifier)).isPublic) throw new OaiError("noMetadataFormats", "This record is deleted.");
  return el(
    "ListMetadataFormats",
    {},
    prefixes.map((prefix) =>
      el(
        "metadataFormat",
        {},
        el("metadataPrefix", {}, prefix),
        el("schema", {}, formats[prefix].schema),
        el("metadataNamespace", {}, formats[prefix].namespace),
      ),
    ),
  );
}

async function known(identifier: string) {
  const item = itemOf(identifier);
  const row = item && (await findOaiRow(item));
  if (!row) throw new OaiError("idDoesNotExist", "There is no such record.");
  return row;
}

function itemOf(identifier: string): OaiItem | null {
  const [, name, id = "", language = ""] = /:(\w+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\w\w)$/.exec(identifier) ?? [];
  const kind = kindNames.find((one) => one === name);
  if (!kind || !isLanguage(language)) return null;
  const item = { kind, id, language };
  return identifierOf(item) === identifier ? item : null;
}

type Beginning = Omit<Place, "after"> & { after: string | null };

function beginning(selection: Place["selection"] | null): Beginning {
  if (!selection) throw new OaiError("badArgument", "There is nothing to list.");
  return { selection, after: null, cursor: 0 };
}

async function list(verb: ListVerb, { selection, after, cursor }: Beginning): Promise<Xml> {
  const { rows, total } = await findOaiPage(selection, after, PAGE, verb === "ListRecords");
  if (rows.length === 0) {
    // What was left of a list may have left the time that is harvested.
    throw after === null
      ? new OaiError("noRecordsMatch", "There is no such record.")
      : new OaiError("badResumptionToken", "Nothing is left of this list.");
  }
  const page = rows.slice(0, PAGE);
  const last = page.at(-1)?.faceId;
  const next = rows.length > PAGE && last ? tokenOf(verb, { selection, after: last, cursor: cursor + page.length }) : null;
  const size = { completeListSize: Math.max(total, cursor + page.length), cursor };
  const token =
    next || after !== null ? el("resumptionToken", { expirationDate: next && toSeconds(next.expires), ...size }, next?.token) : null;
  return el(
    verb,
    {},
    page.map((row) => (verb === "ListRecords" ? recordOf(row, selection.prefix) : headerOf(row))),
    token,
  );
}

const toSeconds = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, "Z");
