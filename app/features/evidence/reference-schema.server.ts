import { z } from "zod";

import { bibliographyFormats } from "./bibliography.server";
import { cslTypes } from "./csl";
import { limits } from "./limits";
import { isAddress, isCitableDate, isDoi } from "./reference-form";

const line = z.string().trim().max(limits.cell, "references.error.tooLong").default("");

const names = z
  .string()
  .max(20_000, "references.error.tooLong")
  .refine((text) => text.split("\n").length <= limits.names, "references.error.tooManyNames")
  .default("");

const fields = {
  type: z.enum(cslTypes, "references.error.type"),
  title: line.pipe(z.string().min(1, "references.error.noTitle")),
  authors: names,
  date: line.refine(isCitableDate, "references.error.date"),
  container: line,
  volume: line,
  issue: line,
  pages: line,
  publisher: line,
  doi: line.refine(isDoi, "references.error.doi"),
  address: line.refine(isAddress, "references.error.address"),
  language: line,
  editors: names,
  /** Added although there seems to be one that is the same. */
  anyway: z.literal("yes").optional(),
};

export const newReferenceSchema = z.object(fields);

const KEY = /^[\p{L}\p{N}](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}])?$/u;

export const correctionSchema = z.object({
  ...fields,
  key: z.string().trim().max(60, "references.error.key").regex(KEY, "references.error.key"),
});

export const importSchema = z.object({
  id: z.uuid("site.form.invalid"),
  format: z.enum(["auto", ...bibliographyFormats], "references.error.format").default("auto"),
  text: z.string().default(""),
});

const number = (most: RegExp) => z.string().regex(most).transform(Number);

/** What is chosen on one page of a preview, what was proposed there, and how many are chosen on the other pages. */
export const choiceSchema = z.object({
  page: number(/^[1-9]\d{0,3}$/),
  chosen: z
    .array(number(/^\d{1,5}$/))
    .max(200)
    .default([]),
  proposed: z
    .string()
    .regex(/^(?:\d{1,5}(?:,\d{1,5}){0,199})?$/)
    .transform((list) => (list === "" ? [] : list.split(",").map(Number))),
  elsewhere: number(/^\d{1,5}$/),
  to: number(/^[1-9]\d{0,3}$/).optional(),
});

/** To which field of the form a refusal belongs. */
export const fieldOfReferenceFault = { "references.error.keyTaken": "key", "references.error.keyCited": "key" };
