import { z } from "zod";

import { limits, serviceLanguages, stages } from "./stages";

const UNKNOWN = "publishing.error.unknownChoice";

const keys = z.array(z.string().regex(/^[a-z-]{1,60}$/, UNKNOWN)).max(60, UNKNOWN);

const number = (shape: RegExp, most: number, reason: string) =>
  z
    .string()
    .trim()
    .default("")
    .refine((text) => text === "" || (shape.test(text) && Number(text.replace(",", ".")) <= most), reason)
    .transform((text) => (text === "" ? null : Number(text.replace(",", "."))));

/** What is said of an adoption each time. `contact`: whom others may ask. */
const details = {
  version: z.uuid(UNKNOWN),
  stage: z.enum(stages, "adoption.error.stage"),
  reason: z.string().trim().max(limits.reason, `adoption.error.tooLong:${limits.reason}`).default(""),
  on: z.iso.date("adoption.error.day"),
  note: z.string().trim().max(limits.note, `adoption.error.tooLong:${limits.note}`).default(""),
  settings: keys.default([]),
  populations: keys.default([]),
  languages: z.array(z.enum(serviceLanguages, UNKNOWN)).default([]),
  peopleReached: number(/^\d{1,7}$/, limits.people, "adoption.error.people"),
  staff: number(/^\d{1,3}(?:[.,]\d)?$/, limits.staff, "adoption.error.staff"),
  naming: z.enum(["named", "unnamed"], UNKNOWN).default("named"),
  contact: z.enum(["nobody", "me", "same"], UNKNOWN).default("nobody"),
  /** The passages of which the writer said that nobody can be recognized. */
  clientDataChecked: z.string().max(1_000).default(""),
};

/** The form with which an organization declares that it does what a guide says. */
export const declarationSchema = z.object({
  id: z.uuid(UNKNOWN),
  organization: z.uuid("publishing.error.chooseOrganization"),
  province: z.string().regex(/^[a-z]{2}$/, "adoption.error.province"),
  region: z.string().trim().max(limits.region, `adoption.error.tooLong:${limits.region}`).default(""),
  ...details,
});

/** The form that says what is different now. `base`: what was said last when it was drawn. */
export const changeSchema = z.object({ base: z.uuid(UNKNOWN), ...details });

export const baseSchema = z.object({ base: z.uuid(UNKNOWN) });

export type Declaration = Omit<z.output<typeof declarationSchema>, "clientDataChecked">;

export type Change = Omit<z.output<typeof changeSchema>, "clientDataChecked">;
