import { recordConsents } from "~/features/accounts/consent.server";
import { findActor, startSession } from "~/features/accounts/session.server";
import type { Actor } from "~/features/accounts/actor";
import type { Role } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";

import { people, type Who } from "./design";

export type Organizations = Record<"riverside" | "elsewhere", { id: string; slug: string }>;

type About = { roles?: Role[]; organization?: keyof Organizations; isSteward?: boolean; silencedUntil?: Date; suspendedUntil?: Date };

const LATER = new Date(Date.now() + 86_400_000);

const abouts: Record<Exclude<Who, "visitor">, About> = {
  suspended: { roles: ["EDITOR"], organization: "riverside", suspendedUntil: LATER },
  silenced: { roles: ["ADMINISTRATOR"], silencedUntil: LATER },
  member: {},
  practitioner: { roles: ["PRACTITIONER"], organization: "riverside" },
  "practitioner of elsewhere": { roles: ["PRACTITIONER"], organization: "elsewhere" },
  researcher: { roles: ["RESEARCHER"] },
  "researcher of Riverside": { roles: ["RESEARCHER"], organization: "riverside" },
  host: { roles: ["HOST"] },
  editor: { roles: ["EDITOR"] },
  moderator: { roles: ["MODERATOR"] },
  administrator: { roles: ["ADMINISTRATOR"] },
  steward: { roles: ["PRACTITIONER", "RESEARCHER"], organization: "riverside", isSteward: true },
  "bare steward": { organization: "riverside", isSteward: true },
  "steward of elsewhere": { roles: ["PRACTITIONER"], organization: "elsewhere", isSteward: true },
};

/** Someone with an account, as they act. */
export async function account(name: string, organizations: Organizations, about: About = {}): Promise<{ id: string; actor: Actor | null }> {
  const { roles = [], organization, isSteward = false, ...more } = about;
  const { id } = await db.account.create({
    data: {
      name,
      email: `${name.replaceAll(" ", ".").toLowerCase()}@example.org`,
      language: "en",
      passwordHash: "unusable",
      ...more,
      roles: { create: roles.map((role) => ({ role })) },
      memberships: { create: organization ? [{ organizationId: organizations[organization].id, isSteward }] : [] },
    },
  });
  await db.$transaction((tx) => recordConsents(tx, id, "en"));
  return { id, actor: await findActor(id) };
}

/** The session of everyone who comes, by who they are. */
export async function comers(organizations: Organizations) {
  const sessions = new Map<Who, string>();
  const spareSessions = new Map<Who, string>();
  for (const who of people) {
    if (who === "visitor") continue;
    const { id } = await account(who, organizations, abouts[who]);
    sessions.set(who, await sessionOf(id));
    // Whoever ends "all other sessions" with it must not end the first one.
    const { id: twin } = await account(`${who} again`, organizations, abouts[who]);
    spareSessions.set(who, await sessionOf(twin));
  }
  return { sessions, spareSessions };
}

async function sessionOf(accountId: string): Promise<string> {
  const cookie = await db.$transaction((tx) => startSession(tx, accountId));
  return /^__Host-session=([^;]*)/.exec(cookie)?.[1] ?? "";
}
