import { submitAlone } from "#tests/support/one-language";
import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { STYLER } from "~/features/evidence/bibliography.server";
import { type CslItem, likenessOf } from "~/features/evidence/csl";
import { drawSummary, restoreReferences } from "~/features/evidence/drawing.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { draftContribution } from "~/features/publishing/contribution.server";
import type { Fields } from "~/features/publishing/fields";
import type { Kind } from "~/features/publishing/kinds.server";
import { decide } from "~/features/publishing/review.server";
import { revise } from "~/features/publishing/revision.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { guideFields, openReview, person } from "./world";

/** A summary, as far as its references are concerned. */
export const citingKind: Kind = { ...summaryKind, missing: () => ({}), draw: drawSummary, restore: restoreReferences };

const article = (changes: Partial<CslItem> = {}): CslItem => ({
  type: "article-journal",
  title: "Social prescribing: less rhetoric and more reality",
  author: [{ family: "Bickerdike", given: "Liz" }],
  issued: { "date-parts": [[2017]] },
  "container-title": "BMJ Open",
  ...changes,
});

/** A reference that stands in the working list of a summary. */
export async function reference(contributionId: string, key: string, changes: Partial<CslItem> = {}) {
  const csl = article(changes);
  const words = `${csl.author?.[0]?.family ?? ""}. <em>${csl.title}</em>`;
  const styled = { apa: { en: words, fr: `${words} (fr)` }, vancouver: { en: words, fr: words } };
  return db.reference.create({
    data: { contributionId, key, csl: csl as object, doi: csl.DOI ?? null, likeness: likenessOf(csl), styled, styler: STYLER },
  });
}

/** The fields of a complete summary. */
export const summaryFields = (changes: Partial<Fields> = {}): Fields => {
  const { sources: _, ...fields } = guideFields({ title: "Social prescribing and loneliness", ...changes });
  return { ...fields, sources: "" };
};

/** A summary of this person in its second revision, or published. */
export async function summary({
  by,
  language = "en",
  fields = {},
  references = [],
  isPublished = false,
}: {
  by: Actor;
  language?: Language;
  fields?: Partial<Fields>;
  references?: [key: string, changes?: Partial<CslItem>][];
  isPublished?: boolean;
}) {
  const written = summaryFields(fields);
  const id = randomUUID();
  const slug = await draftContribution(citingKind, by, language, { id, title: written.title, organization: by.organizations[0]?.id ?? "" });
  const rows = [];
  for (const [key, changes] of references) rows.push(await reference(id, key, changes));
  await db.term.createMany({
    data: [{ kind: "TOPIC", key: "food", en: "Food prescribing", fr: "Prescription alimentaire", position: 0 }],
    skipDuplicates: true,
  });
  await revise(citingKind, by, language, slug, { base: 1, sequence: 0, fields: written });
  if (isPublished) {
    await submitAlone(citingKind, by, language, slug);
    const editor = await person(`Editor ${id.slice(0, 8)}`, { roles: ["EDITOR"] });
    await decide(citingKind, editor, language, slug, { review: (await openReview(slug)).id, decision: "APPROVED", comment: "" });
  }
  return { id, slug, references: rows };
}
