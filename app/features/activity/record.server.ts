import type { Transaction } from "~/platform/db.server";
import { announce } from "~/platform/live.server";
import { enqueue } from "~/platform/queue.server";

import { type EventName, isAudited, type Subject } from "./events";
import { sightOf } from "./sight";

/**
 * Writes down what happened, in the same transaction as the change itself, and sends a job down to tell whom it concerns.
 * Open pages hear at once when it changes what someone may see.
 * The audit log, notifications, digests and feeds are all read from here. An actor of null is the portal itself.
 */
export async function record(
  tx: Transaction,
  actor: { id: string } | null,
  name: EventName,
  subject: Subject,
  details: Record<string, string | number | null> = {},
) {
  const event = await tx.event.create({
    data: { name, actorId: actor?.id ?? null, subjectType: subject.type, subjectId: subject.id, details, isAudited: isAudited(name) },
    select: { id: true },
  });
  await enqueue(tx, "fan-out", { eventId: event.id });
  const sight = sightOf({ name, actorId: actor?.id ?? null, subject, details });
  if (sight) await announce(tx, { what: "sight", ...sight });
}
