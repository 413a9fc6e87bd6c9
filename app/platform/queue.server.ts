import type { Language } from "~/i18n/languages";

import { db, type Transaction } from "./db.server";

/** What each job is given. The job of that name stands in app/jobs. */
export type Jobs = {
  "fan-out": { eventId: string };
  "send-mail": { to: string; subject: string; text: string; html: string; messageId: string; language: Language };
  "offer-new-password": { email: string };
  "clean-up": Record<string, never>;
  "make-export": { exportId: string };
  "erase-accounts": Record<string, never>;
  "remind-of-bookmarks": Record<string, never>;
  "end-sanctions": Record<string, never>;
  "verify-audit": Record<string, never>;
  "remind-moderators": Record<string, never>;
  "read-references": { importId: string };
};

/**
 * Puts a job into the queue, in the transaction of the change that caused it: both happen, or neither.
 * Of several with the same key, the last one stays.
 */
export async function enqueue<Name extends keyof Jobs>(tx: Transaction, name: Name, payload: Jobs[Name], key?: string) {
  await tx.$queryRaw`SELECT 1 FROM graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json, job_key => ${key ?? null}::text, max_attempts => 12)`;
}

/**
 * Gives back the jobs that a worker had in hand when it was killed. A living worker keeps a connection under the name by which
 * it locks its jobs (app/jobs/worker.server.ts).
 */
export async function freeAbandonedJobs() {
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL
    WHERE locked_at < now() - interval '5 seconds'
      AND NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE application_name = locked_by)`;
}

/** Forgets the mail that waits to be sent to this address. */
export async function forgetMailTo(tx: Transaction, address: string) {
  await tx.$executeRaw`
    DELETE FROM graphile_worker._private_jobs
    WHERE lower(${address}) IN (lower(payload->>'to'), lower(payload->>'email'))`;
}

/** Forgets the last mails to people who left for good that could not be delivered within a day, since they hold an address. */
export async function forgetLastMails() {
  await db.$executeRaw`
    DELETE FROM graphile_worker._private_jobs
    WHERE key LIKE 'last-mail:%' AND locked_at IS NULL AND created_at < now() - interval '1 day'`;
}

/** Forgets the jobs that failed for the last time a week ago: what they hold is nobody's business any more. */
export async function forgetDeadJobs() {
  await db.$executeRaw`
    DELETE FROM graphile_worker._private_jobs
    WHERE attempts >= max_attempts AND locked_at IS NULL AND updated_at < now() - interval '7 days'`;
}
