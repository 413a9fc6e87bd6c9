import { submitAlone } from "#tests/support/one-language";
import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import type { Fields } from "~/features/publishing/fields";
import type { Own } from "~/features/publishing/own-fields";
import { decide } from "~/features/publishing/review.server";
import { revise } from "~/features/publishing/revision.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { summary, summaryFields } from "./summaries";
import { faceAt, guide, guideFields, openReview, person } from "./world";

const columns = ["Key", "Section", "Stance", "Version", "Note"] as const;

/** Claims as a form has them. */
export const claimRows = (...rows: Partial<Record<(typeof columns)[number], string>>[]): Own =>
  Object.fromEntries(
    columns.map((column) => [`claim${column}`, rows.map((row, index) => row[column] ?? (column === "Key" ? `c${index + 1}` : ""))]),
  );

/** A published summary with the version that a claim points to. */
export async function publishedSummary(
  by: Actor,
  { language = "en", fields = {} }: { language?: Language; fields?: Partial<Fields> } = {},
) {
  const made = await summary({ by, state: "PUBLISHED", language, fields });
  const { slug } = await faceAt(made.slug, language);
  return { ...made, slug, version: await versionAt(slug, language) };
}

/** A published guide of which a section rests on a version. */
export const guideOn = (
  by: Actor,
  version: string,
  { section = "purpose", fields = {} }: { section?: string; fields?: Partial<Fields> } = {},
) => guide({ by, state: "PUBLISHED", fields: { own: claimRows({ Section: section, Stance: "SUPPORTS", Version: version }), ...fields } });

/** The id of the newest version at an address. */
async function versionAt(slug: string, language: Language = "en"): Promise<string> {
  const face = await faceAt(slug, language);
  return (await db.version.findFirstOrThrow({ where: { faceId: face.id }, orderBy: { number: "desc" } })).id;
}

/** Publishes a text anew, and gives its new version. */
export async function publishAgain(
  by: Actor,
  slug: string,
  fields: Partial<Fields>,
  { kind = summaryKind, language = "en" }: { kind?: typeof summaryKind; language?: Language } = {},
): Promise<string> {
  const { latestNumber } = await faceAt(slug, language);
  const written = kind.name === "summary" ? summaryFields(fields) : guideFields(fields);
  await revise(kind, by, language, slug, { base: latestNumber, sequence: 0, fields: written });
  const errors = await submitAlone(kind, by, language, slug);
  if (errors) throw new Error(`not complete: ${JSON.stringify(errors)}`);
  const editor = await person(`Editor ${randomUUID().slice(0, 8)}`, { roles: ["EDITOR"] });
  await decide(kind, editor, language, slug, { review: (await openReview(slug)).id, decision: "APPROVED", comment: "" });
  return versionAt(slug, language);
}

export const publishGuideAgain = (by: Actor, slug: string, fields: Partial<Fields>) =>
  publishAgain(by, slug, fields, { kind: practiceKind });
