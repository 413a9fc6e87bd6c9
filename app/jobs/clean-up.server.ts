import { forgetOldResets } from "~/features/accounts/password-reset.server";
import { forgetOldRegistrations } from "~/features/accounts/registration.server";
import { forgetOldSessions } from "~/features/accounts/session.server";
import { forgetDeadJobs } from "~/platform/queue.server";
import { forgetOldLimits } from "~/platform/rate-limit.server";

/** Once a day: what has run out is forgotten. */
export async function cleanUpJob() {
  for (const forget of [forgetOldSessions, forgetOldRegistrations, forgetOldResets, forgetOldLimits, forgetDeadJobs]) await forget();
}
