import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { conflict } from "~/platform/errors";

import type { Actor } from "./actor";
import { endAllSessions, liveSessions, sessionId } from "./session.server";

const AT_MOST = 50;

/** Where someone is signed in, last seen first: the id of a session opens nothing (it is the SHA-256 of its token). */
export async function listOwnSessions(actor: Actor, sessionToken: string | null) {
  const sessions = await db.session.findMany({
    where: { accountId: actor.id, ...liveSessions() },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
    take: AT_MOST,
  });
  const own = sessionToken && sessionId(sessionToken);

  return sessions.map((session) => ({ ...session, isHere: session.id === own })).sort((a, b) => Number(b.isHere) - Number(a.isHere));
}

/** Ends one of one's own sessions; a silenced account may. Refuses one that is over, or is someone else's (409). */
export async function endOwnSession(actor: Actor, { session }: { session: string }) {
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: session, accountId: actor.id } });
    if (count === 0) throw conflict("settings.sessions.gone");
    await record(tx, actor, "account.session_ended", { type: "ACCOUNT", id: actor.id }, { sessions: 1 });
  });
}

/** Ends all of one's own sessions but the one of this browser. Where there is no other, nothing happens. */
export async function endOtherSessions(actor: Actor, sessionToken: string | null) {
  await db.$transaction(async (tx) => {
    const count = await endAllSessions(tx, actor.id, sessionToken);
    if (count > 0) await record(tx, actor, "account.session_ended", { type: "ACCOUNT", id: actor.id }, { sessions: count });
  });
}
