import "./database";

import type { Actor } from "~/features/accounts/actor";
import type { Role } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

/** A signed-in person with these roles, in these organizations. */
export async function person(
  name: string,
  {
    roles = [],
    organizations = [],
    steward = false,
    language = "en",
  }: { roles?: Role[]; organizations?: { id: string }[]; steward?: boolean; language?: Language } = {},
): Promise<Actor> {
  const account = await db.account.create({
    data: {
      name,
      language,
      email: `${name
        .normalize("NFD")
        .replace(/[^a-z]/gi, "")
        .toLowerCase()}@example.org`,
      passwordHash: "unusable",
      roles: { create: roles.map((role) => ({ role })) },
      memberships: { create: organizations.map(({ id }) => ({ organizationId: id, isSteward: steward })) },
    },
  });
  return {
    id: account.id,
    name,
    language,
    roles,
    organizations: organizations.map(({ id }) => ({ id, isSteward: steward })),
    isSilenced: false,
  };
}

/** A member organization. */
export function organization(name = "Riverside Health Centre") {
  const slug = name.toLowerCase().replace(/[^a-z]+/g, "-");
  return db.organization.create({
    data: {
      kind: "community-health-centre",
      status: "MEMBER",
      faces: {
        create: [
          { language: "en", name, slug },
          { language: "fr", name: `${name} (fr)`, slug },
        ],
      },
    },
  });
}
