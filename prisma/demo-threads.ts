import { z } from "zod";

import { reactionKinds } from "~/features/forums/limits";
import { languages } from "~/i18n/languages";

/** The people of the demo world, by the first part of their address. */
const person = z.enum([
  "admin",
  "editor",
  "host",
  "member",
  "moderator",
  "practitioner",
  "practitioner.b",
  "researcher",
  "steward",
  "steward.b",
]);

const language = z.enum(languages);

const postShape = z.strictObject({
  by: person,
  language: language.optional(),
  /** Hours after the beginning of the thread. */
  after: z.number().nonnegative().default(0),
  body: z.string().trim().min(20),
  /** The number of the post that it answers, in this thread. */
  replyTo: z.number().int().positive().optional(),
  quote: z.strictObject({ of: z.number().int().positive(), words: z.string() }).optional(),
  reactions: z.partialRecord(z.enum(reactionKinds), z.array(person)).default({}),
  accepted: z.boolean().default(false),
  wiki: z.boolean().default(false),
  poll: z
    .strictObject({
      question: z.string(),
      options: z.array(z.string()).min(2),
      isMultiple: z.boolean(),
      votes: z.partialRecord(person, z.array(z.number())),
    })
    .optional(),
});

/** A thread of the demo world: who said what, and how many days ago it began. */
export const demoThreadShape = z.strictObject({
  /** Empty for the discussion of a guide, which is called like the guide. */
  title: z.string().max(150).default(""),
  language,
  /** The key of a category that ships, or of a space of the demo world; empty for the discussion of a guide. */
  category: z.string().default(""),
  /** The last part of the address of the guide that is discussed. */
  guide: z.string().optional(),
  topics: z.array(z.string()).default([]),
  begun: z.number().positive(),
  isPinned: z.boolean().default(false),
  isLocked: z.boolean().default(false),
  posts: z.tuple([postShape], postShape),
  proposal: z
    .strictObject({ of: z.number(), by: person, guide: z.string(), section: z.string(), words: z.string(), note: z.string() })
    .optional(),
});

export type DemoThread = z.output<typeof demoThreadShape>;
export type DemoPost = z.output<typeof postShape>;
