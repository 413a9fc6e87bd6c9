import { z } from "zod";

import { limits } from "./limits";

const id = (message: string) => z.uuid(message);

/** Marks that turn the direction of the words around them, and what is no text. */
const plain = /^[^\u202a-\u202e\u2066-\u2069]*$/;

const title = z
  .string("threads.errors.title")
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(limits.shortestTitle, "threads.errors.title")
      .max(limits.title, "threads.errors.titleLong")
      .regex(plain, "threads.errors.title")
      .regex(/[\p{L}\p{N}].*[\p{L}\p{N}]/u, "threads.errors.title"),
  );

const list = (most: number, message: string) =>
  z
    .array(z.string().max(100))
    .default([])
    .transform((all) => [...new Set(all)])
    .pipe(z.array(z.string()).max(most, message));

export const renamingSchema = z.object({
  title,
  topics: list(limits.topics, "threads.errors.topics"),
  /** The title as it was when the form was drawn. */
  before: z.string().max(1_000).default(""),
});

export const movingSchema = z.object({ category: id("threads.errors.category") });

export const mergingSchema = z.object({ into: id("threads.errors.into") });

export const splitSchema = z.object({
  title,
  category: id("threads.errors.category"),
  posts: z
    .array(z.uuid("threads.errors.posts"), "threads.errors.posts")
    .default([])
    .pipe(z.array(z.string()).min(1, "threads.errors.posts").max(100)),
  rest: z
    .literal("yes")
    .optional()
    .transform((value) => value === "yes"),
});
