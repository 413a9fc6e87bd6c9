import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import type { EventName } from "~/features/activity/events";
import type { Kind } from "~/features/publishing/kinds.server";
import type { AdoptionVerb } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";

import { may } from "./policy";
import { checkWords, lastSaid, say } from "./saying.server";
import type { Change } from "./schema.server";
import { isSeenBy } from "./seen.server";
import { dayOf } from "./stages";
import { today, todayOf } from "./today";

/**
 * Says what is different now: nothing that was said before is lost. Refuses strangers (404), who does not speak for the organization (403), what was
 * taken back or has moved on since the form was drawn (409), and what `say` refuses (422).
 */
export async function changeAdoption(kind: Kind, actor: Actor, id: string, { base, ...input }: Change) {
  await checkWords(input);
  await spend(actor, "proposals");
  await db.$transaction(async (tx) => {
    const adoption = await loadAdoption(tx, kind, actor, id);
    refuseMoved(adoption, base);
    await say(tx, actor, "CHANGED", adoption, input);
    await note(tx, actor, "adoption.changed", adoption, { stage: input.stage });
  });
}

/** Says that everything still is as it was said last, as of today; a second press on one day says nothing more. Refuses like changeAdoption. */
export async function confirmAdoption(kind: Kind, actor: Actor, id: string, base: string) {
  await spend(actor, "proposals");
  await db.$transaction(async (tx) => {
    const adoption = await loadAdoption(tx, kind, actor, id);
    const { verb, on } = adoption.last;
    if (verb === "CONFIRMED" && dayOf(on) >= todayOf(actor)) return;
    refuseMoved(adoption, base);
    await repeat(tx, actor, "CONFIRMED", adoption);
    await note(tx, actor, "adoption.confirmed", adoption, {});
  });
}

/** Takes an adoption back from today on: what was said of the days before stays. Refuses like changeAdoption. */
export async function withdrawAdoption(kind: Kind, actor: Actor, id: string, base: string) {
  await spend(actor, "proposals");
  await db.$transaction(async (tx) => {
    const adoption = await loadAdoption(tx, kind, actor, id);
    refuseMoved(adoption, base);
    await repeat(tx, actor, "WITHDRAWN", adoption);
    await note(tx, actor, "adoption.withdrawn", adoption, {});
  });
}

/**
 * Takes the adoptions of an organization over to another, as a part of their merger. Where both have declared the same guide in the same region, that of
 * the other stands, and the one that is left ends today.
 */
export async function handOverAdoptions(tx: Transaction, from: string, into: string) {
  await tx.$executeRaw`
    UPDATE "Adoption" a SET "organizationId" = ${into}::uuid
    WHERE a."organizationId" = ${from}::uuid AND NOT EXISTS (SELECT 1 FROM "Adoption" o WHERE o."organizationId" = ${into}::uuid
      AND o."contributionId" = a."contributionId" AND o.province = a.province AND o.region = a.region)`;
  const left = await tx.adoption.findMany({ where: { organizationId: from }, include: { events: lastSaid } });
  for (const { events, ...adoption } of left)
    if (events[0] && events[0].verb !== "WITHDRAWN") await repeat(tx, null, "WITHDRAWN", { ...adoption, last: events[0] });
}

/** Loads an adoption for a change, with what was said of it last; locked. What the actor may not see does not exist: 404. */
async function loadAdoption(tx: Transaction, kind: Kind, actor: Actor, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Adoption" WHERE id = ${id}::uuid FOR UPDATE`;
  const { events, ...adoption } = found(await tx.adoption.findUnique({ where: { id }, include: { events: lastSaid } }));
  const last = found(events[0]);
  if (!may.declare(actor, adoption.organizationId)) {
    found((await isSeenBy(tx, kind, actor, { ...adoption, isNamed: last.isNamed })) || null);
    authorize(false);
  }
  return { ...adoption, last };
}

type Loaded = Awaited<ReturnType<typeof loadAdoption>>;

function refuseMoved({ last }: Loaded, base: string) {
  if (last.verb === "WITHDRAWN") throw conflict("adoption.error.withdrawn");
  if (last.id !== base) throw conflict("adoption.error.movedOn");
}

/** What was said last, once more, as of today. */
async function repeat(tx: Transaction, actor: Actor | null, verb: AdoptionVerb, { last }: Pick<Loaded, "last">) {
  const { id: _, at: _at, verb: _verb, on, ...said } = last;
  const day = new Date(actor ? todayOf(actor) : today());
  await tx.adoptionEvent.create({ data: { ...said, id: newId(), verb, on: on > day ? on : day, recorderId: actor?.id ?? null } });
}

const note = (
  tx: Transaction,
  actor: Actor,
  name: EventName,
  { id, contributionId, organizationId }: Loaded,
  details: { stage?: string },
) => record(tx, actor, name, { type: "ADOPTION", id }, { guide: contributionId, organization: organizationId, ...details });
