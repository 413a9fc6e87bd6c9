import type { Actor } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { keepAttachments } from "~/features/uploads/attachment.server";
import type { ClientDataWarning } from "~/features/confidentiality/warning";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";
import type { FormErrors } from "~/platform/forms.server";

import { draftSchema, readComposer } from "./composer-schema.server";
import type { ComposerValues } from "./composer-values";
import { audienceOf } from "./composing.server";
import { clientDataIn, formAgain, refusedPost } from "./refused-post.server";
import { renderPost } from "./render.server";

type Preview = {
  html: string | null;
  values: ComposerValues;
  /** Where the form goes on to, as it said itself. */
  to: string;
  faults: FormErrors;
  /** The same in words, for the script. */
  errors?: string[];
  /** What might let a client be known. */
  clientData: ClientDataWarning | null;
  /** The same in words, for the script. */
  warnings: string[];
  init: { status: number; headers?: Record<string, string> };
};

/**
 * Draws a text as readers of its place would see it, with the form to go on; files that came along are kept and stand in the text from
 * then on. What cannot be drawn comes back with its faults. Refuses who may not write (403).
 */
export async function previewPost(request: Request, actor: Actor, language: Language): Promise<Preview> {
  authorize(allows(actor, "post.write"));
  const form = await readComposer(request, draftSchema);
  let { values } = form;
  const { to } = form;
  const clientData = clientDataIn(values, form.checked);
  const guard = { clientData, warnings: worded(clientData, language) };
  if (form.errors) return { ...faulty(formAgain(values, form.errors, form.files), language), ...guard, to, init: { status: 422 } };

  try {
    const files = (await keepAttachments(actor, form.files)).map(({ markdown }) => markdown).join("\n");
    if (files !== "") values = { ...values, body: `${values.body.trim()}\n\n${files}`.trim() };
    const place = { ...values, post: values.kind === "EDIT" ? values.post : "" };
    const seenBy = await audienceOf(db, actor, place);
    const postId = place.post || values.id;
    const { html } = await renderPost({ language: values.language, body: values.body, postId, actor, seenBy });
    return { html, values, ...guard, to, faults: {}, init: { status: 200 } };
  } catch (refusal) {
    const { again, init } = await refusedPost(refusal, actor, values);
    return { ...faulty(again, language), ...guard, to, init };
  }
}

/** A sentence for each passage. */
function worded(warning: ClientDataWarning | null, language: Language): string[] {
  const t = translator(language);
  return (warning?.doubts ?? []).map(({ kind, passage }) =>
    t("confidentiality.warning.preview", { passage, why: t(`confidentiality.why.${kind}`) }),
  );
}

function faulty({ values, errors }: { values: ComposerValues; errors: FormErrors }, language: Language) {
  const t = translator(language) as unknown as (key: string, blanks: object) => string;
  const worded = Object.values(errors)
    .flat()
    .map((error) => t(error.split(":")[0] ?? "", { count: Number(error.split(":")[1] ?? 0) }));
  return { html: null, values, faults: errors, errors: worded };
}
