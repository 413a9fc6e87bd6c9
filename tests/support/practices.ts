import type { Actor } from "~/features/accounts/actor";
import * as contribution from "~/features/publishing/contribution.server";
import * as draft from "~/features/publishing/draft.server";
import type { Fields } from "~/features/publishing/fields";
import * as review from "~/features/publishing/review.server";
import * as revision from "~/features/publishing/revision.server";
import type { Decision } from "~/features/publishing/schema.server";
import type { Language } from "~/i18n/languages";

import { submitAlone } from "./one-language";
import { practiceKind } from "~/features/practices/practice-kind.server";

/* The verbs of publishing for practice guides, as most tests use them. */

type Input = { base: number; sequence: number; fields: Fields; isUnchanged?: boolean };

export const draftPractice = (actor: Actor, language: Language, input: { id: string; title: string; organization: string }) =>
  contribution.draftContribution(practiceKind, actor, language, input);

export const translatePractice = (actor: Actor, from: Language, slug: string) =>
  contribution.translateContribution(practiceKind, actor, from, slug);

export const retirePractice = (actor: Actor, language: Language, slug: string, input: { reason: string; successor: string }) =>
  contribution.retireContribution(practiceKind, actor, language, slug, input);

export const discardPractice = (actor: Actor, language: Language, slug: string) =>
  contribution.discardContribution(practiceKind, actor, language, slug);

export const recoverPractice = (actor: Actor, language: Language, slug: string) =>
  contribution.recoverContribution(practiceKind, actor, language, slug);

export const savePracticeDraft = (actor: Actor, language: Language, slug: string, input: Input) =>
  draft.saveDraft(practiceKind, actor, language, slug, input);

export const discardPracticeDraft = (actor: Actor, language: Language, slug: string) =>
  draft.discardDraft(practiceKind, actor, language, slug);

export const revisePractice = (actor: Actor, language: Language, slug: string, input: Input) =>
  revision.revise(practiceKind, actor, language, slug, input);

export const restorePractice = (actor: Actor, language: Language, slug: string, number: number) =>
  revision.restoreRevision(practiceKind, actor, language, slug, number);

export const submitPractice = (actor: Actor, language: Language, slug: string) => submitAlone(practiceKind, actor, language, slug);

export const withdrawPractice = (actor: Actor, language: Language, slug: string) => review.withdraw(practiceKind, actor, language, slug);

export const claimPracticeReview = (actor: Actor, language: Language, slug: string, input: { review: string; claimant: string }) =>
  review.claim(practiceKind, actor, language, slug, input);

export const reviewPractice = (actor: Actor, language: Language, slug: string, input: Decision) =>
  review.decide(practiceKind, actor, language, slug, input);
