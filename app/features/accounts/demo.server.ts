import type { Role } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { env, isLoopback } from "~/platform/env.server";
import { log } from "~/platform/log.server";

import { recordConsents } from "./consent.server";
import { hashPassword, isPassword } from "./password.server";

export const DEMO_PASSWORD = "portal-demo-2026";

type Demo = { name: string; language: Language; roles?: Role[]; organization?: keyof typeof organizations; isSteward?: boolean };

/** Two organizations that do not exist, and say so. */
const organizations = {
  "demo-riverside": {
    province: "on",
    city: "Peterborough",
    en: { name: "Riverside Community Health Centre (example)", slug: "riverside-community-health-centre-example" },
    fr: { name: "Centre de santé communautaire Riverside (exemple)", slug: "centre-de-sante-communautaire-riverside-exemple" },
  },
  "demo-baie": {
    province: "nb",
    city: "Bathurst",
    en: { name: "La Baie Community Health Centre (example)", slug: "la-baie-community-health-centre-example" },
    fr: { name: "Centre de santé communautaire de la Baie (exemple)", slug: "centre-de-sante-communautaire-de-la-baie-exemple" },
  },
} as const;

/** The people of the demo world, by the first part of their address. */
const people: Record<string, Demo> = {
  member: { name: "Maya Osei (example)", language: "en" },
  practitioner: { name: "Priya Raman (example)", language: "en", roles: ["PRACTITIONER"], organization: "demo-riverside" },
  researcher: { name: "Rowan Clarke (example)", language: "en", roles: ["RESEARCHER"], organization: "demo-riverside" },
  host: { name: "Hélène Savoie (exemple)", language: "fr", roles: ["HOST"] },
  editor: { name: "Éloïse Tremblay (example)", language: "en", roles: ["EDITOR"] },
  moderator: { name: "Marc Doucet (exemple)", language: "fr", roles: ["MODERATOR"] },
  admin: { name: "Anika Berg (example)", language: "en", roles: ["ADMINISTRATOR"] },
  steward: { name: "Sam Lindqvist (example)", language: "en", roles: ["PRACTITIONER"], organization: "demo-riverside", isSteward: true },
  "practitioner.b": { name: "Pascal Cormier (exemple)", language: "fr", roles: ["PRACTITIONER"], organization: "demo-baie" },
  "researcher.b": { name: "Camille Robichaud (exemple)", language: "fr", roles: ["RESEARCHER"], organization: "demo-baie" },
  "steward.b": { name: "Sylvie Arsenault (exemple)", language: "fr", roles: ["PRACTITIONER"], organization: "demo-baie", isSteward: true },
};

/** Why the portal does not open to others, in one line for the person who runs it. */
export class DemoAccountsStand extends Error {}

/**
 * Whether this portal shows itself off: mail can be read by everyone, and the demo accounts are named. Never by itself
 * where others come in, since who reads the mail can enter every account.
 */
export const isDemoWorld = (): boolean => env.PORTAL_DEMO ?? (!env.DATABASE_URL && isLoopback(env.HOST) && !isPublic());

/**
 * Fills a new embedded database with the demo accounts, unless PORTAL_DEMO says no, and tells whether it has any. Throws
 * DemoAccountsStand when others than this machine could then sign in with the password that everyone knows.
 */
export async function openDemoWorld(): Promise<boolean> {
  const isNew = !env.DATABASE_URL && env.PORTAL_DEMO !== false && (await db.account.count()) === 0;
  if (!isLoopback(env.HOST) && (isNew || (await demoAccountsStand())))
    throw new DemoAccountsStand(
      `demo accounts with a known password stand in this portal, so it listens on this machine only, and not on ${env.HOST}. ` +
        `${isNew ? "Set PORTAL_DEMO=0 to start without them" : "Change their passwords, or start with PORTAL_DEMO=0 in a new PORTAL_DATA folder"}.`,
    );
  if (isNew) await createDemoAccounts();
  if (isPublic() && (await demoAccountsStand()))
    log.warn("demo accounts with a known password stand, and PORTAL_URL is not of this machine: do not let others in");
  return !env.DATABASE_URL && (await db.account.count({ where: { isDemo: true } })) > 0;
}

/** Makes the demo accounts and their organizations. Those that are there already stay as they are. */
export async function createDemoAccounts() {
  const accounts = await Promise.all(
    Object.entries(people).map(async ([key, person]) => ({
      ...person,
      email: `${key}@example.org`,
      passwordHash: await hashPassword(DEMO_PASSWORD),
    })),
  );
  await db.$transaction(async (tx) => {
    const ids = await createOrganizations(tx);
    for (const { roles = [], organization, isSteward = false, ...account } of accounts) {
      const { id } = await tx.account.upsert({
        where: { email: account.email },
        create: { ...account, isDemo: true, vouchedAt: new Date(0) },
        update: {},
      });
      await recordConsents(tx, id, account.language);
      await tx.roleGrant.createMany({ data: roles.map((role) => ({ accountId: id, role })), skipDuplicates: true });
      const organizationId = organization && ids.get(organization);
      if (organizationId) await tx.membership.createMany({ data: { organizationId, accountId: id, isSteward }, skipDuplicates: true });
    }
  });
}

/** Whether a demo account can be entered with the password that everyone knows. */
export async function demoAccountsStand(): Promise<boolean> {
  const accounts = await db.account.findMany({ where: { isDemo: true }, select: { passwordHash: true }, take: 50 });
  for (const { passwordHash } of accounts) if (await isPassword(DEMO_PASSWORD, passwordHash)) return true;

  return false;
}

const isPublic = () => env.PORTAL_URL !== undefined && !isLoopback(new URL(env.PORTAL_URL).hostname);

async function createOrganizations(tx: Transaction) {
  const ids = new Map<string, string>();
  for (const [contentKey, { province, city, en, fr }] of Object.entries(organizations)) {
    const faces = {
      create: [
        { language: "en" as const, ...en },
        { language: "fr" as const, ...fr },
      ],
    };
    const slugs = {
      create: [
        { language: "en" as const, slug: en.slug },
        { language: "fr" as const, slug: fr.slug },
      ],
    };
    const { id } = await tx.organization.upsert({
      where: { contentKey },
      create: { contentKey, kind: "community-health-centre", status: "MEMBER", province, city, faces, slugs, joinedAt: new Date() },
      update: {},
    });
    ids.set(contentKey, id);
  }
  return ids;
}
