import type { Actor } from "~/features/accounts/actor";
import { reasonFor } from "~/platform/errors";
import type { FormErrors } from "~/platform/forms.server";
import { newId } from "~/platform/new-id.server";

import type { ComposerValues } from "./composer-values";
import { keepUnsent } from "./post-draft.server";

/** A form for a post that comes back, with all that was typed. */
export type PostAgain = {
  values: ComposerValues;
  errors: FormErrors;
  /** The key of why nothing can be written there any more; null where it can. */
  closed: string | null;
  /** Whether the words are kept as a draft besides. */
  isKept: boolean;
};

const fields: [RegExp, string][] = [
  [/^posting\.error\.(title)/, "title"],
  [/Topic/, "topics"],
  [/ttachment|^uploads\./, "files"],
  [/^posting\.error\.(body|sameWords|newcomer(Links|Mentions)|tooManyMentions)|^publishing\.markdown\./, "body"],
];

/** The form as it came, where its fields themselves are at fault, or files that were sent with it have to be chosen again. */
export function formAgain(values: ComposerValues, errors: FormErrors, files: File[] = []): PostAgain {
  const faults = files.length > 0 ? { ...errors, files: [...(errors.files ?? []), "posting.error.filesAgain"] } : errors;
  return { values: { ...values, id: values.id || newId() }, errors: faults, closed: null, isKept: false };
}

/**
 * The form again, because a verb refused what was in it (422), had too much of it (429), knew its id (409), or because its place has closed
 * meanwhile (404, 409, 410): then its words are kept as a draft. Whatever else was thrown is thrown on.
 */
export async function refusedPost(
  refusal: unknown,
  actor: Actor,
  values: ComposerValues,
): Promise<{ again: PostAgain; init: { status: number; headers: Record<string, string> } }> {
  if (!(refusal instanceof Response) || ![404, 409, 410, 422, 429].includes(refusal.status)) throw refusal;
  const { status } = refusal;
  const seconds = refusal.headers.get("Retry-After");
  const init = { status, headers: seconds ? { "Retry-After": seconds } : ({} as Record<string, string>) };
  const reason = await reasonFor(refusal, "posting.error.tooMany");
  if (status === 429) return { again: formAgain(values, { "": [reason] }), init };
  if (status === 422) return { again: formAgain(values, { [fieldOf(reason)]: [reason] }), init };
  if (reason === "posting.error.sentBefore") {
    const fresh = { ...values, id: newId(), sequence: 0 };
    return { again: formAgain(fresh, { "": [reason] }), init };
  }
  const closed =
    status === 404 ? "posting.closed.hidden" : status === 410 && reason === "forums.gone.thread" ? "posting.closed.removed" : reason;
  const isKept = await keepUnsent(actor, values);
  return { again: { ...formAgain(values, {}), closed, isKept }, init };
}

const fieldOf = (reason: string) => fields.find(([pattern]) => pattern.test(reason))?.[1] ?? "";
