import type { Actor } from "~/features/accounts/actor";
import { may } from "~/features/accounts/policy";
import { THE_PORTAL } from "~/features/activity/events";
import { record } from "~/features/activity/record.server";
import { db } from "~/platform/db.server";
import { authorize, unprocessable } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";
import { limit } from "~/platform/rate-limit.server";
import { threads, Unanswered } from "~/platform/threads.server";

import type { LineFault, ReadAnswer, ReadList } from "./retraction-shapes";
import type { Question } from "./retraction-worker";

const READ_MS = 120_000;
const KEEP_MS = 120_000;
const LISTED = 100;

const ask = threads<Question, ReadAnswer>({
  source: "app/features/claims/retraction-worker.ts",
  most: 1,
  memoryMb: 512,
  mostWaiting: 2,
});

/** What came of a list: how many retractions it names and how many were new, and what was passed over. */
export type Taken = Pick<ReadList, "total" | "other" | "nameless" | "faultCount" | "isTable"> & { added: number; faults: LineFault[] };

/** The lists that were brought, the newest first. Refuses who does not administer the portal (403). */
export async function listRetractionLists(actor: Actor) {
  authorize(may.administer(actor));
  const [lists, known] = await Promise.all([
    db.retractionList.findMany({
      orderBy: { at: "desc" },
      take: LISTED,
      select: { id: true, name: true, at: true, total: true, added: true, account: { select: { name: true } } },
    }),
    db.retraction.count(),
  ]);
  return { lists, known };
}

/**
 * Takes over the retractions that a file names, as it came in a form; guides that rest on them are flagged by a job. What is known already stays.
 * Refuses who does not administer the portal (403), a form of another kind (400), a file that is no such list (422), and too many (429).
 */
export async function takeRetractions(actor: Actor, request: Request): Promise<Taken> {
  authorize(may.administer(actor));
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) throw new Response("Unsupported media type", { status: 415 });
  await limit("retraction lists by account", actor.id);
  const { parts, name, ...read } = await readList({ body: new Uint8Array(await request.arrayBuffer()), type });
  const added = await keep(actor, name, read.total, parts);
  return { ...read, added };
}

async function readList(question: Question): Promise<ReadList> {
  try {
    const answer = await ask(question, { limitMs: READ_MS });
    if ("odd" in answer) throw new Response("Bad request", { status: 400 });
    if ("refused" in answer) throw unprocessable(answer.refused);
    return answer.read;
  } catch (error) {
    throw error instanceof Unanswered ? unprocessable("claims.retractions.fault.tooSlow") : error;
  }
}

/** All of it, or nothing. The rows go to the database as they are. */
async function keep(actor: Actor, name: string, total: number, parts: string[]): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const { id } = await tx.retractionList.create({
        data: { id: newId(), accountId: actor.id, name, total, added: 0 },
        select: { id: true },
      });
      let added = 0;
      for (const part of parts)
        added += await tx.$executeRaw`
          INSERT INTO "Retraction" (id, "listId", doi, "noticeDoi", title, reason, "on")
          SELECT gen_random_uuid(), ${id}::uuid, r.doi, r."noticeDoi", r.title, r.reason, r."on"
          FROM jsonb_to_recordset(${part}::jsonb) AS r (doi text, "noticeDoi" text, title text, reason text, "on" date)
          ORDER BY r.doi ON CONFLICT (doi) DO NOTHING`;
      await tx.retractionList.update({ where: { id }, data: { added } });
      await record(tx, actor, "retractions.imported", THE_PORTAL, { list: id, total, added });
      return added;
    },
    { timeout: KEEP_MS, maxWait: 10_000 },
  );
}
