import { z } from "zod";

import { languages } from "~/i18n/languages";

import { MAX_LENGTH } from "./limits";
import { isTimeZone } from "./time-zones.server";

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

/** A code of the app or a recovery code, and what a browser answers for a passkey: one of them is sent. */
const factor = { code: z.string().trim().max(100, "security.errors.code").default(""), credential: z.string().max(40_000).default("") };

const to = z.string().max(2000).optional();

export const emailChangeSchema = z.object({ email: email });

export const verificationSchema = z.object({ token, password });

export const sessionEndingSchema = z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) });

export const proofSchema = z.object({ password: z.string().max(MAX_LENGTH, "accounts.errors.passwordTooLong").default(""), ...factor, to });

export const secondFactorSchema = z.object({ ...factor, to });

export const passkeySignInSchema = z.object({ credential: z.string().max(40_000).default(""), to });

export const returnSchema = z.object({ to });

export const authenticatorSchema = z.object({
  setup: z.string().max(1000),
  code: z.string("security.errors.codeRequired").trim().min(1, "security.errors.codeRequired").max(100, "security.errors.setupCode"),
});

export const newPasskeySchema = z.object({
  name: z
    .string("security.errors.passkeyName")
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "security.errors.passkeyName").max(60, "security.errors.passkeyNameTooLong")),
  credential: z.string().max(40_000).default(""),
});

export const ownPasswordSchema = z.object({ password });

export const tokenSchema = z.object({ token });

export const forgottenPasswordSchema = z.object({ email: email });

export const newPasswordSchema = z.object({ token, password, ...factor });

export const consentSchema = z.object({ terms: z.string().max(20), privacy: z.string().max(20), to: z.string().max(2000).optional() });

export const profileSchema = z.object({
  name,
  language,
  timeZone: z.string("settings.account.errors.timeZone").refine(isTimeZone, "settings.account.errors.timeZone"),
});

export const passwordChangeSchema = z.object({
  currentPassword: z
    .string("accounts.errors.currentPasswordRequired")
    .min(1, "accounts.errors.currentPasswordRequired")
    .max(MAX_LENGTH, "accounts.errors.currentPassword"),
  password,
});

/** Closing an account is said twice: by the box, and by the button. */
export const closingSchema = z.object({ confirm: z.literal("yes", "leaving.errors.confirm") });

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
  "accounts.errors.signUpPassword": "password",
  "security.errors.code": "code",
  "security.errors.codeRequired": "code",
  "security.errors.setupCode": "code",
};
