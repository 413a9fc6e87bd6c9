import { db } from "~/platform/db.server";

import type { Viewer } from "./actor";
import { findActor, liveSessions, sessionId } from "./session.server";

/** Who is behind a session right now, for what stays open longer than one request; null once it has ended, or they may not act. */
export async function findPresent(token: string): Promise<Viewer> {
  const session = await db.session.findFirst({ where: { id: sessionId(token), ...liveSessions() }, select: { accountId: true } });
  return session && findActor(session.accountId);
}
