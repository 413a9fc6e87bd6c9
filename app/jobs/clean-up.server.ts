import { forgetOldChallenges } from "~/features/accounts/passkey-challenge.server";
import { forgetOldPendingSignIns } from "~/features/accounts/pending-sign-in.server";
import { forgetOldEmailChanges } from "~/features/accounts/email-change.server";
import { forgetOldExports } from "~/features/accounts/export.server";
import { forgetOldResets } from "~/features/accounts/password-reset.server";
import { forgetOldRegistrations } from "~/features/accounts/registration.server";
import { forgetOldSessions } from "~/features/accounts/session.server";
import { forgetOldImports } from "~/features/evidence/imports.server";
import { forgetOldHosts } from "~/features/forums/hold.server";
import { forgetOldPostDrafts } from "~/features/forums/post-draft.server";
import { forgetOldCaseWords } from "~/features/moderation/closing.server";
import { forgetOldNotifications } from "~/features/notifications/inbox.server";
import { forgetOldInvitations } from "~/features/organizations/invitation.server";
import { forgetOrphanedAttachments } from "~/features/forums/attachments.server";
import { forgetOldSsoAttempts } from "~/features/organizations/sso-sign-in.server";
import { forgetDeadJobs } from "~/platform/queue.server";
import { forgetOldLimits } from "~/platform/rate-limit.server";

/** Once a day: what has run out is forgotten. */
export async function cleanUpJob() {
  for (const forget of [
    forgetOldSessions,
    forgetOldPendingSignIns,
    forgetOldChallenges,
    forgetOldSsoAttempts,
    forgetOldRegistrations,
    forgetOldResets,
    forgetOldInvitations,
    forgetOldExports,
    forgetOldEmailChanges,
    forgetOrphanedAttachments,
    forgetOldPostDrafts,
    forgetOldImports,
    forgetOldHosts,
    forgetOldNotifications,
    forgetOldCaseWords,
    forgetOldLimits,
    forgetDeadJobs,
  ])
    await forget();
}
