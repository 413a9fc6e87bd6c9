import { isAudited, type EventName } from "~/features/activity/events";
import type { Translate } from "~/i18n/translate";
import { onlySet } from "~/platform/list-query";

export const auditFilterNames = ["what", "who", "type", "about", "from", "to"] as const;

export type AuditFilterName = (typeof auditFilterNames)[number];

/** What the audit log is narrowed to. `what`: an event or a group of them; `who`: an account or the portal; `about`: the id of a thing. Empty: no limit. */
export type AuditFilters = Record<AuditFilterName, string>;

/** In place of an account: what nobody did. */
export const PORTAL_ACTOR = "portal";

export const subjectTypes = [
  "ACCOUNT",
  "ORGANIZATION",
  "CONTRIBUTION",
  "CATEGORY",
  "THREAD",
  "POST",
  "HELD_POST",
  "CASE",
  "SANCTION",
  "WATCHED_WORD",
  "ADOPTION",
  "TERM",
  "PORTAL",
] as const;

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const event = /^[a-z]{1,30}(\.[a-z_]{1,40})?$/;

/** Reads the filters of an address. What it does not understand counts as no limit. */
export function auditFiltersOf(url: URL): AuditFilters {
  const read = (name: AuditFilterName) => url.searchParams.get(name)?.trim() ?? "";
  const matching = (name: AuditFilterName, pattern: RegExp) => (pattern.test(read(name)) ? read(name) : "");
  return {
    what: matching("what", event),
    who: read("who") === PORTAL_ACTOR ? PORTAL_ACTOR : matching("who", id),
    type: (subjectTypes as readonly string[]).includes(read("type")) ? read("type") : "",
    about: matching("about", id),
    from: isDay(read("from")) ? read("from") : "",
    to: isDay(read("to")) ? read("to") : "",
  };
}

/** The filters as an address has them: only what is set. */
export const auditQueryOf = (filters: AuditFilters): Record<string, string> => onlySet(filters);

const isDay = (text: string) =>
  /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** All events that are audited, in groups, as the dictionary orders them. */
export function auditedEvents(t: Translate): { group: string; names: EventName[] }[] {
  const groups = t("leaving.events", { returnObjects: true }) as Record<string, Record<string, string>>;
  return Object.entries(groups)
    .map(([group, words]) => ({ group, names: Object.keys(words).map((word) => `${group}.${word}` as EventName) }))
    .map(({ group, names }) => ({ group, names: names.filter(isAudited) }))
    .filter(({ names }) => names.length > 0);
}
