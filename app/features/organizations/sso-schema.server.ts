import { z } from "zod";

const line = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most, "sso.errors.tooLong");

export const ssoSettingsSchema = z.object({
  issuer: line(300, "sso.errors.issuer").pipe(z.url({ protocol: /^https?$/, error: "sso.errors.issuer" })),
  clientId: line(300, "sso.errors.clientIdRequired"),
  secret: z.string().trim().max(500, "sso.errors.tooLong").default(""),
  isActive: z
    .literal("1")
    .optional()
    .transform((checked) => checked === "1"),
});

export type SsoSettings = z.output<typeof ssoSettingsSchema>;

/** The field to which a refusal of the settings belongs. */
export const fieldOfSsoFault = {
  "sso.errors.issuer": "issuer",
  "sso.errors.noProvider": "issuer",
  "sso.errors.secretRequired": "secret",
};

export const ssoDepartureSchema = z.object({
  email: z.string("accounts.errors.email").trim().max(254, "accounts.errors.emailTooLong").pipe(z.email("accounts.errors.email")),
  to: z.string().max(2000).optional(),
});
