import { z } from "zod";

import { limits } from "~/features/publishing/limits";

import { type Choice, choices } from "./upstream";

const title = z.string().trim().max(limits.title, "publishing.error.titleTooLong");

/** What the form holds with which an organization begins an edition of its own. `version`: the one that was read. */
export const adaptationSchema = z.object({
  id: z.uuid("publishing.error.unknownChoice"),
  version: z.uuid("publishing.error.unknownChoice"),
  organization: z.uuid("publishing.error.chooseOrganization"),
  title: title.min(5, "publishing.error.titleTooShort"),
  otherTitle: title.default(""),
});

/** What is chosen for the sections that the parent of an edition changed: their keys, and for each of them a choice under its own name. */
export const settlementSchema = z.object({
  to: z.uuid("publishing.error.unknownChoice"),
  base: z.string().regex(/^\d{1,9}$/, "publishing.error.unknownChoice"),
  sections: z
    .array(z.string().regex(/^[a-z0-9:-]{0,60}$/, "publishing.error.unknownChoice"))
    .max(limits.sections * 2)
    .default([]),
  choices: z
    .array(z.enum(choices, "upstream.error.choose"))
    .max(limits.sections * 2)
    .default([]),
});

/** The sections of an edition that are offered to its original, and what its writers should know. */
export const improvementSchema = z.object({
  sections: z
    .array(z.string().regex(/^[a-z0-9:-]{1,60}$/, "publishing.error.unknownChoice"))
    .min(1, "upstream.error.chooseSections")
    .max(limits.sections),
  note: z.string().trim().max(limits.reason, "upstream.error.noteTooLong").default(""),
});

export type Improvement = z.output<typeof improvementSchema>;

export type Settlement = { to: string; base: number; choices: Map<string, Choice> };

/** The same as the verb takes it. Each section has one choice, in the same order. */
export const settlementOf = ({ to, base, sections, choices: chosen }: z.output<typeof settlementSchema>): Settlement => ({
  to,
  base: Number(base),
  choices: new Map(sections.map((key, index): [string, Choice] => [key, chosen[index] ?? "keep"])),
});

export type NewEdition = z.output<typeof adaptationSchema>;
