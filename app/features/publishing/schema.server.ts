import { z } from "zod";

import { claimableMaturities, licences, limits, visibilities } from "./limits";

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
  sources: text(limits.sources, "publishing.error.sourcesTooLong"),
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

export const draftSchema = z.object({ ...fieldShape, ...standing });

export const revisionSchema = z.object({
  ...fieldShape,
  ...standing,
  title: fieldShape.title.trim().min(5, "publishing.error.titleTooShort"),
});

export const newSchema = z.object({
  id: z.uuid("publishing.error.unknownChoice"),
  title: z.string().trim().min(5, "publishing.error.titleTooShort").max(limits.title, "publishing.error.titleTooLong"),
  organization: z.uuid("publishing.error.chooseOrganization"),
});

/** What a text needs before others are asked to read it. */
export const completeSchema = z.object({
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

export const retirementSchema = z.object({
  reason: z.string().trim().min(10, "publishing.error.reasonRequired").max(limits.comment, "publishing.error.commentTooLong"),
  successor: z.string().trim().max(300, "publishing.error.successorUnknown").default(""),
});
