import type { Actor } from "~/features/accounts/actor";
import { reasonFor } from "~/platform/errors";
import { type ClientDataWarning, warningOf } from "~/features/confidentiality/warning";
import type { FormErrors } from "~/platform/forms.server";
import { newId } from "~/platform/new-id.server";

import type { ComposerValues } from "./composer-values";
import { limits } from "./limits";
import { keepUnsent, sequenceOf } from "./post-draft.server";

/** A form for a post that comes back, with all that was typed. */
export type PostAgain = {
  values: ComposerValues;
  errors: FormErrors;
  /** The key of why nothing can be written there any more; null where it can. */
  closed: string | null;
  /** Whether the words are kept as a draft besides. */
  isKept: boolean;
  /** What might let a client be known. */
  clientData?: ClientDataWarning | null;
};

/** What a form for a post says about clients' data in its words. */
export const clientDataIn = ({ title, body, language }: ComposerValues, checked: string): ClientDataWarning | null =>
  warningOf({ title: title.slice(0, limits.title), body: body.slice(0, limits.body) }, language, checked);

const fields: [RegExp, string][] = [
  [/^posting\.error\.(title)/, "title"],
  [/Topic/, "topics"],
  [/ttachment|^uploads\./, "files"],
  [/^posting\.error\.(body|sameWords|newcomerMentions|tooManyMentions)|^holds\.error\.(onlyLinks|edit)|^publishing\.markdown\./, "body"],
];

/** The form as it came, where its fields themselves are at fault, or files that were sent with it have to be chosen again. */
export function formAgain(values: ComposerValues, errors: FormErrors, files: File[] = []): PostAgain {
  const faults = files.length > 0 ? { ...errors, files: [...(errors.files ?? []), "posting.error.filesAgain"] } : errors;
  return { values: { ...values, id: values.id || newId() }, errors: faults, closed: null, isKept: false };
}

/**
 * The form again, because a verb refused what was in it (422), whom it answers (403), had too much of it (429), knew its id (409), or because its
 * place has closed meanwhile (404, 409, 410): then its words are kept as a draft. Whatever else was thrown is thrown on.
 */
export async function refusedPost(
  refusal: unknown,
  actor: Actor,
  values: ComposerValues,
): Promise<{ again: PostAgain; init: { status: number; headers: Record<string, string> } }> {
  if (!(refusal instanceof Response) || ![403, 404, 409, 410, 422, 429].includes(refusal.status)) throw refusal;
  const { status } = refusal;
  if (status === 403) return toNobody(refusal, values);
  const seconds = refusal.headers.get("Retry-After");
  const init = { status, headers: seconds ? { "Retry-After": seconds } : ({} as Record<string, string>) };
  const reason = await reasonFor(refusal, "posting.error.tooMany");
  if (status === 429) return { again: formAgain(values, { "": [reason] }), init };
  if (reason.startsWith("holds.error.edit")) return { again: await keptAgain(actor, values, reason), init };
  if (status === 422) return { again: formAgain(values, { [fieldOf(reason)]: [reason] }), init };
  if (reason.endsWith(".error.sentBefore")) {
    const fresh = { ...values, id: newId(), sequence: 0 };
    return { again: formAgain(fresh, { "": [reason] }), init };
  }
  const closed =
    status === 404 ? "posting.closed.hidden" : status === 410 && reason === "forums.gone.thread" ? "posting.closed.removed" : reason;
  const isKept = await keepUnsent(actor, values);
  return { again: { ...formAgain(values, {}), closed, isKept }, init };
}

/** Whom it answers does not want that: its words can still go to the thread. Any other refusal of this kind is thrown on. */
async function toNobody(refusal: Response, values: ComposerValues) {
  const reason = await refusal.clone().text();
  if (reason !== "flags.distances.refusedReply") throw refusal;
  return { again: formAgain({ ...values, replyTo: "" }, { "": [reason] }), init: { status: 403, headers: {} } };
}

/** A change that a moderator would have to look at first: it comes back, and is kept as a draft besides. */
async function keptAgain(actor: Actor, values: ComposerValues, reason: string): Promise<PostAgain> {
  const isKept = await keepUnsent(actor, values);
  const sequence = isKept ? await sequenceOf(values.id) : values.sequence;
  return { ...formAgain({ ...values, sequence }, { [fieldOf(reason)]: [reason] }), isKept };
}

const fieldOf = (reason: string) => fields.find(([pattern]) => pattern.test(reason))?.[1] ?? "";
