import { submitAlone } from "#tests/support/one-language";
import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import * as contribution from "~/features/publishing/contribution.server";
import { type Fields, noDetails } from "~/features/publishing/fields";
import { decide } from "~/features/publishing/review.server";
import { revise } from "~/features/publishing/revision.server";
import type { Visibility } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { REASON } from "./guides";

export const summaryFields = (title: string, visibility: Visibility = "PUBLIC"): Fields => ({
  ...noDetails,
  title,
  summary: "Those who were visited may feel less lonely, but the studies are few and small.",
  body: `## Key messages {#key-messages}\n\n${"A visit was welcome to most of those who were asked [@invented2024]. ".repeat(10)}`,
  sources: "",
  topics: ["social-connection"],
  visibility,
  own: {
    picoPopulation: ["Adults"],
    picoIntervention: ["Visits"],
    picoComparison: ["No visits"],
    picoOutcomes: ["Loneliness"],
    evidenceUpTo: ["2024"],
    funding: ["None"],
    conflicts: ["None"],
    studyTypes: ["scoping-review"],
    findingKey: ["f1"],
    findingOutcome: ["Loneliness"],
    findingEffect: ["Somewhat less"],
    findingBasis: ["Two studies"],
    findingReferences: [""],
  },
});

export type Summaries = Awaited<ReturnType<typeof summariesIn>>;

/** Summaries of Riverside in every state. Their author and who approves them are none of those who come. */
export async function summariesIn(language: Language, author: Actor, editor: Actor) {
  const references = new Map<string, string>();
  const draft = async (what: string, visibility: Visibility = "PUBLIC") => {
    const fields = summaryFields(`Summary ${what} ${language}`, visibility);
    const id = randomUUID();
    const organization = author.organizations[0]?.id ?? "";
    const slug = await contribution.draftContribution(summaryKind, author, language, { id, title: fields.title, organization });
    references.set(slug, (await reference(id)).id);
    await revise(summaryKind, author, language, slug, { base: 1, sequence: 0, fields });
    return slug;
  };
  const waiting = async (what: string, visibility?: Visibility) => {
    const slug = await draft(what, visibility);
    const errors = await submitAlone(summaryKind, author, language, slug);
    if (errors) throw new Error(`${slug} is not complete: ${JSON.stringify(errors)}`);
    return slug;
  };
  const published = async (what: string, visibility?: Visibility) => {
    const slug = await waiting(what, visibility);
    await decide(summaryKind, editor, language, slug, { review: await reviewOf(slug), decision: "APPROVED", comment: "" });
    return slug;
  };
  const translated = async () => {
    const slug = await published("translated");
    await contribution.translateContribution(summaryKind, author, language, slug);
    return slug;
  };
  const retired = await published("retired");
  await contribution.retireContribution(summaryKind, editor, language, retired, { reason: REASON, successor: "" });
  const discarded = await draft("discarded");
  await contribution.discardContribution(summaryKind, author, language, discarded);
  const inReview = await waiting("in review");
  const open = await published("open");

  return {
    draft: await draft("draft"),
    inReview,
    review: await reviewOf(inReview),
    open,
    /** The one that the open summary cites. */
    reference: references.get(open) ?? "",
    forMembers: await published("for members", "MEMBERS"),
    forRiverside: await published("for Riverside", "ORGANIZATION"),
    retired,
    discarded,
    translated: await translated(),
  };
}

function reference(contributionId: string) {
  const csl = { id: "invented2024", type: "book", title: "An invented book", issued: { "date-parts": [[2024]] } };
  const html = "An invented book. (2024).";
  const styled = { apa: { en: html, fr: html }, vancouver: { en: html, fr: html } };
  return db.reference.create({ data: { contributionId, key: csl.id, csl, likeness: "an invented book 2024", styled, styler: 1 } });
}

const reviewOf = async (slug: string) =>
  (await db.review.findFirstOrThrow({ where: { decision: null, face: { slug, contribution: { kind: "SUMMARY" } } } })).id;
