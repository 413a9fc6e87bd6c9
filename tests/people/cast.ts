import type { Actor } from "~/features/accounts/actor";
import { changeProfile } from "~/features/people/profile.server";
import type { ProfileFields } from "~/features/people/schema.server";
import { db } from "~/platform/db.server";

/** What a profile is like in which everything is said, to everyone. */
export const openProfile = (changes: Partial<ProfileFields> = {}): ProfileFields => ({
  listing: "EVERYONE",
  pronouns: "she/her",
  pronounsAudience: "EVERYONE",
  position: "Link worker",
  positionAudience: "EVERYONE",
  about: "I walk with people.",
  aboutAudience: "EVERYONE",
  province: "nb",
  provinceAudience: "EVERYONE",
  languages: ["fr"],
  languagesAudience: "EVERYONE",
  topics: ["food"],
  topicsAudience: "EVERYONE",
  emailAudience: "EVERYONE",
  photoAudience: "EVERYONE",
  ...changes,
});

/** The same as a form sends it. */
export const profileForm = (changes: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  ...openProfile(),
  ...changes,
});

/** The words that the profiles of the tests choose from. */
export const words = () =>
  db.term.createMany({
    data: [
      { kind: "TOPIC", key: "food", en: "Food prescribing", fr: "Prescription alimentaire", position: 0 },
      { kind: "TOPIC", key: "nature", en: "Nature prescribing", fr: "Prescription de nature", position: 1 },
      { kind: "PROVINCE", key: "nb", en: "New Brunswick", fr: "Nouveau-Brunswick", position: 0 },
      { kind: "PROVINCE", key: "on", en: "Ontario", fr: "Ontario", position: 1 },
    ],
    skipDuplicates: true,
  });

/** Someone shows themselves, and gives back their address. */
export async function show(actor: Actor, changes: Partial<ProfileFields> = {}): Promise<string> {
  await words();
  await changeProfile(actor, openProfile(changes));
  return (await db.profile.findUniqueOrThrow({ where: { accountId: actor.id } })).slug;
}
