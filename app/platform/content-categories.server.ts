import { existsSync } from "node:fs";
import path from "node:path";

import { z } from "zod";

import { type Faults, readText, readYaml } from "./content-files.server";

const CATEGORIES_FILE = "forums/categories.yaml";
const MOST_CATEGORIES = 50;

const missing = (wanted: string) => (issue: { input?: unknown }) => (issue.input === undefined ? "is missing" : `is not ${wanted}`);

const key = z.string({ error: missing("a key") }).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "is not a key of lower-case words with hyphens");

const text = (min: number, max: number) =>
  z
    .string({ error: missing("a text") })
    .refine((value) => value.trim() === value && !/[\n<>]/.test(value), "starts or ends with a space, is longer than a line, or has < or >")
    .refine((value) => value.length >= min && value.length <= max, `wants ${min} to ${max} characters`);

const named = z.strictObject({ name: text(2, 60), description: text(0, 300).default("") }, { error: missing("a name") });

const seeing = z.enum(["everyone", "members", "affiliated", "staff"], { error: missing("everyone, members, affiliated or staff") });
const writing = z.enum(["members", "affiliated", "staff"], { error: missing("members, affiliated or staff") });

const categoriesShape = z
  .array(
    z.strictObject(
      {
        key,
        colour: key,
        icon: key,
        seenBy: seeing.default("everyone"),
        startedBy: writing.default("members"),
        repliedBy: writing.default("members"),
        en: named,
        fr: named,
      },
      { error: missing("a category") },
    ),
    { error: missing("a list of categories") },
  )
  .max(MOST_CATEGORIES, `has more than ${MOST_CATEGORIES} categories`);

export type ContentCategory = z.output<typeof categoriesShape>[number];

/** The categories with which the forums begin; none where the folder has no file of them. */
export function readCategories(folder: string, faults: Faults): ContentCategory[] {
  const file = path.join(folder, CATEGORIES_FILE);
  const words = existsSync(file) ? readText(file, faults) : null;
  const read = words === null ? null : readYaml(words, categoriesShape, file, faults);
  if (!read) return [];
  const keys = read.value.map((one) => one.key);
  for (const [index, each] of keys.entries())
    if (keys.indexOf(each) < index) faults.add(file, read.lineOf([index]), `the key ${each} stands twice`);
  return read.value;
}
