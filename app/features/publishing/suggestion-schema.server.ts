import { z } from "zod";

import { limits } from "./limits";

export const suggestionSchema = z.object({
  guide: z.string().trim().min(1, "suggestions.error.guide").max(400, "suggestions.error.guide"),
  section: z
    .string()
    .regex(/^[a-z0-9-]{0,60}$/, "suggestions.error.section")
    .default(""),
  body: z.string().trim().min(1, "suggestions.error.body").max(limits.suggestion, "suggestions.error.bodyTooLong"),
  note: z.string().trim().max(500, "suggestions.error.noteTooLong").default(""),
});

export const declineSchema = z.object({
  reason: z.string().trim().min(10, "suggestions.error.reason").max(limits.comment, "publishing.error.commentTooLong"),
});
