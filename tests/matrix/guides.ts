import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { adaptGuide } from "~/features/lineage/adapting.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import {
  discardPractice,
  draftPractice,
  retirePractice,
  reviewPractice,
  revisePractice,
  submitPractice,
  translatePractice,
} from "#tests/support/practices";
import { type Fields, noDetails } from "~/features/publishing/fields";
import type { Visibility } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

export const REASON = "It is replaced by what we have learned since.";

export const guideFields = (title: string, visibility: Visibility = "PUBLIC"): Fields => ({
  ...noDetails,
  title,
  summary: "What a first visit can look like, told so that a colleague could begin with it next month.",
  body: `## Steps {#steps}\n\n${"Ask when a visit would suit, and who should be there. ".repeat(12)}`,
  sources: "An invented source for a test.",
  topics: ["social-connection"],
  visibility,
});

export type Guides = Awaited<ReturnType<typeof guidesIn>>;

/** Guides of Riverside in every state. Their author and their editor are none of those who come. */
export async function guidesIn(language: Language, author: Actor, editor: Actor) {
  const draft = async (what: string, visibility: Visibility = "PUBLIC") => {
    const fields = guideFields(`Guide ${what} ${language}`, visibility);
    const organization = author.organizations[0]?.id ?? "";
    const slug = await draftPractice(author, language, { id: randomUUID(), title: fields.title, organization });
    await revisePractice(author, language, slug, { base: 1, sequence: 0, fields });
    return slug;
  };
  const waiting = async (what: string, visibility?: Visibility) => {
    const slug = await draft(what, visibility);
    await submitPractice(author, language, slug);
    return slug;
  };
  const published = async (what: string, visibility?: Visibility) => {
    const slug = await waiting(what, visibility);
    await reviewPractice(editor, language, slug, { review: await reviewOf(slug), decision: "APPROVED", comment: "" });
    return slug;
  };
  const translated = async () => {
    const slug = await published("translated");
    await translatePractice(author, language, slug);
    return slug;
  };
  const edition = async () => {
    const slug = await published("adapted");
    const version = await db.version.findFirstOrThrow({ where: { face: { slug } } });
    const organization = author.organizations[0]?.id ?? "";
    const title = `Edition ${language}`;
    const own = await adaptGuide(practiceKind, author, language, slug, {
      id: randomUUID(),
      version: version.id,
      organization,
      title,
      otherTitle: "",
    });
    await submitPractice(author, language, own);
    await reviewPractice(editor, language, own, { review: await reviewOf(own), decision: "APPROVED", comment: "" });
    return own;
  };
  const retired = await published("retired");
  await retirePractice(editor, language, retired, { reason: REASON, successor: "" });
  const discarded = await draft("discarded");
  await discardPractice(author, language, discarded);
  const inReview = await waiting("in review");

  return {
    draft: await draft("draft"),
    inReview,
    review: await reviewOf(inReview),
    open: await published("open"),
    forMembers: await published("for members", "MEMBERS"),
    forRiverside: await published("for Riverside", "ORGANIZATION"),
    retired,
    discarded,
    translated: await translated(),
    edition: await edition(),
  };
}

const reviewOf = async (slug: string) => (await db.review.findFirstOrThrow({ where: { decision: null, face: { slug } } })).id;
