import { z } from "zod";

// What each file of content/ has to say. The messages go behind the name of the field: "topics is missing".

export const missing = (wanted: string) => (issue: { input?: unknown }) => (issue.input === undefined ? "is missing" : `is not ${wanted}`);

export const text = (min: number, max: number) =>
  z
    .string({ error: missing("a text") })
    .refine((value) => value.trim() === value && !value.includes("\n"), "starts or ends with a space, or is longer than a line")
    .refine((value) => value.length >= min && value.length <= max, `wants ${min} to ${max} characters`);

export const key = z
  .string({ error: missing("a key") })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "is not a key of lower-case words with hyphens");

export const slug = key.max(80, "wants at most 80 characters");

export const keys = z
  .array(key, { error: missing("a list of keys") })
  .refine((list) => new Set(list).size === list.length, "lists a key twice");

export const date = z
  .string({ error: missing("a date") })
  .refine(
    (value) => /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true,
    "is not a date such as 2026-11-22",
  );

export const language = z.enum(["en", "fr"], { error: missing("en or fr") });

export const both = z.strictObject({ en: text(1, 200), fr: text(1, 200) }, { error: missing("a word in both languages") });

export const vocabularyShape = z
  .array(z.strictObject({ key, en: text(1, 100), fr: text(1, 100) }, { error: missing("a term") }), { error: missing("a list of terms") })
  .min(1, "has no terms");

const webAddress = z.url({ protocol: /^https?$/, error: missing("an address on the web") });

const named = z.strictObject(
  {
    name: text(2, 200),
    slug,
    about: z.string().trim().max(4_000, "wants at most 4000 characters").default(""),
    regions: text(2, 300).or(z.literal("")).default(""),
    site: webAddress.nullable().default(null),
  },
  { error: missing("a name with a slug") },
);

export const organizationShape = z.strictObject({
  kind: key,
  province: key.nullable(),
  city: text(1, 100).nullable(),
  status: z.enum(["listed", "member"], { error: missing("listed or member") }),
  site: webAddress.nullable(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/, "is not a code of a language"), { error: missing("a list of languages") })
    .default([]),
  populations: keys.default([]),
  source: z
    .strictObject({ url: webAddress, seenOn: date }, { error: missing("an address and a date") })
    .nullable()
    .default(null),
  en: named,
  fr: named,
});

/** A page that people agree to has a version, and the oldest version whose consent still counts. */
export const pageFaceShape = z
  .strictObject({
    title: text(2, 150),
    slug,
    summary: text(40, 400),
    modifiedOn: date,
    version: date.optional(),
    asksAgainSince: date.optional(),
    changes: text(5, 400).optional(),
  })
  .refine(
    ({ version, asksAgainSince }) => (version === undefined ? asksAgainSince === undefined : (asksAgainSince ?? "9") <= version),
    "wants a version and, not after it, asksAgainSince; or neither",
  );
