import type { Actor } from "~/features/accounts/actor";
import type { Transaction } from "~/platform/db.server";
import { conflict, notFound, unprocessable } from "~/platform/errors";

import type { ComposerFields } from "./composer-values";
import { reasonsToHold } from "./hold.server";
import type { HoldReason } from "./hold-reasons";
import { refuseTooMuch, standingOf } from "./newcomer.server";
import { type Drawn, refuseReach, type Words } from "./writing.server";

const MINUTES_BETWEEN_SAME_WORDS = 5;
const SAME_WORDS_ANYWHERE = 2;

/** What became of a form that was sent before: a post, or words that wait for a moderator. */
export type Became = "POSTED" | "HELD" | null;

/**
 * What these words are already: of the same person, from the same form; null for new ones. Refuses the id of other words of theirs (409), or of
 * someone else (404).
 */
export async function becameOf(
  tx: Transaction,
  actor: Actor,
  { id, body, files = "" }: Pick<Words, "id" | "body" | "files">,
): Promise<Became> {
  const sent = await findSent(tx, id);
  if (!sent) return null;
  if (sent.authorId !== actor.id) throw notFound();

  // The way back in a browser leads to a form that was sent: what is written there now is something else.
  const typed = body.trim();
  const isSame = sent.body === typed || (files !== "" && sent.body.startsWith(`${typed}\n\n`)) || sent.isChanged;
  if (!isSame) throw conflict(sent.became === "POSTED" ? "posting.error.sentBefore" : "holds.error.sentBefore");
  return sent.became;
}

async function findSent(tx: Transaction, id: string) {
  const post = await tx.post.findUnique({ where: { id }, select: { authorId: true, body: true, version: true } });
  if (post) return { ...post, became: "POSTED" as const, isChanged: post.version > 1 };
  const held = await tx.heldPost.findUnique({ where: { id }, select: { authorId: true, fields: true } });
  return held && { authorId: held.authorId, body: (held.fields as ComposerFields).body, became: "HELD" as const, isChanged: false };
}

type Sending = { threadId: string | null; title?: string };
type Turn = { became: Exclude<Became, null> } | { became: null; reasons: HoldReason[] };

/**
 * Lets one person write one post at a time, and asks of what they wrote lately. Says what these words are already, or else why they have to wait.
 * Refuses the same words again within five minutes (422), more than newcomers may write, and what comes too soon (429). `threadId` is null where a
 * thread begins.
 */
export async function takeTurn(tx: Transaction, actor: Actor, drawn: Drawn, { threadId, title = "" }: Sending): Promise<Turn> {
  await lockWriter(tx, actor);
  const became = await becameOf(tx, actor, { ...drawn, body: drawn.typed });
  if (became) return { became };

  await refuseSameWords(tx, actor, drawn.body, threadId);
  const standing = await standingOf(tx, actor);
  if (standing.firstDayEnds) refuseReach(drawn.rendered);
  await refuseTooMuch(tx, actor, standing, threadId);
  return { became: null, reasons: await reasonsToHold(tx, actor, standing, { ...drawn, title }) };
}

/** One after the other, whatever one person sends at once. */
export const lockWriter = (tx: Transaction, { id }: Pick<Actor, "id">) =>
  tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`posts of ${id}`}, 0))`;

/** Words that wait count as well. */
async function refuseSameWords(tx: Transaction, actor: Actor, body: string, threadId: string | null) {
  const [same] = await tx.$queryRaw<[{ here: number; anywhere: number }]>`
    WITH words AS (
      SELECT p."threadId", p.body FROM "Post" p
      WHERE p."authorId" = ${actor.id}::uuid AND p."createdAt" > now() - make_interval(mins => ${MINUTES_BETWEEN_SAME_WORDS}::int)
        AND p.notice IS NULL AND p."removedAt" IS NULL
      UNION ALL SELECT h."threadId", h.fields->>'body' FROM "HeldPost" h
      WHERE h."authorId" = ${actor.id}::uuid AND h."heldAt" > now() - make_interval(mins => ${MINUTES_BETWEEN_SAME_WORDS}::int))
    SELECT count(*) FILTER (WHERE w."threadId" = ${threadId}::uuid)::int AS here, count(*)::int AS anywhere FROM words w
    WHERE lower(regexp_replace(w.body, '\\s+', ' ', 'g')) = lower(regexp_replace(${body}, '\\s+', ' ', 'g'))`;
  if (same.here > 0) throw unprocessable("posting.error.sameWordsHere");
  if (same.anywhere >= SAME_WORDS_ANYWHERE) throw unprocessable("posting.error.sameWordsAgain");
}
