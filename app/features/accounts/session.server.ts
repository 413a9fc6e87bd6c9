import { createHash } from "node:crypto";

import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";

import type { Role } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";

import type { Actor, Viewer } from "./actor";

const COOKIE = "__Host-session";
const SLIDING = new TimeSpan(30, "d");
const ABSOLUTE = new TimeSpan(90, "d");

type Attributes = Omit<Actor, "id"> & { isSuspended: boolean };

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Record<never, never>, Attributes>;
    DatabaseUserAttributes: Attributes;
  }
}

/**
 * Who sends this request, from the session cookie. Without a cookie the database is not asked; a suspended account looks like
 * a visitor. `cookies` are to be sent back: a longer life for a session in use, or the end of one that is dead.
 */
export async function readSession(request: Request): Promise<{ viewer: Viewer; token: string | null; cookies: string[] }> {
  // By hand: Lucia's own reader stumbles over cookies of others that are not well-formed.
  const sent = /(?:^|;\s*)__Host-session=([^;]*)/.exec(request.headers.get("Cookie") ?? "")?.[1];
  if (!sent) return { viewer: null, token: null, cookies: [] };

  const { session, user } = /^[a-z2-7]{40}$/.test(sent) ? await lucia.validateSession(sent) : { session: null, user: null };
  if (!session) return { viewer: null, token: null, cookies: [endOfCookie()] };

  const { isSuspended, ...actor } = user;
  return { viewer: isSuspended ? null : actor, token: session.id, cookies: session.fresh ? [cookieFor(session.id)] : [] };
}

/** Opens a session for this account and gives the cookie that carries it. */
export async function startSession(tx: Transaction, accountId: string): Promise<string> {
  const { id } = await over(tx).createSession(accountId, {});
  return cookieFor(id);
}

/** Ends the session of this token, if there is one, and gives the cookie that says so. */
export async function endSession(tx: Transaction, token: string | null): Promise<string> {
  if (token) await over(tx).invalidateSession(token);
  return endOfCookie();
}

/** Ends the sessions of an account everywhere, but for the one of `exceptToken`. */
export async function endAllSessions(tx: Transaction, accountId: string, exceptToken?: string | null) {
  await tx.session.deleteMany({ where: { accountId, ...(exceptToken ? { id: { not: idOf(exceptToken) } } : {}) } });
}

/** Forgets the sessions whose time is over. */
export async function forgetOldSessions() {
  await lucia.deleteExpiredSessions();
}

const cookieFor = (token: string) => lucia.createSessionCookie(token).serialize();

const endOfCookie = () => lucia.createBlankSessionCookie().serialize();

/** What stands in the table for a token. */
const idOf = (token: string) => createHash("sha256").update(token).digest("hex");

const oldest = () => new Date(Date.now() - ABSOLUTE.milliseconds());

/** Lucia on this connection: a session that is part of a change begins or ends in the transaction of that change. */
const over = (client: Transaction) =>
  new Lucia<Record<never, never>, Attributes>(new SessionTable(client), {
    sessionExpiresIn: SLIDING,
    sessionCookie: { name: COOKIE, attributes: { secure: true, sameSite: "lax", path: "/" } },
    getUserAttributes: (attributes) => attributes,
  });

type Row = {
  expiresAt: Date;
  accountId: string;
  name: string;
  language: Language;
  isSuspended: boolean;
  isSilenced: boolean;
  roles: Role[];
  organizations: Actor["organizations"];
};

/** Lucia's sessions in our table. Lucia calls the token a session's id; the table knows only its SHA-256. */
class SessionTable implements Adapter {
  constructor(private readonly client: Transaction) {}

  async getSessionAndUser(token: string): ReturnType<Adapter["getSessionAndUser"]> {
    const now = new Date();
    const [row] = await this.client.$queryRaw<Row[]>`
      SELECT s."expiresAt", s."accountId", a.name, a.language,
        COALESCE(a."suspendedUntil" > ${now}, false) AS "isSuspended",
        COALESCE(a."silencedUntil" > ${now}, false) AS "isSilenced",
        (SELECT COALESCE(json_agg(r.role), '[]') FROM "RoleGrant" r WHERE r."accountId" = a.id) AS roles,
        (SELECT COALESCE(json_agg(json_build_object('id', m."organizationId", 'isSteward', m."isSteward") ORDER BY m."joinedAt"), '[]')
          FROM "Membership" m WHERE m."accountId" = a.id) AS organizations
      FROM "Session" s JOIN "Account" a ON a.id = s."accountId"
      WHERE s.id = ${idOf(token)} AND s."createdAt" > ${oldest()}`;
    if (!row) return [null, null];

    const { expiresAt, accountId, ...attributes } = row;
    return [
      { id: token, userId: accountId, expiresAt, attributes: {} },
      { id: accountId, attributes },
    ];
  }

  async getUserSessions(accountId: string): Promise<DatabaseSession[]> {
    const sessions = await this.client.session.findMany({ where: { accountId } });
    return sessions.map(({ id, expiresAt }) => ({ id, userId: accountId, expiresAt, attributes: {} }));
  }

  async setSession({ id, userId, expiresAt }: DatabaseSession) {
    await this.client.session.create({ data: { id: idOf(id), accountId: userId, expiresAt, createdAt: new Date() } });
  }

  async updateSessionExpiration(token: string, expiresAt: Date) {
    await this.client.session.updateMany({ where: { id: idOf(token) }, data: { expiresAt } });
  }

  async deleteSession(token: string) {
    await this.client.session.deleteMany({ where: { id: idOf(token) } });
  }

  async deleteUserSessions(accountId: string) {
    await this.client.session.deleteMany({ where: { accountId } });
  }

  async deleteExpiredSessions() {
    await this.client.session.deleteMany({ where: { OR: [{ expiresAt: { lte: new Date() } }, { createdAt: { lte: oldest() } }] } });
  }
}

const lucia = over(db);
