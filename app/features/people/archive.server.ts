import type { PartOf } from "~/features/accounts/archive.server";
import type { Row } from "~/platform/archive";
import { db } from "~/platform/db.server";

/** The profile, field by field with who sees it, the pictures that this person brought, and of whom they want to hear less. */
export const profilePart: PartOf = async ({ id }) => {
  const [profile, pictures, distances] = await Promise.all([
    db.profile.findUnique({ where: { accountId: id } }),
    db.picture.findMany({ where: { uploaderId: id }, orderBy: { id: "asc" } }),
    db.distance.findMany({ where: { accountId: id }, orderBy: { since: "asc" }, include: { other: { select: { name: true } } } }),
  ]);
  const files = pictures.map((picture) => ({ ...picture, name: `pictures/${picture.id}.${picture.type.split("/")[1] ?? "bin"}` }));

  const page: Row = profile ? { slug: profile.slug, listing: profile.listing, changedAt: profile.changedAt } : {};
  return {
    facts: {
      profile: page,
      profileFields: profile ? fieldsOf(profile) : [],
      pictures: files.map(({ id: pictureId, name, width, height, createdAt }) => ({
        file: name,
        use: pictureId === profile?.photoId ? "PHOTO" : "OTHER",
        width,
        height,
        createdAt,
      })),
      distances: distances.map(({ other, isBlocked, since }) => ({ name: other.name, isBlocked, since })),
    },
    files: files.map(({ name, bytes }) => ({ name, bytes })),
  };
};

type Profile = NonNullable<Awaited<ReturnType<typeof db.profile.findUnique>>>;

const fieldsOf = (profile: Profile): Row[] => [
  { field: "PRONOUNS", value: profile.pronouns, audience: profile.pronounsAudience },
  { field: "POSITION", value: profile.position, audience: profile.positionAudience },
  { field: "ABOUT", value: profile.about, audience: profile.aboutAudience },
  { field: "PROVINCE", value: profile.province, audience: profile.provinceAudience },
  { field: "LANGUAGES", value: profile.languages, audience: profile.languagesAudience },
  { field: "TOPICS", value: profile.topics, audience: profile.topicsAudience },
  { field: "EMAIL", value: null, audience: profile.emailAudience },
  { field: "PHOTO", value: null, audience: profile.photoAudience },
];
