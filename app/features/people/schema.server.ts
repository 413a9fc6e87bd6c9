import { z } from "zod";

import { MAX_LANGUAGES, MAX_LENGTH, MAX_TOPICS } from "./limits";
import { audiences } from "./policy";
import { spokenLanguages } from "./spoken-languages";

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(plain(max));

const paragraphs = (max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/[^\S\n]+/g, " ")
        .replace(/ ?\n ?/g, "\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim(),
    )
    .pipe(plain(max));

// Marks that turn the direction of the words around them (Unicode TR 36) have no place in what stands beside a name.
const plain = (max: number) =>
  z
    .string()
    .max(max, "people.errors.tooLong")
    .regex(/^[^\u202a-\u202e\u2066-\u2069]*$/, "people.errors.odd");

const audience = z.enum(audiences, "people.errors.audience");

/** What someone tells of themselves, each with its audience. Whether topics and province exist is asked by the verb. */
export const profileSchema = z.object({
  listing: audience,
  pronouns: line(MAX_LENGTH.pronouns),
  pronounsAudience: audience,
  position: line(MAX_LENGTH.position),
  positionAudience: audience,
  about: paragraphs(MAX_LENGTH.about),
  aboutAudience: audience,
  province: z.string().max(60, "people.errors.province"),
  provinceAudience: audience,
  languages: z.array(z.enum(spokenLanguages, "people.errors.languages")).max(MAX_LANGUAGES, "people.errors.tooManyLanguages").default([]),
  languagesAudience: audience,
  topics: z.array(z.string().max(60, "people.errors.topics")).max(MAX_TOPICS, "people.errors.tooManyTopics").default([]),
  topicsAudience: audience,
  emailAudience: audience,
  photoAudience: audience,
});

export type ProfileFields = z.output<typeof profileSchema>;

/** The field to which a verb's refusal belongs. */
export const fieldOfFault = { "people.errors.topics": "topics", "people.errors.province": "province" };
