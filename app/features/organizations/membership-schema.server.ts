import { z } from "zod";

import { signUpSchema } from "~/features/accounts/schema.server";
import { languages } from "~/i18n/languages";

import { membershipLimits as most } from "./membership-limits";

// A spreadsheet would take what begins like this for a formula (OWASP, CSV injection).
const noFormula = /^(?![=+\-@\t])/;

export const inviteeEmail = z
  .string("membership.errors.email")
  .trim()
  .max(254, "membership.errors.emailTooLong")
  .regex(noFormula, "membership.errors.email")
  .pipe(z.email("membership.errors.email"));

/** As far as it is known. It greets the person, and fills in the name of a new account. */
export const inviteeName = z
  .string()
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .max(most.name, "membership.errors.nameTooLong")
      // Without marks that turn the direction of words (Unicode TR 36), and without addresses.
      .regex(/^(?!.*(https?:|www\.))[^<>@/\\\u202a-\u202e\u2066-\u2069]*$/i, "membership.errors.nameOdd")
      .regex(noFormula, "membership.errors.nameOdd"),
  )
  .default("");

const language = z.enum(languages, "membership.errors.language");

/** What an invitation brings along beside the membership. */
const rights = z.array(z.enum(["steward", "practitioner"], "membership.errors.rights")).default([]);

const text = (max: number, tooLong: string) => z.string().trim().max(max, tooLong);

export const invitationSchema = z.object({ email: inviteeEmail, name: inviteeName, language, rights });

export const listSchema = z.object({ text: z.string().default(""), language, rights });

/** A sign-up whose address an invitation has proved. */
export const newAccountSchema = signUpSchema.omit({ email: true });

export const joinSchema = z.object({
  message: text(most.message, "membership.errors.messageTooLong").min(1, "membership.errors.messageRequired"),
});

export const approvalSchema = z.object({ rights });

export const refusalSchema = z.object({ note: text(most.note, "membership.errors.noteTooLong").default("") });

export const domainSchema = z.object({ domain: z.string("membership.errors.domain").trim().max(most.domain, "membership.errors.domain") });

export type Rights = z.output<typeof rights>;
export type Invitee = z.output<typeof invitationSchema>;
export type ListForm = z.output<typeof listSchema>;

/** The field to which a verb's refusal belongs. */
export const fieldOfMembershipFault = {
  "membership.errors.isIn": "email",
  "membership.errors.isInvited": "email",
  "membership.errors.tooOften": "email",
  "membership.errors.domain": "domain",
  "membership.errors.domainPublic": "domain",
  "membership.errors.domainNotYours": "domain",
  "membership.errors.domainHeld": "domain",
  "membership.errors.domainYours": "domain",
  "accounts.errors.passwordTooShort": "password",
  "accounts.errors.passwordCommon": "password",
  "accounts.errors.passwordIsYou": "password",
};
