import { changeProfile } from "~/features/people/profile.server";
import type { ProfileFields } from "~/features/people/schema.server";
import type { Actor } from "~/features/accounts/actor";
import { Audience } from "~/generated/prisma/enums";

type Told = Pick<ProfileFields, "position" | "about" | "province" | "languages" | "topics"> & Partial<ProfileFields>;

/** What the people of the demo world tell of themselves. None of them exists, and each says so. */
const told: Record<string, Told> = {
  member: {
    listing: "MEMBERS",
    position: "Community volunteer",
    about: "Example profile. I help with a Tuesday walking group and would like to hear how others keep theirs going in winter.",
    province: "on",
    languages: ["en", "fil"],
    topics: ["social-connection", "nature"],
  },
  practitioner: {
    pronouns: "she/her",
    position: "Link worker",
    about:
      "Example profile. I have worked with people who live with loneliness and with little money for food since 2019.\nAsk me about first conversations, and about tea.",
    province: "on",
    languages: ["en", "ta"],
    topics: ["link-workers", "social-connection", "food"],
  },
  researcher: {
    position: "Evaluation researcher",
    about: "Example profile. I ask what changes for people, and how we would know.",
    province: "bc",
    languages: ["en", "cr"],
    topics: ["evaluation", "equity", "cultural-safety"],
  },
  "researcher.b": {
    position: "Recherche et évaluation",
    about: "Profil d’exemple. Je lis des revues systématiques pour que d’autres n’aient pas à le faire.",
    province: "nb",
    languages: ["fr", "en"],
    topics: ["evaluation", "nature"],
  },
  host: {
    pronouns: "elle",
    position: "Animatrice de webinaires",
    about: "Profil d’exemple. Je prépare les rencontres en ligne, dans les deux langues.",
    province: "nb",
    languages: ["fr", "en"],
    topics: ["foundations", "co-design"],
  },
  editor: {
    position: "Editor of practice guides",
    about: "Example profile. I read guides before they are published, and help to make them clear.",
    province: "qc",
    languages: ["fr", "en", "fcs"],
    topics: ["evaluation", "referral-pathways"],
    emailAudience: "MEMBERS",
  },
  moderator: {
    listing: "MEMBERS",
    position: "Modération",
    about: "Profil d’exemple.",
    province: "mb",
    languages: ["fr", "en"],
    topics: ["equity"],
  },
  steward: {
    position: "Manager, community programs",
    about: "Example profile. I look after our social prescribing team and its partners.",
    province: "on",
    languages: ["en"],
    topics: ["referral-pathways", "community-assets"],
    emailAudience: "ORGANIZATIONS",
  },
  "practitioner.b": {
    position: "Agent de liaison",
    about: "Profil d’exemple. Paniers de légumes, cuisines collectives, jardins : parlons-en, en français ou en anglais.",
    province: "nb",
    languages: ["fr", "en", "mic"],
    topics: ["food", "nature", "rural-and-remote"],
  },
  "steward.b": {
    pronouns: "elle",
    position: "Coordonnatrice clinique",
    about: "Profil d’exemple. Je coordonne la prescription sociale dans notre région.",
    province: "nb",
    languages: ["fr"],
    topics: ["food", "caregiving", "referral-pathways"],
  },
};

/** Lets the people of the demo world introduce themselves. The administrator stays as everyone begins: with nothing told. */
export async function introducePeople(actorOf: (name: string) => Promise<Actor>) {
  for (const [name, fields] of Object.entries(told)) await changeProfile(await actorOf(name), { ...shownToAll, ...fields });
}

const shownToAll = {
  listing: Audience.EVERYONE,
  pronouns: "",
  pronounsAudience: Audience.EVERYONE,
  positionAudience: Audience.EVERYONE,
  aboutAudience: Audience.EVERYONE,
  provinceAudience: Audience.EVERYONE,
  languagesAudience: Audience.EVERYONE,
  topicsAudience: Audience.EVERYONE,
  emailAudience: Audience.NOBODY,
  photoAudience: Audience.EVERYONE,
};
