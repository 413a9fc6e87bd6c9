import { list, scalar } from "~/platform/content-format";

import type { ContentText, Shared } from "./content-kind.server";

/** The YAML file of a contribution: what both languages have in common. Maturity is said by guides alone. */
export const formatShared = (shared: Shared, { maturity, more }: { maturity: string | null; more: readonly string[] }): string =>
  [
    `organization: ${scalar(shared.organization)}`,
    `sourceLanguage: ${shared.sourceLanguage}`,
    "authors:",
    ...shared.authors.map(({ en, fr }) => `  - { en: ${scalar(en)}, fr: ${scalar(fr)} }`),
    `topics: ${list(shared.topics)}`,
    `populations: ${list(shared.populations)}`,
    `settings: ${list(shared.settings)}`,
    `provinces: ${list(shared.provinces)}`,
    ...(maturity === null ? [] : [`maturity: ${maturity.toLowerCase()}`]),
    `licence: ${shared.licence}`,
    `reviewedOn: ${shared.reviewedOn}`,
    `nextReviewDue: ${shared.nextReviewDue}`,
    ...more,
    "",
  ].join("\n");

/** en.md or fr.md: one language of a contribution. */
export const formatText = (
  { title, slug, summary, body }: Pick<ContentText, "title" | "slug" | "summary" | "body">,
  more: readonly string[],
): string => ["---", `title: ${scalar(title)}`, `slug: ${slug}`, `summary: ${scalar(summary)}`, ...more, "---", "", body, ""].join("\n");
