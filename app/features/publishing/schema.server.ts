import { z } from "zod";

import { errorsOf, type FormErrors } from "~/platform/forms.server";

import type { Fields } from "./fields";
import type { Kind } from "./kinds.server";
import { claimableMaturities, licences, limits, visibilities } from "./limits";
import { fieldsTyped } from "./typed-fields";

const text = (max: number, message: string) => z.string().max(max, message);

const keys = z.array(z.string().regex(/^[a-z-]{1,60}$/, "publishing.error.unknownChoice")).max(20, "publishing.error.tooManyChoices");

/** What a draft may hold: anything that is not too long. The form sends it whole each time. */
const fieldShape = {
  title: text(limits.title, "publishing.error.titleTooLong"),
  summary: text(limits.summary, "publishing.error.summaryTooLong"),
  // Merging and comparing go section by section.
  body: text(limits.body, "publishing.error.bodyTooLong").refine(
    (body) => (body.match(/^##[ \t]/gm)?.length ?? 0) <= limits.sections,
    "publishing.error.tooManySections",
  ),
  sources: text(limits.sources, "publishing.error.sourcesTooLong").default(""),
  topics: keys.default([]),
  populations: keys.default([]),
  settings: keys.default([]),
  provinces: keys.default([]),
  maturity: z.enum(claimableMaturities, "publishing.error.unknownChoice").default("IDEA"),
  licence: z.enum(licences, "publishing.error.unknownChoice").default("CC-BY-4.0"),
  visibility: z.enum(visibilities, "publishing.error.unknownChoice").default("PUBLIC"),
};

/** Where the work started from: the number of the revision, and the sequence of the own draft (0: none). */
const count = z
  .string()
  .regex(/^\d{1,9}$/, "publishing.conflict.movedOn")
  .transform(Number);
const standing = { base: count, sequence: count };

/** The address of the text that a preview is for. One form serves to save, to keep a draft and to preview. */
const of = z.string().max(200).default("");

/** That a save changes nothing for the other language. */
const unchanged = z.literal("on", "publishing.error.unknownChoice").optional();

type FieldsSent = Record<string, unknown> & { base: number; sequence: number; unchanged?: string | undefined };

/** What a draft of a kind may be sent as. */
export const draftSchemaOf = (kind: Kind) => z.object({ ...kind.own, ...fieldShape, ...standing, of, unchanged });

/** The same for a revision, which has a title. */
export const revisionSchemaOf = (kind: Kind) =>
  z.object({
    ...kind.own,
    ...fieldShape,
    ...standing,
    of,
    unchanged,
    title: fieldShape.title.trim().min(5, "publishing.error.titleTooShort"),
  });

/** What a sound form holds: where it started from, and the fields of its kind. */
export function inputOf(kind: Kind, { base, sequence, unchanged: told, ...sent }: FieldsSent) {
  return { base, sequence, fields: fieldsTyped(kind.name, sent as Record<string, string | string[]>), isUnchanged: told === "on" };
}

export const newSchema = z.object({
  id: z.uuid("publishing.error.unknownChoice"),
  title: z.string().trim().min(5, "publishing.error.titleTooShort").max(limits.title, "publishing.error.titleTooLong"),
  organization: z.uuid("publishing.error.chooseOrganization"),
});

/** What a text of this kind still lacks before others are asked to read it, by field. */
export function missingIn(kind: Kind, fields: Fields): FormErrors {
  const complete = completeSchema.safeParse(fields);
  return { ...(complete.success ? {} : errorsOf(complete.error)), ...kind.missing(fields) };
}

const completeSchema = z.object({
  title: z.string().trim().min(5, "publishing.error.titleTooShort"),
  summary: z.string().trim().min(40, "publishing.error.summaryTooShort"),
  body: z.string().trim().min(400, "publishing.error.bodyTooShort"),
  topics: z.array(z.string()).min(1, "publishing.error.topicMissing"),
});

export const decisionSchema = z.object({
  review: z.uuid(),
  decision: z.enum(["APPROVED", "CHANGES_REQUESTED", "DECLINED"], "publishing.error.chooseDecision"),
  comment: z.string().trim().max(limits.comment, "publishing.error.commentTooLong").default(""),
});

export const claimSchema = z.object({ review: z.uuid(), claimant: z.union([z.uuid(), z.literal("")]).default("") });

export type Decision = z.output<typeof decisionSchema>;

/** What a decision needs to say: changes and refusals are explained to the author. */
export const commentFault = ({ decision, comment }: Decision): string | null => {
  if (comment !== "" || decision === "APPROVED") return null;
  return decision === "DECLINED" ? "publishing.error.reasonRequired" : "publishing.error.commentRequired";
};

/** Parts of a text that need nothing in this language: keys of sections, or names of what stands beside them. */
export const declarationSchema = z.object({
  base: count,
  sections: z
    .array(z.string().regex(/^:?[a-z0-9-]{0,60}$/, "publishing.error.unknownChoice"))
    .max(limits.sections * 2, "publishing.error.unknownChoice")
    .default([]),
});

export const retirementSchema = z.object({
  reason: z.string().trim().min(10, "publishing.error.reasonRequired").max(limits.comment, "publishing.error.commentTooLong"),
  successor: z.string().trim().max(300, "publishing.error.successorUnknown").default(""),
});
