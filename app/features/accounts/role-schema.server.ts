import { z } from "zod";

import { Role } from "~/generated/prisma/enums";

const MOST_LETTERS = 1000;

const sentence = (missing: string) => z.string(missing).trim().min(1, missing).max(MOST_LETTERS, "admin.errors.tooLong");

const role = z.enum(Role, "admin.errors.role");

/** The last day of a role; without one it has no end. */
const endsOn = z
  .string()
  .trim()
  .default("")
  .refine((text) => text === "" || z.iso.date().safeParse(text).success, "admin.errors.date")
  .transform((text) => text || null);

export const roleRequestSchema = z.object({ role, reason: sentence("admin.errors.reasonToAsk") });

export const withdrawalSchema = z.object({ request: z.uuid("site.form.invalid") });

export const roleGrantSchema = z.object({ role, reason: sentence("admin.errors.reason"), endsOn });

export const roleRemovalSchema = z.object({ role, reason: sentence("admin.errors.reason") });

export const practitionerSchema = roleGrantSchema.omit({ role: true });

export const practitionerRemovalSchema = roleRemovalSchema.omit({ role: true });

export const roleAnswerSchema = z.object({
  answer: z.enum(["GRANTED", "DECLINED"], "admin.errors.answer"),
  note: z.string().trim().max(MOST_LETTERS, "admin.errors.tooLong").default(""),
  endsOn,
});

export type RoleWish = z.output<typeof roleRequestSchema>;
export type RoleGrantForm = z.output<typeof roleGrantSchema>;
export type RoleRemoval = z.output<typeof roleRemovalSchema>;
export type PractitionerGrant = z.output<typeof practitionerSchema>;
export type RoleAnswer = z.output<typeof roleAnswerSchema>;

/** The field to which a verb's refusal belongs. */
export const fieldOfRoleFault = {
  "admin.errors.endsInThePast": "endsOn",
  "admin.errors.noteNeeded": "note",
  "admin.errors.heldAlready": "role",
  "admin.errors.askedAlready": "role",
};
