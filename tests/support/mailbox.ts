import { jobs } from "~/jobs/index.server";
import { db } from "~/platform/db.server";
import type { Jobs } from "~/platform/queue.server";

type Queued = { task: keyof Jobs; payload: unknown };

/** The mails that wait to be sent, oldest first. */
export async function queuedMails(): Promise<Jobs["send-mail"][]> {
  return (await queued()).filter(({ task }) => task === "send-mail").map(({ payload }) => payload as Jobs["send-mail"]);
}

/** Runs the jobs of this name that wait in the queue, once each, in this process. */
export async function runQueued<Name extends keyof Jobs>(name: Name) {
  for (const { task, payload } of await queued()) if (task === name) await jobs[name](payload as Jobs[Name]);
  await db.$executeRaw`DELETE FROM graphile_worker._private_jobs j USING graphile_worker._private_tasks t WHERE t.id = j.task_id AND t.identifier = ${name}`;
}

/** The secret in the link of a mail. */
export const tokenIn = (mail: Pick<Jobs["send-mail"], "text"> | undefined): string =>
  /[?&]token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";

const queued = () => db.$queryRaw<Queued[]>`
  SELECT t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
  JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`;
