import { z } from "zod";

import { applicationLimits as most } from "./application-limits";
import { organizationKinds } from "./kinds";

const line = (max: number, message: string) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, message));

/** A name has a letter or a figure in it, and no marks that turn the direction of the words around it (Unicode TR 36). */
const name = line(most.name, "applications.errors.nameTooLong")
  .pipe(z.string().regex(/^(|.*[\p{L}\p{N}].*)$/u, "applications.errors.nameOdd"))
  .pipe(z.string().regex(/^[^<>\u202a-\u202e\u2066-\u2069]*$/, "applications.errors.nameOdd"))
  .default("");

/** An address on the web, "www.example.org" too; none is null. */
const site = line(most.site, "applications.errors.siteTooLong")
  .transform((text) => (text === "" || /^https?:\/\//i.test(text) ? text : `https://${text}`))
  .refine((text) => text === "" || isSite(text), "applications.errors.site")
  .transform((text) => text || null)
  .default(null);

function isSite(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes(".") && !url.username && !url.password;
}

const required = (max: number, missing: string, tooLong: string) => z.string(missing).trim().min(1, missing).max(max, tooLong);

const reason = required(most.reason, "applications.errors.reasonRequired", "applications.errors.reasonTooLong");

const id = z.uuid("applications.errors.unknownChoice");

const message = required(most.message, "applications.errors.messageRequired", "applications.errors.messageTooLong");

export const applicationSchema = z.object({
  id,
  nameEn: name,
  nameFr: name,
  kind: z.enum(organizationKinds, "applications.errors.kind"),
  province: z
    .string()
    .regex(/^[a-z]{0,2}$/, "applications.errors.unknownChoice")
    .transform((key) => key || null)
    .default(null),
  city: line(most.city, "applications.errors.cityTooLong")
    .transform((text) => text || null)
    .default(null),
  site,
  about: z.string().trim().max(most.about, "applications.errors.aboutTooLong").default(""),
  message,
  /** Said once the person has seen the ones of a similar name. */
  isAnother: z.literal("yes", "applications.errors.unknownChoice").optional(),
});

export const claimSchema = z.object({ id, message });

export const approvalSchema = z.object({ application: id });

export const refusalSchema = z.object({ application: id, reason });

export const closureSchema = z.object({ reason });

export const mergerSchema = z.object({ into: id, reason });

export const entrustSchema = z.object({ contribution: id, person: id });

export type NewApplication = z.output<typeof applicationSchema>;
export type Claim = z.output<typeof claimSchema>;
export type Refusal = z.output<typeof refusalSchema>;
export type Merger = z.output<typeof mergerSchema>;

/** The field to which a verb's refusal belongs. */
export const fieldOfApplicationFault = {
  "applications.errors.nameRequired": "nameEn",
  "applications.errors.unknownChoice": "province",
  "applications.errors.similar": "isAnother",
};
