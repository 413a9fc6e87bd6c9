import type { KindName } from "~/features/publishing/kind-shape";
import { isLanguage, type Language } from "~/i18n/languages";

/** The errors of the protocol: http://www.openarchives.org/OAI/openarchivesprotocol.html#ErrorConditions */
export type OaiErrorCode =
  | "badArgument"
  | "badResumptionToken"
  | "badVerb"
  | "cannotDisseminateFormat"
  | "idDoesNotExist"
  | "noMetadataFormats"
  | "noRecordsMatch";

/** A refusal that the protocol has a word for. */
export class OaiError extends Error {
  constructor(
    readonly code: OaiErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const prefixes = ["oai_dc", "oai_datacite"] as const;

export type Prefix = (typeof prefixes)[number];

/** What is harvested: everything, or what changed within a time; of one kind or in one language. Seconds since 1970, both included. */
export type Selection = { prefix: Prefix; from: number | null; until: number | null; kind: KindName | null; language: Language | null };

export type OaiItem = { kind: KindName; id: string; language: Language };

export type OaiRequest =
  | { verb: "Identify" }
  | { verb: "ListSets" }
  | { verb: "ListMetadataFormats"; identifier: string | null }
  | { verb: "GetRecord"; identifier: string; prefix: Prefix }
  | { verb: ListVerb; selection: Selection | null; resumptionToken: string | null };

export type ListVerb = "ListIdentifiers" | "ListRecords";

const lists = { required: ["metadataPrefix"], optional: ["from", "until", "set"], exclusive: true };

const verbs: Record<string, { required: string[]; optional: string[]; exclusive?: boolean }> = {
  Identify: { required: [], optional: [] },
  ListSets: { required: [], optional: [], exclusive: true },
  ListMetadataFormats: { required: [], optional: ["identifier"] },
  GetRecord: { required: ["identifier", "metadataPrefix"], optional: [] },
  ListIdentifiers: lists,
  ListRecords: lists,
};

/** A request with its arguments, each of them known, once, and sound. Refuses with what the protocol says. */
export function readOaiRequest(sent: URLSearchParams): OaiRequest {
  const [verb = "", ...others] = sent.getAll("verb");
  const rule = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (!rule || others.length > 0) throw new OaiError("badVerb", "The verb is missing, is repeated, or is none of OAI-PMH 2.0.");
  const given = argumentsOf(sent, rule);
  const get = (name: string) => given.get(name) ?? null;

  if (verb === "Identify") return { verb };
  if (verb === "ListSets") {
    if (given.has("resumptionToken")) throw new OaiError("badResumptionToken", "The list of sets is given whole.");
    return { verb };
  }
  if (verb === "ListMetadataFormats") return { verb, identifier: get("identifier") };
  if (verb === "GetRecord") return { verb, identifier: get("identifier") ?? "", prefix: prefixOf(get("metadataPrefix") ?? "") };
  const resumptionToken = get("resumptionToken");
  return { verb: verb as ListVerb, resumptionToken, selection: resumptionToken === null ? selectionOf(get) : null };
}

function argumentsOf(sent: URLSearchParams, { required, optional, exclusive }: (typeof verbs)[string]): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of sent) {
    if (name === "verb") continue;
    if (given.has(name)) throw bad(`The argument ${name} is repeated.`);
    if (!required.includes(name) && !optional.includes(name) && !(exclusive && name === "resumptionToken"))
      throw bad(`The argument ${name} is not known here.`);
    given.set(name, value);
  }
  if (given.has("resumptionToken")) {
    if (given.size > 1) throw bad("A resumptionToken stands alone.");
    return given;
  }
  const missing = required.find((name) => !given.get(name));
  if (missing) throw bad(`The argument ${missing} is missing.`);
  return given;
}

const bad = (message: string) => new OaiError("badArgument", message);

function prefixOf(text: string): Prefix {
  const prefix = prefixes.find((one) => one === text);
  if (!prefix) throw new OaiError("cannotDisseminateFormat", "There are the formats oai_dc and oai_datacite.");
  return prefix;
}

function selectionOf(get: (name: string) => string | null): Selection {
  const [from, until] = [get("from"), get("until")];
  if (from !== null && until !== null && from.length !== until.length) throw bad("from and until differ in granularity.");
  const selection = { from: from === null ? null : secondsOf(from, 0), until: until === null ? null : secondsOf(until, 86_399) };
  if (selection.from !== null && selection.until !== null && selection.from > selection.until) throw bad("from is later than until.");
  return { prefix: prefixOf(get("metadataPrefix") ?? ""), ...selection, ...setOf(get("set")) };
}

/** A day counts from its first second, or up to its last. */
function secondsOf(text: string, ofDay: number): number {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const date = new Date(isDay ? `${text}T00:00:00Z` : text);
  const isSound = !Number.isNaN(date.getTime()) && (isDay || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text));
  if (!isSound || !date.toISOString().startsWith(text.replace("Z", ""))) throw bad("A date is like 2026-01-31 or 2026-01-31T12:00:00Z.");
  return date.getTime() / 1000 + (isDay ? ofDay : 0);
}

/** A set by its name; one that holds others is all of them. */
function setOf(text: string | null): Pick<Selection, "kind" | "language"> {
  if (text === null || text === "kind" || text === "language") return { kind: null, language: null };
  if (!/^[\w\-.!~*'()]+(?::[\w\-.!~*'()]+)*$/.test(text)) throw bad("This cannot be the name of a set.");
  const [family, name = "", ...rest] = text.split(":");
  if (family === "kind" && (name === "practice" || name === "summary") && rest.length === 0) return { kind: name, language: null };
  if (family === "language" && isLanguage(name) && rest.length === 0) return { kind: null, language: name };
  throw new OaiError("noRecordsMatch", "There is no such set.");
}
