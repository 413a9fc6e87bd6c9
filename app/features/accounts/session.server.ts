import { createHash } from "node:crypto";

import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";

import { Prisma } from "~/generated/prisma/client";
import type { Document } from "~/generated/prisma/enums";
import { db, type Transaction } from "~/platform/db.server";

import type { Actor, Viewer } from "./actor";
import { currentDocuments } from "./consent.server";
import { staffRoles } from "./roles";
import { wantsSecondFactor } from "./second-factor-wanted.server";

const COOKIE = "__Host-session";
const SLIDING = new TimeSpan(30, "d");
const ABSOLUTE = new TimeSpan(90, "d");
const SEEN_EVERY_MS = 10 * 60_000;

type Attributes = Omit<Actor, "id"> & { isSuspended: boolean };

type SessionAttributes = { device: string; lastSeenAt: Date; provenAt: Date };

export type ReadSession = {
  viewer: Viewer;
  token: string | null;
  /** When its owner last proved who they are. */
  provenAt: Date | null;
  /** To be sent back: a longer life for a session in use, or the end of one that is dead. */
  cookies: string[];
};

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, Attributes>;
    DatabaseUserAttributes: Attributes;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

/**
 * Who sends this request, from the session cookie. Without a cookie the database is not asked; a suspended account looks like
 * a visitor, and so does one at rest.
 */
export async function readSession(request: Request): Promise<ReadSession> {
  const nobody = { viewer: null, token: null, provenAt: null };
  // By hand: Lucia's own reader stumbles over cookies of others that are not well-formed.
  const sent = /(?:^|;\s*)__Host-session=([^;]*)/.exec(request.headers.get("Cookie") ?? "")?.[1];
  if (!sent) return { ...nobody, cookies: [] };

  const { session, user } = /^[a-z2-7]{40}$/.test(sent) ? await lucia.validateSession(sent) : { session: null, user: null };
  if (!session) return { ...nobody, cookies: [endOfCookie()] };

  if (Date.now() - session.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await db.session.updateMany({ where: { id: sessionId(session.id) }, data: { lastSeenAt: new Date() } });
  const { isSuspended, ...actor } = user;
  return {
    viewer: isSuspended ? null : actor,
    token: session.id,
    provenAt: session.provenAt,
    cookies: session.fresh ? [cookieFor(session.id)] : [],
  };
}

/** Opens a session for this account on a device (browser and system in a few words) and gives the cookie that carries it. */
export async function startSession(tx: Transaction, accountId: string, device = ""): Promise<string> {
  const now = new Date();
  const { id } = await over(tx).createSession(accountId, { device, lastSeenAt: now, provenAt: now });
  return cookieFor(id);
}

/** Ends the session of this token, if there is one, and gives the cookie that says so. */
export async function endSession(tx: Transaction, token: string | null): Promise<string> {
  if (token) await over(tx).invalidateSession(token);
  return endOfCookie();
}

/** Ends the sessions of an account everywhere, but for the one of `exceptToken`, and tells how many. Sign-ins that wait for a step end too. */
export async function endAllSessions(tx: Transaction, accountId: string, exceptToken?: string | null): Promise<number> {
  const except = exceptToken ? { id: { not: sessionId(exceptToken) } } : {};
  await tx.pendingSignIn.deleteMany({ where: { accountId } });
  return (await tx.session.deleteMany({ where: { accountId, ...except } })).count;
}

/** Notes that the owner of this session has just proved who they are. */
export async function markProven(tx: Transaction, token: string | null) {
  if (token) await tx.session.updateMany({ where: { id: sessionId(token) }, data: { provenAt: new Date() } });
}

/** Forgets the sessions whose time is over. */
export async function forgetOldSessions() {
  await lucia.deleteExpiredSessions();
}

const cookieFor = (token: string) => lucia.createSessionCookie(token).serialize();

const endOfCookie = () => lucia.createBlankSessionCookie().serialize();

/** What stands in the table for a token. */
export const sessionId = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Sessions whose time is not over. */
export const liveSessions = () => ({ expiresAt: { gt: new Date() }, createdAt: { gt: oldest() } });

const oldest = () => new Date(Date.now() - ABSOLUTE.milliseconds());

/** Lucia on this connection: a session that is part of a change begins or ends in the transaction of that change. */
const over = (client: Transaction) =>
  new Lucia<SessionAttributes, Attributes>(new SessionTable(client), {
    sessionExpiresIn: SLIDING,
    sessionCookie: { name: COOKIE, attributes: { secure: true, sameSite: "lax", path: "/" } },
    getUserAttributes: (attributes) => attributes,
    getSessionAttributes: (attributes) => attributes,
  });

type ActorRow = Omit<Actor, "owesSecondFactor"> & { isSuspended: boolean; hasSecondFactor: boolean };

/** What has to be known of an account to let it act; its table is `a`. */
const actorColumns = (now: Date) => Prisma.sql`
  a.id, a.name, a.language, a."timeZone",
  COALESCE(a."suspendedUntil" > ${now}, false) OR a."deactivatedAt" IS NOT NULL AS "isSuspended",
  COALESCE(a."silencedUntil" > ${now}, false) AS "isSilenced",
  EXISTS (SELECT 1 FROM "Authenticator" f WHERE f."accountId" = a.id AND f."confirmedAt" IS NOT NULL)
    OR EXISTS (SELECT 1 FROM "Passkey" k WHERE k."accountId" = a.id) AS "hasSecondFactor",
  (SELECT COALESCE(json_agg(r.role ORDER BY r.role), '[]') FROM "RoleGrant" r
    WHERE r."accountId" = a.id AND (r."endsAt" IS NULL OR r."endsAt" > ${now})) AS roles,
  (SELECT COALESCE(json_agg(json_build_object('id', m."organizationId", 'isSteward', m."isSteward") ORDER BY m."joinedAt"), '[]')
    FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId"
    WHERE m."accountId" = a.id AND o.status = 'MEMBER') AS organizations,
  NOT (${hasAgreedTo("TERMS")} AND ${hasAgreedTo("PRIVACY")}) AS "owesConsent"`;

/** Who never agreed owes it too. Versions are dates, so that they stand in the order of their letters. */
const hasAgreedTo = (document: Document) => Prisma.sql`
  EXISTS (SELECT 1 FROM "Consent" c WHERE c."accountId" = a.id AND c.document = ${document}::"Document"
    AND c.version >= ${currentDocuments()[document].asksAgainSince})`;

function actorOf({ hasSecondFactor, ...row }: ActorRow): Actor & { isSuspended: boolean } {
  const owesSecondFactor = wantsSecondFactor() && !hasSecondFactor && row.roles.some((role) => staffRoles.includes(role));
  const roles = owesSecondFactor ? row.roles.filter((role) => !staffRoles.includes(role)) : row.roles;

  return { ...row, roles, owesSecondFactor };
}

/** Someone as they would act right now, for jobs and for the building of the demo world; null for who may not. */
export async function findActor(accountId: string): Promise<Viewer> {
  const [row] = await db.$queryRaw<ActorRow[]>`SELECT ${actorColumns(new Date())} FROM "Account" a WHERE a.id = ${accountId}::uuid`;
  if (!row) return null;

  const { isSuspended, ...actor } = actorOf(row);
  return isSuspended ? null : actor;
}

/** Lucia's sessions in our table. Lucia calls the token a session's id; the table knows only its SHA-256. */
class SessionTable implements Adapter {
  constructor(private readonly client: Transaction) {}

  async getSessionAndUser(token: string): ReturnType<Adapter["getSessionAndUser"]> {
    const now = new Date();
    const [row] = await this.client.$queryRaw<(ActorRow & SessionAttributes & { expiresAt: Date })[]>`
      SELECT s."expiresAt", s.device, s."lastSeenAt", s."provenAt", ${actorColumns(now)}
      FROM "Session" s JOIN "Account" a ON a.id = s."accountId"
      WHERE s.id = ${sessionId(token)} AND s."createdAt" > ${oldest()}`;
    if (!row) return [null, null];

    const { expiresAt, device, lastSeenAt, provenAt, ...account } = row;
    const { id, ...attributes } = actorOf(account);
    return [
      { id: token, userId: id, expiresAt, attributes: { device, lastSeenAt, provenAt } },
      { id, attributes },
    ];
  }

  async getUserSessions(accountId: string): Promise<DatabaseSession[]> {
    const sessions = await this.client.session.findMany({ where: { accountId } });
    return sessions.map(({ id, expiresAt, device, lastSeenAt, provenAt }) => ({
      id,
      userId: accountId,
      expiresAt,
      attributes: { device, lastSeenAt, provenAt },
    }));
  }

  async setSession({ id, userId, expiresAt, attributes }: DatabaseSession) {
    await this.client.session.create({ data: { id: sessionId(id), accountId: userId, expiresAt, createdAt: new Date(), ...attributes } });
  }

  async updateSessionExpiration(token: string, expiresAt: Date) {
    await this.client.session.updateMany({ where: { id: sessionId(token) }, data: { expiresAt } });
  }

  async deleteSession(token: string) {
    await this.client.session.deleteMany({ where: { id: sessionId(token) } });
  }

  async deleteUserSessions(accountId: string) {
    await this.client.session.deleteMany({ where: { accountId } });
  }

  async deleteExpiredSessions() {
    await this.client.session.deleteMany({ where: { OR: [{ expiresAt: { lte: new Date() } }, { createdAt: { lte: oldest() } }] } });
  }
}

const lucia = over(db);
