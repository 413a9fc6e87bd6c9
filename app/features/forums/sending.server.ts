import type { z } from "zod";

import type { Actor } from "~/features/accounts/actor";
import { keepAttachments } from "~/features/uploads/attachment.server";

import { type ComposerForm, readComposer } from "./composer-schema.server";
import type { ComposerKind } from "./composer-values";
import { pollOf } from "./poll-schema.server";
import { formAgain, type PostAgain, refusedPost } from "./refused-post.server";
import type { Words } from "./writing.server";

type Sent<Result> =
  | { again: PostAgain; init: { status: number; headers?: Record<string, string> } }
  | { again?: undefined; result: Result };

/**
 * Reads a form for a post, keeps its files, and gives its words to a verb. What the writer can mend or wait for comes back with all that was
 * typed, and with the files in the text; so does what came too late for its place, which is kept as a draft.
 */
export async function sendPost<Schema extends z.ZodType<ComposerForm> & z.ZodObject, Result>(
  request: Request,
  actor: Actor,
  schema: Schema,
  kind: ComposerKind,
  verb: (words: Words, form: z.output<Schema>) => Promise<Result>,
): Promise<Sent<Result>> {
  const form = await readComposer(request, schema, kind);
  if (form.errors) return { again: formAgain(form.values, form.errors, form.files), init: { status: 422 } };
  const { poll, errors } = pollOf(form.data, actor.timeZone);
  if (errors) return { again: formAgain(form.values, errors, form.files), init: { status: 422 } };

  const { data } = form;
  let { values } = form;
  try {
    const files = (await keepAttachments(actor, form.files)).map(({ markdown }) => markdown).join("\n");
    if (files !== "") values = { ...values, body: `${values.body.trim()}\n\n${files}`.trim() };
    const { id, language, body, replyTo } = data;
    return { result: await verb({ id, language, body, files, replyTo: replyTo || null, poll: kind === "EDIT" ? null : poll }, data) };
  } catch (refusal) {
    return refusedPost(refusal, actor, values);
  }
}
