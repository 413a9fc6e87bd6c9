import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { queueMail } from "~/platform/mail.server";

import { orphanedMail } from "./closing-mails.server";

/** An organization that someone alone is the steward of. `needsSteward`: others belong to it, and would be left without one. */
type Stewardship = { id: string; en: string; fr: string; slugs: Record<Language, string>; needsSteward: boolean };

/**
 * The member organizations whose only awake steward is this person, locked until the transaction ends: of two stewards who leave at the
 * same moment the second one finds out.
 */
export async function stewardships(tx: Transaction, accountId: string): Promise<Stewardship[]> {
  await tx.$queryRaw`
    SELECT 1 FROM "Organization" o JOIN "Membership" m ON m."organizationId" = o.id
    WHERE m."accountId" = ${accountId}::uuid AND m."isSteward" ORDER BY o.id FOR UPDATE OF o`;
  return listStewardships(accountId, tx);
}

/** The same to look at, without a lock. */
export function listStewardships(accountId: string, client: Transaction = db): Promise<Stewardship[]> {
  return client.$queryRaw<Stewardship[]>`
    SELECT o.id, en.name AS en, fr.name AS fr, json_build_object('en', en.slug, 'fr', fr.slug) AS slugs, EXISTS (
      SELECT 1 FROM "Membership" x JOIN "Account" a ON a.id = x."accountId"
      WHERE x."organizationId" = o.id AND x."accountId" <> m."accountId" AND a."deactivatedAt" IS NULL) AS "needsSteward"
    FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId"
    JOIN "OrganizationFace" en ON en."organizationId" = o.id AND en.language = 'en'
    JOIN "OrganizationFace" fr ON fr."organizationId" = o.id AND fr.language = 'fr'
    WHERE m."accountId" = ${accountId}::uuid AND m."isSteward" AND o.status = 'MEMBER' AND NOT EXISTS (
      SELECT 1 FROM "Membership" x JOIN "Account" a ON a.id = x."accountId"
      WHERE x."organizationId" = o.id AND x."accountId" <> m."accountId" AND x."isSteward" AND a."deactivatedAt" IS NULL)
    ORDER BY o.id`;
}

/** Tells the administrators, each in their language, which organizations have nobody any more. */
export async function tellOfOrphans(tx: Transaction, organizations: readonly Record<Language, string>[]) {
  if (organizations.length === 0) return;
  const administrators = await tx.account.findMany({
    where: { deactivatedAt: null, roles: { some: { role: "ADMINISTRATOR", OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] } } },
    select: { email: true, language: true },
  });
  for (const { email, language } of administrators) {
    const names = organizations.map((organization) => organization[language]);
    await queueMail(tx, email, orphanedMail(language, names));
  }
}
