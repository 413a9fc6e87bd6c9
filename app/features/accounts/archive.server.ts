import type { EventName } from "~/features/activity/events";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import type { Entry, Part, Row } from "~/platform/archive";
import { db } from "~/platform/db.server";

/** Whose archive is made. */
type Owner = { id: string; email: string; name: string; language: Language; timeZone: string };

/** What a feature puts into the archive of a person: all that it holds about them, nobody else's address, and no secret. */
export type PartOf = (owner: Owner) => Promise<Part>;

const EVENTS_AT_ONCE = 200;

/** The account, what it may do, how it is entered, and what was done by it and about it. */
export const accountPart: PartOf = async ({ id, email, language }) => {
  const { roles, roleRequests, roleHistory, roleDecisions, sessions, consents, authenticator, passkeys, recoveryCodes, ...rest } =
    await readAccount(id);
  const { identities, emailChanges, passwordResets, exports, ...account } = rest;
  const registrations = await db.registration.findMany({ where: { email }, select: { name: true, createdAt: true, expiresAt: true } });
  const left = recoveryCodes.filter(({ usedAt }) => usedAt === null).length;
  const secondFactors: Row[] = [
    ...(authenticator ? [{ factor: "AUTHENTICATOR", ...authenticator }] : []),
    ...passkeys.map((passkey) => ({ factor: "PASSKEY", ...passkey })),
    ...(recoveryCodes.length > 0 ? [{ factor: "RECOVERY_CODES", left }] : []),
  ];
  return {
    facts: {
      account,
      roles,
      roleRequests,
      roleDecisions: roleHistory,
      roleDecisionsMade: roleDecisions,
      consents,
      sessions,
      secondFactors,
      signInProviders: identities,
      emailChanges,
      registrations,
      passwordResets,
      exports,
    },
    lists: { events: eventsOf(id, language) },
  };
};

const readAccount = (id: string) =>
  db.account.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      email: true,
      language: true,
      timeZone: true,
      createdAt: true,
      suspendedUntil: true,
      silencedUntil: true,
      deactivatedAt: true,
      erasureDueAt: true,
      roles: { select: { role: true, reason: true, grantedAt: true, endsAt: true } },
      roleRequests: { select: { role: true, reason: true, askedAt: true, answer: true, decidedAt: true, note: true } },
      roleHistory: { select: { role: true, verdict: true, decidedAt: true, endsAt: true, note: true } },
      roleDecisions: { select: { role: true, verdict: true, decidedAt: true, endsAt: true, note: true } },
      sessions: { select: { device: true, createdAt: true, lastSeenAt: true, expiresAt: true } },
      consents: { select: { document: true, version: true, language: true, givenAt: true } },
      authenticator: { select: { createdAt: true, confirmedAt: true } },
      passkeys: { select: { name: true, createdAt: true, lastUsedAt: true } },
      recoveryCodes: { select: { usedAt: true } },
      identities: { select: { issuer: true, subject: true, linkedAt: true } },
      emailChanges: {
        select: { newEmail: true, createdAt: true, expiresAt: true, oldConfirmedAt: true, newConfirmedAt: true },
      },
      passwordResets: { select: { createdAt: true, expiresAt: true, usedAt: true } },
      exports: { select: { askedAt: true, readyAt: true, expiresAt: true } },
    },
  });

/** What is on record, oldest first: what this person did, and what was done about their account. */
async function* eventsOf(accountId: string, language: Language): AsyncGenerator<Entry> {
  const t = translator(language);
  const where = { OR: [{ actorId: accountId }, { subjectType: "ACCOUNT", subjectId: accountId }] };
  for (let after = ""; ; ) {
    const events = await db.event.findMany({
      where: { AND: [where, after ? { id: { gt: after } } : {}] },
      orderBy: { id: "asc" },
      take: EVENTS_AT_ONCE,
      select: { id: true, name: true, at: true, actorId: true },
    });
    for (const { name, at, actorId } of events) {
      const by = actorId === accountId ? "YOU" : actorId === null ? "PORTAL" : "OTHERS";
      yield { row: { at, what: t(`leaving.events.${name as EventName}`), by, event: name } };
    }
    if (events.length < EVENTS_AT_ONCE) return;
    after = events.at(-1)?.id ?? "";
  }
}
