import { z } from "zod";

import { limits } from "./limits";

const LEAST_WORDS = 20;

export const appealSchema = z.object({
  words: z.string().trim().min(LEAST_WORDS, "appeals.errors.words").max(limits.appeal, "appeals.errors.tooLong"),
});

const text = (most: number) => z.string().trim().max(most, "site.form.invalid").default("");

export const rulingSchema = z.object({
  version: z
    .string()
    .regex(/^\d{1,9}$/, "site.form.invalid")
    .transform(Number),
  ruling: z.enum(["UPHELD", "OVERTURNED"], "appeals.errors.ruling"),
  toAuthor: text(limits.notice),
  note: text(limits.note),
});

export type RulingForm = z.output<typeof rulingSchema>;

export const liftSchema = z.object({
  reason: z.string().trim().min(1, "appeals.lifting.reasonMissing").max(limits.liftReason, "site.form.invalid"),
});
