import type { Viewer } from "~/features/accounts/actor";
import { hideProfile, showProfile } from "~/features/people/hiding.server";
import { personColumns, personOf, type PersonRow } from "~/features/people/person-row.server";
import { may } from "~/features/people/policy";
import { ensureProfile } from "~/features/people/profile.server";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { pathTo } from "~/platform/paths";

import type { Keeper, Thing } from "./subject.server";

type Row = PersonRow & { accountLanguage: Language };

/** What moderation does with profiles. The account itself is closed by its owner alone. */
export const profileKeeper: Keeper = {
  async find(tx, viewer, _language, id) {
    const row = await findSeen(tx, viewer, id);
    return row ? thingOf(row) : null;
  },
  async load(tx, id) {
    await ensureProfile(tx, id);
    const row = await findPerson(tx, id);
    return row ? thingOf(row) : null;
  },
  hide: hideProfile,
  show: showProfile,
  remove: hideProfile,
  async addressOf(tx, viewer, language, id) {
    const row = await findSeen(tx, viewer, id);
    return row ? pathTo(language, "person", { slug: row.slug }) : null;
  },
};

async function findPerson(tx: Transaction, id: string): Promise<Row | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT ${personColumns("en")}, a.language AS "accountLanguage"
    FROM "Profile" p JOIN "Account" a ON a.id = p."accountId" WHERE p."accountId" = ${id}::uuid`;
  return row;
}

async function findSeen(tx: Transaction, viewer: Viewer, id: string) {
  const row = await findPerson(tx, id);
  return row && may.read(viewer, personOf(row)) ? row : null;
}

const thingOf = ({ accountId, accountLanguage, name, pronouns, position, about, isHidden }: Row): Thing => ({
  subjectType: "ACCOUNT",
  subjectId: accountId,
  language: accountLanguage,
  categoryId: null,
  organizationIds: [],
  ownerIds: [accountId],
  authorId: accountId,
  title: name,
  words: [pronouns, position, about].filter(Boolean).join("\n\n"),
  version: 0,
  isHidden,
  isGone: false,
});
