import { z } from "zod";

import { ContentMeasure, PersonMeasure } from "~/generated/prisma/enums";

import { limits, sanctionLengths } from "./limits";
import { rules } from "./rules";

const text = (most: number) => z.string().trim().max(most, "decisions.errors.tooLong").default("");

/** Which state of a case its form was drawn from. */
const version = z
  .string("site.form.invalid")
  .regex(/^\d{1,9}$/, "site.form.invalid")
  .transform(Number);

/** A button about a case. */
export const caseVersionSchema = z.object({ version });

export const decisionSchema = z.object({
  version,
  rule: z.enum(rules, "decisions.errors.rule"),
  content: z.enum(ContentMeasure, "decisions.errors.content"),
  person: z.enum(PersonMeasure, "decisions.errors.person"),
  length: z.enum(sanctionLengths, "decisions.errors.length").optional(),
  /** The last day of a measure. */
  untilDate: z
    .string()
    .trim()
    .default("")
    .refine((day) => day === "" || z.iso.date().safeParse(day).success, "decisions.errors.untilDate"),
  /** What stands in the thing from now on, where it is changed. */
  body: z.string().default(""),
  toAuthor: text(limits.notice),
  toReportersEn: text(limits.notice),
  toReportersFr: text(limits.notice),
  /** For other moderators. */
  note: text(limits.note),
});

export type DecisionForm = z.output<typeof decisionSchema>;

/** The field to which a verb's refusal belongs. */
export const fieldOfDecisionFault = {
  "decisions.errors.content": "content",
  "decisions.errors.contentHere": "content",
  "decisions.errors.person": "person",
  "decisions.errors.personHere": "person",
  "decisions.errors.noAuthor": "person",
  "decisions.errors.length": "length",
  "decisions.errors.untilDate": "untilDate",
  "decisions.errors.untilSoon": "untilDate",
  "decisions.errors.untilLate": "untilDate",
  "decisions.errors.sameWords": "body",
  "posting.error.bodyMissing": "body",
  "posting.error.bodyTooLong": "body",
} as const;
