import { isLanguage } from "~/i18n/languages";
import { onlySet } from "~/platform/list-query";

import { rules } from "./rules";

/** Which cases a queue shows; the first one where an address names none. */
export const queueStates = ["open", "mine", "unclaimed", "closed"] as const;

/** All kinds of cases, in the order in which the filter offers them. */
export const caseKinds = ["FLAG", "HELD", "REPAIR", "APPEAL", "ROLE", "ORGANIZATION"] as const;

/** Those that one may decide about, or those that one may not, being concerned. */
export const conflictFilters = ["none", "own"] as const;

export const queueFilterNames = ["state", "kind", "language", "category", "rule", "conflict"] as const;

export type QueueFilterName = (typeof queueFilterNames)[number];

/** What the queue is narrowed to. Empty means no limit. */
export type QueueFilters = Record<QueueFilterName, string>;

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the filters of an address. What it does not understand counts as no limit. Closed cases are nobody's to decide. */
export function queueFiltersOf(url: URL): QueueFilters {
  const read = (name: QueueFilterName) => url.searchParams.get(name) ?? "";
  const oneOf = (name: QueueFilterName, known: readonly string[]) => (known.includes(read(name)) ? read(name) : "");
  const state = oneOf("state", queueStates.slice(1));
  return {
    state,
    kind: oneOf("kind", caseKinds),
    language: isLanguage(read("language")) ? read("language") : "",
    category: id.test(read("category")) ? read("category") : "",
    rule: oneOf("rule", rules),
    conflict: state === "closed" ? "" : oneOf("conflict", conflictFilters),
  };
}

/** The filters as an address has them: only what is set. */
export const queueQueryOf = (filters: QueueFilters): Record<string, string> => onlySet(filters);

export const urgencies = ["urgent", "high", "normal", "low"] as const;

export type Urgency = (typeof urgencies)[number];

/** How urgent a priority is, in the four steps that have words. */
export const urgencyOf = (priority: number): Urgency =>
  priority >= 90 ? "urgent" : priority >= 60 ? "high" : priority >= 30 ? "normal" : "low";

/** So long it has been, in the greatest unit that is whole. */
export function ageOf(since: Date | string, until: Date | string): { unit: "minutes" | "hours" | "days"; count: number } {
  const minutes = Math.max(0, Math.floor((new Date(until).getTime() - new Date(since).getTime()) / 60_000));
  if (minutes < 60) return { unit: "minutes", count: minutes };
  return minutes < 48 * 60 ? { unit: "hours", count: Math.floor(minutes / 60) } : { unit: "days", count: Math.floor(minutes / 1_440) };
}
