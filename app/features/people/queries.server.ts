import type { Actor, Viewer } from "~/features/accounts/actor";
import { listVocabularies } from "~/features/vocabularies/queries.server";
import type { Profile } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found, notFound } from "~/platform/errors";

import { cardOf, personColumns, personOf, type PersonRow } from "./person-row.server";
import { isSelf, may } from "./policy";
import { ensureProfile } from "./profile.server";

export type PersonPage = Awaited<ReturnType<typeof getPerson>>;

export type OwnProfile = Awaited<ReturnType<typeof getOwnProfile>>;

/** Through whose eyes someone looks at their own page. */
export const previews = ["everyone", "members"] as const;

export type Preview = (typeof previews)[number];

/**
 * A person as the viewer may see them; whoever is hidden does not exist (404). The owner sees all of it, or with `as` what others do:
 * then `isHidden` tells that these see nothing at all.
 */
export async function getPerson(viewer: Viewer, language: Language, slug: string, as: Preview | null = null) {
  const [vocabularies, [row]] = await Promise.all([
    listVocabularies(language),
    db.$queryRaw<PersonRow[]>`
      SELECT ${personColumns(language)} FROM "Profile" p JOIN "Account" a ON a.id = p."accountId" WHERE p.slug = ${slug}`,
  ]);
  const person = row && personOf(row);
  if (!person || !may.read(viewer, person)) throw notFound();

  const isOwn = isSelf(viewer, person);
  const eyes = isOwn && as ? throughEyesOf(as, viewer) : viewer;
  const sees = (audience: Profile["listing"]) => may.readField(eyes, person, audience);
  return {
    ...cardOf(eyes, row, language, vocabularies),
    id: row.accountId,
    about: sees(row.aboutAudience) ? row.about.split(/\n+/).filter(Boolean) : [],
    email: sees(row.emailAudience) ? row.email : "",
    isOwn,
    isHidden: !may.read(eyes, person),
    isPublic: row.listing === "EVERYONE" && !row.isHidden,
    isHiddenByModeration: row.isHidden,
  };
}

/** One's own profile, as the form of the settings shows it. Whoever has none yet gets it now. */
export async function getOwnProfile(actor: Actor) {
  await db.$transaction((tx) => ensureProfile(tx, actor.id));
  const {
    account,
    sortName: _,
    accountId: __,
    changedAt: ___,
    hiddenAt,
    ...profile
  } = found(await db.profile.findUnique({ where: { accountId: actor.id }, include: { account: { select: { email: true, name: true } } } }));
  return { ...profile, ...account, isHiddenByModeration: hiddenAt !== null };
}

/** A visitor, or a member who shares no organization with the owner. */
const throughEyesOf = (as: Preview, viewer: Viewer): Viewer =>
  viewer && as === "members" ? { ...viewer, id: "", organizations: [] } : null;
