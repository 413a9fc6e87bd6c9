import { limits, type Stage } from "./stages";

/** What the state of an adoption on a day is read from. `at`: when it was recorded; `on`: since which day it holds, as 2026-11-23. */
export type Said = { id: string; verb: "DECLARED" | "CHANGED" | "CONFIRMED" | "WITHDRAWN"; on: string; at: string; stage: Stage };

const DAY_MS = 86_400_000;

/** What was said last of an adoption until a day, with that day itself; null before it was declared, and after it was taken back. */
export function stateOn<Event extends Said>(events: readonly Event[], day: string): Event | null {
  const last = events
    .filter(({ on }) => on <= day)
    .reduce<Event | null>((latest, event) => (isLater(event, latest) ? event : latest), null);
  return last === null || last.verb === "WITHDRAWN" ? null : last;
}

/** Since which day an adoption has been at the stage at which it is on a day. */
export function sinceOn(events: readonly Said[], day: string): string | null {
  const now = stateOn(events, day);
  if (!now) return null;
  const other = events
    .filter(({ on, stage, verb }) => on <= day && (stage !== now.stage || verb === "WITHDRAWN"))
    .reduce<Said | null>((latest, event) => (isLater(event, latest) ? event : latest), null);
  const [first] = events
    .filter((event) => event.on <= day && isLater(event, other))
    .map(({ on }) => on)
    .sort();
  return first ?? now.on;
}

/** Whether nobody has said for a year that an adoption still is what it was. What has stopped needs no confirmation. */
export const isUnconfirmed = ({ at, stage }: Pick<Said, "at" | "stage">, day: string): boolean =>
  stage !== "STOPPED" && Date.parse(day) - Date.parse(at.slice(0, 10)) > limits.daysToConfirm * DAY_MS;

/** The day on which something was last said to be so: that from which it holds, or that on which it was recorded, whichever is later. */
export const saidOn = ({ on, at }: Pick<Said, "on" | "at">): string => [on, at.slice(0, 10)].sort().at(-1) ?? on;

const isLater = (one: Said, other: Said | null): boolean =>
  other === null || one.on > other.on || (one.on === other.on && one.id > other.id);
