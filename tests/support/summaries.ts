import { submitAlone } from "#tests/support/one-language";
import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { draftContribution, translateContribution } from "~/features/publishing/contribution.server";
import { type Fields, noDetails } from "~/features/publishing/fields";
import { decide } from "~/features/publishing/review.server";
import { revise } from "~/features/publishing/revision.server";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { faceAt, openReview, person } from "./world";

const long = "People who were referred met others more often [@kiely2022]. ".repeat(12);

/** What a complete summary says; `changes` replaces fields. */
export const summaryFields = (changes: Partial<Fields> = {}): Fields => ({
  ...noDetails,
  title: "What link workers change",
  summary: "People who see a link worker may feel less lonely, but the studies are small.",
  body: `## Key messages {#key-messages}\n\n${long}\n\n## Who was studied {#who-was-studied}\n\nAdults.\n\n## Limits {#limits}\n\nFew trials.\n`,
  sources: "",
  topics: ["food"],
  own: {
    picoPopulation: ["Adults in primary care"],
    picoIntervention: ["A link worker"],
    picoComparison: ["Usual care"],
    picoOutcomes: ["Loneliness"],
    evidenceUpTo: ["2024-05"],
    funding: ["None"],
    conflicts: ["None declared"],
    studyTypes: ["systematic-review"],
    findingKey: ["f1", "f2"],
    findingOutcome: ["Loneliness", "Cost"],
    findingEffect: ["Somewhat less", "Not known"],
    findingBasis: ["Two trials", "No trial"],
    findingReferences: ["", ""],
  },
  ...changes,
});

const columns = ["Finding", "Level", "Tool", "By", "On", "Reference", "Note"] as const;

const rated: Partial<Record<(typeof columns)[number], string>> = { Tool: "GRADE", By: "Zoé", On: "2024" };

/** Ratings as a form has them. */
export const ratings = (...rows: Partial<Record<(typeof columns)[number], string>>[]) =>
  Object.fromEntries(columns.map((column) => [`rating${column}`, rows.map((row) => row[column] ?? rated[column] ?? "")]));

type State = "DRAFT" | "IN_REVIEW" | "PUBLISHED";

/** A summary in the given state, made through the verbs. Who approves it is not its author. */
export async function summary({
  by,
  state = "DRAFT",
  language = "en",
  fields = {},
}: {
  by: Actor;
  state?: State;
  language?: Language;
  fields?: Partial<Fields>;
}) {
  await terms();
  const written = summaryFields(fields);
  const id = randomUUID();
  const slug = await draftContribution(summaryKind, by, language, {
    id,
    title: written.title,
    organization: by.organizations[0]?.id ?? "",
  });
  await reference(id);
  await write(by, language, slug, written, state);
  return { id, slug, fields: written };
}

/** The other language of a summary. */
export async function summaryTranslation({
  by,
  slug,
  language = "fr",
  state = "PUBLISHED",
  fields = {},
}: {
  by: Actor;
  slug: string;
  language?: Language;
  state?: State;
  fields?: Partial<Fields>;
}) {
  const own = await translateContribution(summaryKind, by, otherLanguage(language), slug);
  await write(by, language, own, summaryFields(fields), state);
  // A first publication gives a face the address that its title asks for.
  return (await faceAt(own, language)).slug;
}

async function write(by: Actor, language: Language, slug: string, fields: Fields, state: State) {
  const revised = await revise(summaryKind, by, language, slug, { base: 1, sequence: 0, fields });
  if (revised.outcome !== "revised") throw new Error("the text could not be saved");
  if (state === "DRAFT") return;
  const errors = await submitAlone(summaryKind, by, language, slug);
  if (errors) throw new Error(`not complete: ${JSON.stringify(errors)}`);
  if (state === "IN_REVIEW") return;
  const editor = await person(`Editor ${randomUUID().slice(0, 8)}`, { roles: ["EDITOR"] });
  await decide(summaryKind, editor, language, slug, { review: (await openReview(slug)).id, decision: "APPROVED", comment: "" });
}

/** What the text cites. */
const reference = (contributionId: string) => {
  const html = "Kiely, B. (2022). <em>Effect of link workers</em>.";
  const csl = { id: "kiely2022", type: "article-journal", title: "Effect of link workers", issued: { "date-parts": [[2022]] } };
  const styled = { apa: { en: html, fr: html }, vancouver: { en: html, fr: html } };
  return db.reference.create({
    data: { contributionId, key: "kiely2022", csl, likeness: "effect of link workers 2022", styled, styler: 1 },
  });
};

const terms = () =>
  db.term.createMany({
    data: [
      { kind: "TOPIC", key: "food", en: "Food prescribing", fr: "Prescription alimentaire", position: 0 },
      { kind: "TOPIC", key: "nature", en: "Nature prescribing", fr: "Prescription de nature", position: 1 },
      { kind: "POPULATION", key: "seniors", en: "Older adults", fr: "Personnes aînées", position: 0 },
      { kind: "SETTING", key: "library", en: "Libraries", fr: "Bibliothèques", position: 0 },
      { kind: "PROVINCE", key: "on", en: "Ontario", fr: "Ontario", position: 0 },
    ],
    skipDuplicates: true,
  });
