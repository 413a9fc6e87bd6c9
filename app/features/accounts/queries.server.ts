import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";

import type { Actor } from "./actor";

export type OwnAccount = Awaited<ReturnType<typeof getOwnAccount>>;

/** One's own account, as the settings show it, with organizations named in the language of the page. */
export async function getOwnAccount(actor: Actor, language: Language) {
  const account = found(
    await db.account.findUnique({
      where: { id: actor.id },
      select: {
        name: true,
        email: true,
        language: true,
        timeZone: true,
        memberships: {
          select: { isSteward: true, organization: { select: { faces: { where: { language }, select: { name: true } } } } },
          orderBy: { joinedAt: "asc" },
          take: 50,
        },
      },
    }),
  );
  const { memberships, ...own } = account;

  return {
    ...own,
    roles: actor.roles,
    organizations: memberships.map(({ isSteward, organization }) => ({ isSteward, name: organization.faces[0]?.name ?? "" })),
  };
}
