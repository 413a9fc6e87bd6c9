import { z } from "zod";

import { organizationKinds } from "./kinds";
import { audiences, limits } from "./limits";

const tooLong = "organizations.errors.tooLong";
const unknownChoice = "organizations.errors.unknownChoice";

/** Marks that turn the direction of the words around them (Unicode TR 36), and what is no text. */
const plain = /^[^<>\u202a-\u202e\u2066-\u2069]*$/;

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, tooLong).regex(plain, "organizations.errors.odd"));

const name = z
  .string("organizations.errors.nameRequired")
  .pipe(line(limits.name))
  .pipe(z.string().regex(/[\p{L}\p{N}].*[\p{L}\p{N}]/u, "organizations.errors.nameRequired"));

const paragraphs = z.string().trim().max(limits.about, tooLong).default("");

/** Nothing, where the field is empty. */
const optional = (shape: z.ZodType<string, string>) => shape.transform((text) => text || null).default(null);

/** An address on the web; "www.example.org" is taken for one. */
const site = optional(
  line(limits.site)
    .transform((text) => (text === "" || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
    .refine((text) => text === "" || isOnTheWeb(text), "organizations.errors.site"),
);

function isOnTheWeb(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && /[^.]\.[^.]/.test(url.hostname) && !url.username && !url.password;
}

const email = optional(
  z
    .string()
    .trim()
    .max(limits.email, tooLong)
    .refine((text) => text === "" || z.email().safeParse(text).success, "organizations.errors.email"),
);

const phone = optional(line(limits.phone).pipe(z.string().regex(/^(|[+\d][\d\s().,x#poste/+-]{5,})$/i, "organizations.errors.phone")));

const keys = z
  .array(z.string().regex(/^[a-z0-9-]{1,60}$/, unknownChoice), unknownChoice)
  .max(limits.languages, unknownChoice)
  .default([])
  .transform((list) => [...new Set(list)]);

export const organizationSchema = z.object({
  /** When the organization was changed last, as the form began. */
  // What is no moment is none of ours, and so an older one than the last.
  changedAt: z.string().max(40).default(""),
  nameEn: name,
  nameFr: name,
  kind: z.enum(organizationKinds, unknownChoice),
  province: optional(z.string().regex(/^[a-z]{0,2}$/, unknownChoice)),
  city: optional(line(limits.city)),
  regionsEn: line(limits.regions).default(""),
  regionsFr: line(limits.regions).default(""),
  languages: keys,
  populations: keys,
  siteEn: site,
  siteFr: site,
  aboutEn: paragraphs,
  aboutFr: paragraphs,
  contactEmail: email,
  contactPhone: phone,
  contactAudience: z.enum(audiences, unknownChoice),
});

export type OrganizationForm = z.output<typeof organizationSchema>;
