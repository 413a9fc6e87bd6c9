import { mailRoleDecision } from "~/features/accounts/role-mails.server";
import type { EventName } from "~/features/activity/events";
import { findEvent, type RecordedEvent } from "~/features/activity/queries.server";
import { flagRetractions, flagVersion, flagWithdrawal } from "~/features/claims/notices.server";
import { renameMentions } from "~/features/forums/mentions.server";
import {
  tellAuthor,
  tellOfEdit,
  tellOfPost,
  tellOfThread,
  withdrawPost,
  withdrawReaction,
  withdrawThread,
} from "~/features/forums/telling.server";
import { kinds } from "~/features/library/kinds.server";
import { tellAdapters } from "~/features/lineage/upstream-news.server";
import { keepApplicationCases, keepRoleCases } from "~/features/moderation/request-case.server";
import { reopenForRepair } from "~/features/moderation/repair.server";
import { tellModerators } from "~/features/moderation/telling-moderators.server";
import { closeHeldCase, openHeldCase } from "~/features/moderation/held-case.server";
import { mailApplication, mailApplicationDecision } from "~/features/organizations/application-mail.server";
import { mailJoinAnswer, mailJoinRequest, mailRemoval } from "~/features/organizations/membership-news.server";
import { keepProfile } from "~/features/people/profile.server";
import { releaseReviewsAtRest } from "~/features/publishing/erasure.server";
import { tellFollowers } from "~/features/publishing/following.server";
import { mailDecision } from "~/features/publishing/review-mail.server";
import { tellOfSuggestion, tellSuggestionDecision } from "~/features/publishing/suggestion-mail.server";
import type { Jobs } from "~/platform/queue.server";

/**
 * Who is told of what happened. A listener may be called twice for one event, when the portal is stopped in the middle:
 * what it enqueues in one transaction is then enqueued twice at most, and never half.
 */
const listeners: Partial<Record<EventName, (event: RecordedEvent) => Promise<void>>> = {
  "account.verified": keepProfileOf,
  "account.changed": keepNameOf,
  "account.deactivated": putToRest,
  "account.erasure_asked": putToRest,
  "account.reactivated": keepProfileOf,
  "organization.joined": welcome,
  "organization.join_asked": tellStewards,
  "organization.join_declined": tellAsker,
  "organization.person_removed": tellRemoved,
  "role.asked": keepRoles,
  "role.withdrawn": keepRoles,
  "role.granted": tellRoleDecision,
  "role.declined": tellRoleDecision,
  "role.revoked": tellRoleDecision,
  "organization.applied": tellAdministrators,
  "organization.claimed": tellAdministrators,
  "organization.withdrawn": keepApplications,
  "organization.approved": tellApplicant,
  "organization.declined": tellApplicant,
  "practice.approved": afterNewVersion,
  "practice.imported": tellAdapters,
  "practice.changes_requested": tellDecision,
  "practice.declined": tellDecision,
  "summary.approved": afterSummaryApproval,
  "summary.imported": flagVersion,
  "summary.retired": flagWithdrawal,
  "retractions.imported": flagRetractions,
  "summary.changes_requested": tellDecision,
  "summary.declined": tellDecision,
  "practice.suggested": tellSuggestion,
  "practice.suggestion_consented": tellSuggestion,
  "practice.suggestion_taken": tellSuggestionOutcome,
  "practice.suggestion_declined": tellSuggestionOutcome,
  "thread.started": tellOfThread,
  "thread.answered": (event) => tellAuthor(event, "answered"),
  "thread.removed": withdrawThread,
  "post.written": tellOfPost,
  "post.edited": (event) => (event.details.hidden === 1 ? reopenForRepair(event) : tellOfEdit(event)),
  "post.reacted": (event) => tellAuthor(event, "reacted"),
  "post.reaction_withdrawn": withdrawReaction,
  "post.removed": withdrawPost,
  "post.barred": withdrawPost,
  "profile.changed": reopenForRepair,
  "organization.changed": reopenForRepair,
  "post.held": openHeldCase,
  "post.withdrawn": closeHeldCase,
  "case.opened": ({ subject, at }) => tellModerators(subject.id, at),
};

/** Hands an event on to whom it concerns. */
export async function fanOutJob({ eventId }: Jobs["fan-out"]) {
  const event = await findEvent(eventId);
  if (event) await listeners[event.name]?.(event);
}

async function tellDecision({ name, details }: RecordedEvent) {
  const kind = kinds[name.startsWith("summary.") ? "summary" : "practice"];
  if (typeof details.review === "string") await mailDecision(kind, details.review);
}

async function afterApproval(event: RecordedEvent) {
  await tellDecision(event);
  await reopenForRepair(event);
  await tellFollowers({ id: event.subject.id, actorId: event.actorId, at: event.at });
}

async function afterSummaryApproval(event: RecordedEvent) {
  await flagVersion(event);
  await afterApproval(event);
}

/** A new version of a guide also concerns those who adapted it. */
async function afterNewVersion(event: RecordedEvent) {
  await afterApproval(event);
  await tellAdapters(event);
}

async function tellSuggestion({ details }: RecordedEvent) {
  if (typeof details.suggestion === "string") await tellOfSuggestion(details.suggestion);
}

async function tellSuggestionOutcome({ details }: RecordedEvent) {
  if (typeof details.suggestion === "string") await tellSuggestionDecision(details.suggestion);
}

/** Requests have a line in the queue of moderation for as long as they wait. */
async function keepRoles({ subject }: RecordedEvent) {
  await keepRoleCases(subject.id);
}

async function keepApplications({ subject }: RecordedEvent) {
  await keepApplicationCases(subject.id);
}

async function tellRoleDecision(event: RecordedEvent) {
  await keepRoles(event);
  const { details } = event;
  if (typeof details.decision === "string") await mailRoleDecision(details.decision);
}

/** Whoever has an account shows under its present name, and whoever is at rest not at all. */
async function keepProfileOf({ subject, details, actorId }: RecordedEvent) {
  const accountId = subject.type === "ACCOUNT" ? subject.id : typeof details.account === "string" ? details.account : actorId;
  if (accountId) await keepProfile(accountId);
}

/** Whoever takes another name is called by that one, in what others wrote too. */
async function keepNameOf(event: RecordedEvent) {
  await keepProfileOf(event);
  await renameMentions(event.subject.id);
}

async function putToRest(event: RecordedEvent) {
  await keepProfileOf(event);
  await releaseReviewsAtRest(event.subject.id);
}

async function welcome(event: RecordedEvent) {
  await keepProfileOf(event);
  await tellAsker(event);
}

async function tellStewards({ details }: RecordedEvent) {
  if (typeof details.request === "string") await mailJoinRequest(details.request);
}

async function tellAsker({ details }: RecordedEvent) {
  if (typeof details.request === "string") await mailJoinAnswer(details.request);
}

async function tellRemoved({ subject, details }: RecordedEvent) {
  if (typeof details.account === "string") await mailRemoval(subject.id, details.account);
}

async function tellAdministrators(event: RecordedEvent) {
  await keepApplications(event);
  const { details } = event;
  if (typeof details.application === "string") await mailApplication(details.application);
}

async function tellApplicant(event: RecordedEvent) {
  await keepApplications(event);
  const { details } = event;
  if (typeof details.application === "string") await mailApplicationDecision(details.application);
}
