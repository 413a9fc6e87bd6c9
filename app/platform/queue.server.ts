import type { Transaction } from "./db.server";

/** What each job is given. The job of that name stands in app/jobs. */
export type Jobs = {
  "fan-out": { eventId: string };
  "send-mail": { to: string; subject: string; text: string; html: string; messageId: string };
  "clean-up": Record<string, never>;
};

/**
 * Puts a job into the queue, in the transaction of the change that caused it: both happen, or neither.
 * Of several with the same key, the last one stays.
 */
export async function enqueue<Name extends keyof Jobs>(tx: Transaction, name: Name, payload: Jobs[Name], key?: string) {
  await tx.$queryRaw`SELECT 1 FROM graphile_worker.add_job(${name}::text, ${JSON.stringify(payload)}::json, job_key => ${key ?? null}::text, max_attempts => 12)`;
}
