import { z } from "zod";

import type { Actor } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";
import { errorsOf, type FormErrors, type FormValues } from "~/platform/forms.server";
import { refusalOf } from "~/platform/markdown-refusal";

import { type ChoiceLabels, choiceLabels } from "./choice-labels.server";
import { diffFields, type FieldDiff } from "./diff";
import { saveDraft } from "./draft.server";
import type { Fields } from "./fields";
import type { Kind, Rendered } from "./kinds.server";
import { type MergedFields, mergeFields } from "./merge-fields";
import type { Own } from "./own-fields";
import { drawFields, idAt, revise, type Revised } from "./revision.server";
import { withKeys } from "./sections";
import { asTyped, fieldsTyped } from "./typed-fields";

type Input = { base: number; sequence: number; fields: Fields; isUnchanged?: boolean };

/** What stands against what, where two texts meet: what leads from the other text to one's own. */
export type Merge = Pick<MergedFields, "contested" | "sections"> & {
  number: number;
  /** Whether the other text is the writer's own draft of another window, rather than a revision. */
  isOwnDraft: boolean;
  changes: FieldDiff[];
  labels: ChoiceLabels;
};

/** A form that comes back, with all that was typed. */
export type FormAgain = Input & { outcome: "again"; status: number; errors: FormErrors; merge: Merge | null };

/**
 * Saves what a form holds as a new revision. What hinders that (another text, a review, a text that cannot be drawn) comes
 * back with everything that was typed, which is kept as a draft where no newer one is in the way. Refuses strangers (404, 403).
 */
export async function saveForm(
  kind: Kind,
  actor: Actor,
  language: Language,
  slug: string,
  input: Input,
): Promise<Extract<Revised, { outcome: "revised" }> | FormAgain> {
  try {
    const result = await revise(kind, actor, language, slug, input);
    return result.outcome === "revised" ? result : await mergedForm(kind, result, input, language);
  } catch (refusal) {
    if (!(refusal instanceof Response) || ![409, 422, 429].includes(refusal.status)) throw refusal;
    const kept = await saveDraft(kind, actor, language, slug, input);
    const sequence = kept.outcome === "saved" ? kept.sequence : input.sequence;
    const errors = await errorsOfRefusal(refusal, input.fields);
    return { ...input, outcome: "again", status: refusal.status, errors, sequence, merge: null };
  }
}

/** The form as it came, where its fields themselves are at fault. */
export function formAgain(kind: Kind, errors: FormErrors, values: FormValues): FormAgain {
  const fields = fieldsTyped(kind.name, values);
  const shared = Object.entries(errors).filter(([name]) => !Object.hasOwn(kind.own, name));
  // Rows that were left empty are gone, so those that are at fault may have other numbers now.
  const own = z.object(kind.own).safeParse(fields.own ?? {});
  return {
    outcome: "again",
    status: 422,
    errors: { ...Object.fromEntries(shared), ...(own.success ? {} : errorsOf(own.error)) },
    fields,
    base: Number(values.base) || 0,
    sequence: Number(values.sequence) || 0,
    merge: null,
  };
}

export type Previewed =
  | ({ outcome: "drawn"; own: Own } & Pick<Fields, "title" | "summary"> & Rendered)
  | { outcome: "refused"; errors: FormErrors };

/** Draws a text as readers would see it, or says why that cannot be done safely in time. Refuses who may not write (403). */
export async function previewForm(kind: Kind, actor: Actor, language: Language, fields: Fields, of: string): Promise<Previewed> {
  authorize(allows(actor, kind.write));
  try {
    const id = of === "" ? null : await idAt(kind, actor, language, of);
    const drawn = await drawFields(db, kind, id, fields, language);
    return { outcome: "drawn", title: fields.title, summary: fields.summary, own: drawn.fields.own ?? {}, ...drawn.rendered };
  } catch (refusal) {
    if (!(refusal instanceof Response) || ![422, 429].includes(refusal.status)) throw refusal;
    return { outcome: "refused", errors: await errorsOfRefusal(refusal, fields) };
  }
}

async function errorsOfRefusal(refusal: Response, { sources }: Fields): Promise<FormErrors> {
  if (refusal.status === 429) return { "": ["writing.error.busy"] };
  const reason = await refusal.text();
  if (!reason.startsWith("publishing.markdown.")) return { "": [reason] };
  return { [refusalOf(sources) ? "sources" : "body"]: [reason] };
}

async function mergedForm(
  kind: Kind,
  found: Extract<Revised, { outcome: "merge" }>,
  { base, fields: mine }: Input,
  language: Language,
): Promise<FormAgain> {
  const t = translator(language);
  const { theirs, number, sequence } = found;
  const marks = { mine: t("writing.merge.markMine"), theirs: t("writing.merge.markTheirs") };
  const { fields, contested, sections } = mergeFields(kind.name, found.base, mine, theirs, marks);
  const labels = await choiceLabels(kind, language);
  // What no form carries is not gone because a form lacks it.
  const compared = (one: Fields) => asTyped(kind.name, { ...one, body: withKeys(one.body) });
  const changes = diffFields(kind.name, compared(theirs), compared(mine));

  return {
    outcome: "again",
    status: 409,
    errors: {},
    fields,
    base: number,
    sequence,
    merge: { contested, sections, number, isOwnDraft: number === base, changes, labels },
  };
}
