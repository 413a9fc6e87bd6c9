import { db } from "~/platform/db.server";

import type { EventName, Subject } from "./events";

/** One event, for whoever is to act upon it; null when there is no such event. */
export async function findEvent(id: string) {
  const event = await db.event.findUnique({ where: { id } });
  if (!event) return null;

  const details = event.details as Record<string, string | number | null>;
  return { ...event, details, name: event.name as EventName, subject: { type: event.subjectType as Subject["type"], id: event.subjectId } };
}

export type RecordedEvent = NonNullable<Awaited<ReturnType<typeof findEvent>>>;
