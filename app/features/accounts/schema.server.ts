import { z } from "zod";

import { languages } from "~/i18n/languages";

import { MAX_LENGTH } from "./limits";

const email = z.string("accounts.errors.email").trim().max(254, "accounts.errors.emailTooLong").pipe(z.email("accounts.errors.email"));

const name = z
  .string("accounts.errors.nameRequired")
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "accounts.errors.nameRequired")
      .max(100, "accounts.errors.nameTooLong")
      .regex(/[\p{L}\p{N}]/u, "accounts.errors.nameRequired")
      // Marks that turn the direction of the words around them (Unicode TR 36).
      .regex(/^[^\u202a-\u202e\u2066-\u2069]*$/, "accounts.errors.nameOdd")
      // A name with an address in it is an advertisement.
      .regex(/^(?!.*(https?:|www\.))[^<>@/\\]*$/i, "accounts.errors.nameOdd"),
  );

const language = z.enum(languages, "accounts.errors.language");

/** Any password: what a new one must be like is told by faultOf. Long ones are refused before they cost anything. */
const password = z
  .string("accounts.errors.passwordRequired")
  .min(1, "accounts.errors.passwordRequired")
  .max(MAX_LENGTH, "accounts.errors.passwordTooLong");

const token = z.string().max(100).default("");

export const signUpSchema = z.object({ name, email: email, password, language });

export const signInSchema = z.object({ email: email, password, to: z.string().max(2000).optional() });

export const proofSchema = z.object({ password, to: z.string().max(2000).optional() });

export const tokenSchema = z.object({ token });

export const forgottenPasswordSchema = z.object({ email: email });

export const newPasswordSchema = z.object({ token, password });

export const profileSchema = z.object({ name, language });

export const passwordChangeSchema = z.object({
  currentPassword: z
    .string("accounts.errors.currentPasswordRequired")
    .min(1, "accounts.errors.currentPasswordRequired")
    .max(MAX_LENGTH, "accounts.errors.currentPassword"),
  password,
});

export type SignUp = z.output<typeof signUpSchema>;
export type Credentials = z.output<typeof signInSchema>;
export type Profile = z.output<typeof profileSchema>;
export type PasswordChange = z.output<typeof passwordChangeSchema>;

/** The field to which a verb's refusal belongs. */
export const fieldOfFault = {
  "accounts.errors.passwordTooShort": "password",
  "accounts.errors.passwordTooShortForStaff": "password",
  "accounts.errors.passwordCommon": "password",
  "accounts.errors.passwordIsYou": "password",
  "accounts.errors.currentPassword": "currentPassword",
};
