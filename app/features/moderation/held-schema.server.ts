import { z } from "zod";

import { limits } from "./limits";
import { rules } from "./rules";
import { caseVersionSchema } from "./schema.server";

export const returnSchema = caseVersionSchema.extend({
  rule: z.enum(rules, "holds.case.ruleMissing"),
  words: z.string().trim().max(limits.notice, "decisions.errors.tooLong").default(""),
});

export type ReturnForm = z.output<typeof returnSchema>;

export const watchedWordSchema = z.object({
  word: z
    .string()
    .transform((word) => word.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "holds.words.errors.missing").max(limits.watchedWord, "holds.words.errors.tooLong")),
});
