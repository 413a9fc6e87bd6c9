import { z } from "zod";

import { icons, palette } from "./category-look";
import { categoryLimits, seeingCircles, writingCircles } from "./category-rules";

const choice = "threads.categories.errors.choice";

/** Marks that turn the direction of the words around them, and what is no text. */
const plain = /^[^<>\u202a-\u202e\u2066-\u2069]*$/;

const line = z.string("threads.categories.errors.name").transform((text) => text.replace(/\s+/g, " ").trim());

const name = line.pipe(
  z
    .string()
    .min(categoryLimits.shortestName, "threads.categories.errors.name")
    .max(categoryLimits.name, "threads.categories.errors.name")
    .regex(plain, "threads.categories.errors.odd")
    .regex(/[\p{L}\p{N}].*[\p{L}\p{N}]/u, "threads.categories.errors.name"),
);

const description = line
  .pipe(z.string().max(categoryLimits.description, "threads.categories.errors.description").regex(plain, "threads.categories.errors.odd"))
  .default("");

/** What names a space: its people alone see it. */
export const spaceSchema = z.object({
  /** What the category was when the form was drawn; empty for a new one. */
  seal: z.string().max(100).default(""),
  nameEn: name,
  nameFr: name,
  descriptionEn: description,
  descriptionFr: description,
  colour: z.enum(palette, choice),
  icon: z.enum(icons, choice),
});

/** Access is not asked for the discussions of guides, and not taken from there. */
export const categorySchema = spaceSchema.extend({
  seenBy: z.enum(seeingCircles, choice).default("STAFF"),
  startedBy: z.enum(writingCircles, choice).default("STAFF"),
  repliedBy: z.enum(writingCircles, choice).default("STAFF"),
});

export const orderSchema = z.object({
  id: z.uuid(choice),
  direction: z.enum(["up", "down"], choice),
});

export type SpaceInput = z.output<typeof spaceSchema>;
export type CategoryInput = z.output<typeof categorySchema>;
