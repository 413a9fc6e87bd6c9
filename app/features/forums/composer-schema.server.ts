import { z } from "zod";

import { languages } from "~/i18n/languages";
import { type FormErrors, type FormValues, parseFields, readForm } from "~/platform/forms.server";

import { type ComposerKind, type ComposerValues, newComposer } from "./composer-values";
import { limits } from "./limits";
import { pollFields } from "./poll-schema.server";
import { LONGEST_DRAFT } from "./post-draft.server";

const kinds = ["THREAD", "REPLY", "EDIT"] as const;

const idOrNone = z.union([z.uuid(), z.literal("")], "site.form.invalid").default("");

const count = z
  .string()
  .regex(/^\d{1,9}$/, "site.form.invalid")
  .default("0")
  .transform(Number);

const keys = z.array(z.string().regex(/^[a-z0-9-]{1,60}$/, "posting.error.unknownTopic"));

/** All that a form for a post sends. Wherever it is sent to, it is the same. */
const shape = {
  id: z.uuid("site.form.invalid"),
  kind: z.enum(kinds, "site.form.invalid"),
  category: idOrNone,
  thread: idOrNone,
  contribution: idOrNone,
  post: idOrNone,
  sequence: count,
  version: count,
  replyTo: idOrNone,
  language: z.enum(languages, "posting.error.language"),
  title: z.string().default(""),
  topics: keys.default([]),
  body: z.string().default(""),
  ...pollFields,
  /** The passages of which the writer said that nobody can be recognized. */
  clientDataChecked: z.string().max(1_000).default(""),
  /** Where the form is sent to, for the page with its preview. */
  to: z.string().max(500).default(""),
};

/** What may be kept, or drawn: nearly anything. */
export const draftSchema = z.object({
  ...shape,
  title: z
    .string()
    .max(2 * limits.title, "posting.error.titleTooLong")
    .default(""),
  topics: keys.max(30, "posting.error.tooManyTopics").default([]),
  body: z.string().max(LONGEST_DRAFT, "posting.error.draftTooLong").default(""),
});

const body = z.string().default("");

/** One line, without the marks that turn the direction of the words around them. */
const title = z
  .string()
  .transform((text) =>
    text
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  )
  .pipe(z.string().min(limits.shortestTitle, "posting.error.titleTooShort").max(limits.title, "posting.error.titleTooLong"));

/** What a reply or a change has to be; the rest is asked of the text as it is drawn. */
export const postSchema = z.object({ ...shape, body });

export const threadSchema = z.object({
  ...shape,
  body,
  title: title.refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), "posting.error.titleTooShort"),
  topics: keys.max(limits.topics, "posting.error.tooManyTopics").default([]),
});

export type ComposerForm = z.output<typeof postSchema>;

type Read<Data> = { values: ComposerValues; files: File[]; to: string; checked: string } & (
  | { data: Data; errors?: undefined }
  | { data?: undefined; errors: FormErrors }
);

/**
 * Reads the form of a post with its files, once. Its faults come back with all that was typed. Refuses fields that it does not have, and
 * anything but files among the files (400).
 */
export async function readComposer<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
  kind?: ComposerKind,
): Promise<Read<z.output<Schema>>> {
  const form = await readForm(request);
  const sent = form.getAll("files");
  if (sent.some((file) => typeof file === "string" && file !== "")) throw new Response("Bad request", { status: 400 });
  // A browser sends an empty file where none was chosen.
  const files = sent.filter((file): file is File => typeof file !== "string" && file.name !== "" && file.size > 0);
  form.delete("files");

  const parsed = parseFields(form, schema);
  const values = typedIn(parsed.values, kind);
  const read = { values, files, to: String(parsed.values.to ?? ""), checked: String(parsed.values.clientDataChecked ?? "") };
  return parsed.errors ? { ...read, errors: parsed.errors } : { ...read, data: parsed.data };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The form as it was typed, sound or not. */
function typedIn(typed: FormValues, known?: ComposerKind): ComposerValues {
  const text = (name: string) => (typeof typed[name] === "string" ? typed[name] : "");
  const id = (name: string) => (UUID.test(text(name)) ? text(name).toLowerCase() : "");
  const place = { category: id("category"), thread: id("thread"), contribution: id("contribution"), post: id("post") };

  const said = kinds.find((kind) => kind === typed.kind);
  return newComposer(known ?? said ?? "REPLY", place, {
    id: id("id"),
    language: text("language") === "fr" ? "fr" : "en",
    sequence: Number(text("sequence")) || 0,
    version: Number(text("version")) || 0,
    replyTo: id("replyTo"),
    title: text("title"),
    topics: [typed.topics ?? []].flat(),
    body: text("body"),
    pollQuestion: text("pollQuestion"),
    pollOptions: text("pollOptions"),
    pollMultiple: text("pollMultiple"),
    pollClosesAt: text("pollClosesAt"),
    pollResults: text("pollResults"),
  });
}
