import type { z } from "zod";

import type { Actor } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { keepAttachments } from "~/features/uploads/attachment.server";

import { type ComposerForm, readComposer } from "./composer-schema.server";
import type { ComposerKind } from "./composer-values";
import { pollOf } from "./poll-schema.server";
import { clientDataIn, formAgain, type PostAgain, refusedPost } from "./refused-post.server";
import type { Words } from "./writing.server";

type Sent<Result> =
  | { again: PostAgain; init: { status: number; headers?: Record<string, string> } }
  | { again?: undefined; result: Result };

/**
 * Reads a form for a post, keeps its files, and gives its words to a verb. What the writer can mend or wait for comes back with all that was
 * typed, and with the files in the text; so does what might let a client be known, until its writer has checked that, and what came too late for
 * its place, which is kept as a draft.
 */
export async function sendPost<Schema extends z.ZodType<ComposerForm> & z.ZodObject, Result>(
  request: Request,
  actor: Actor,
  schema: Schema,
  kind: ComposerKind,
  verb: (words: Words, form: z.output<Schema>) => Promise<Result>,
): Promise<Sent<Result>> {
  const form = await readComposer(request, schema, kind);
  const clientData = isGuarded(actor, kind) ? clientDataIn(form.values, form.checked) : null;
  if (form.errors) return { again: { ...formAgain(form.values, form.errors, form.files), clientData }, init: { status: 422 } };
  const { poll, errors } = pollOf(form.data, actor.timeZone);
  if (errors) return { again: { ...formAgain(form.values, errors, form.files), clientData }, init: { status: 422 } };

  const { data } = form;
  let { values } = form;
  try {
    const files = (await keepAttachments(actor, form.files)).map(({ markdown }) => markdown).join("\n");
    if (files !== "") values = { ...values, body: `${values.body.trim()}\n\n${files}`.trim() };
    if (clientData && !clientData.isChecked) return { again: { ...formAgain(values, {}), clientData }, init: { status: 422 } };
    const { id, language, body, replyTo } = data;
    return { result: await verb({ id, language, body, files, replyTo: replyTo || null, poll: kind === "EDIT" ? null : poll }, data) };
  } catch (refusal) {
    const { again, init } = await refusedPost(refusal, actor, values);
    return { again: { ...again, clientData }, init };
  }
}

/** What moderators change was looked at by one of them. */
const isGuarded = (actor: Actor, kind: ComposerKind) => kind !== "EDIT" || !allows(actor, "case.decide");
