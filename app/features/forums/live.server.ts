import { setTimeout as sleep } from "node:timers/promises";

import type { Viewer } from "~/features/accounts/actor";
import { findPresent } from "~/features/accounts/presence.server";
import { Prisma } from "~/generated/prisma/client";
import { db } from "~/platform/db.server";
import { notFound } from "~/platform/errors";
import type { Send } from "~/platform/event-stream.server";
import { type Heard, type Hub, hearing, hub } from "~/platform/live.server";

import { seenSpaces, seenThreads } from "./seen.server";

/** What an open page wants to hear of, besides what its reader is told themselves. */
export type Wish = { threadId: string | null; isOfLists: boolean; isOwn: boolean };

type Looker = { viewer: Viewer; token: string | null };

/** What they see of it: the category of the thread, and the categories of their lists. */
type Sight = { threadCategory: string | null; categories: Set<string> };

const LOOK_AGAIN_MS = 45_000;
const SPREAD_MS = 15_000;
/** When everyone has to look again at once they do so one after the other, within a second. */
const CROWD_MS = 800;

/**
 * Opens the ears of a page: gives what begins to listen, on the stream that it is given. A thread that is hidden or was removed does not
 * exist (404), nor does anything for a page that wants to hear of nothing.
 */
export async function openEars({ viewer, token }: Looker, wish: Wish, ears: Hub = hub) {
  if (!wish.threadId && !wish.isOfLists && !(wish.isOwn && viewer)) throw notFound();
  const sight = await look(viewer, wish);

  return (send: Send, end: () => void) => listen({ viewer, token }, wish, sight, ears, send, end);
}

/** Messages are heard one after the other, so that none gets through while it is asked whether it may. */
function listen({ viewer, token }: Looker, wish: Wish, seen: Sight, ears: Hub, send: Send, end: () => void): () => void {
  let sight = seen;
  let turn = Promise.resolve();
  let isOver = false;

  const lookAgain = async (spread: number) => {
    if (spread > 0) await sleep(Math.random() * spread, undefined, { ref: false });
    const present = token === null ? null : await findPresent(token);
    if (viewer && !present) throw notFound();
    sight = await look(present, wish);
  };
  const hear = async (message: Heard) => {
    if (isOver) return;
    if (message.what === "sight") return lookAgain(message.account || message.thread ? 0 : CROWD_MS);
    if (message.what === "again" || message.what === "notification") return send({ what: message.what });
    // It was moved: perhaps to where they do not see it.
    if (message.thread === wish.threadId && message.category !== sight.threadCategory) await lookAgain(0);
    if (message.thread === wish.threadId) send({ what: message.what, number: message.number });
    if (wish.isOfLists && sight.categories.has(message.category)) send({ what: "lists" });
  };
  const inTurn = (work: () => Promise<void> | void) => {
    turn = turn.then(work).catch(end);
  };

  const stopHearing = ears.hear(placesOf(viewer, wish), (message) => inTurn(() => hear(message)));
  const again = setInterval(() => inTurn(() => lookAgain(0)), LOOK_AGAIN_MS + Math.random() * SPREAD_MS).unref();
  return () => {
    isOver = true;
    stopHearing();
    clearInterval(again);
  };
}

function placesOf(viewer: Viewer, { threadId, isOfLists }: Wish): string[] {
  const places = [hearing.everyone];
  if (viewer) places.push(hearing.account(viewer.id));
  if (threadId) places.push(hearing.thread(threadId));
  if (isOfLists) places.push(hearing.lists);
  return places;
}

async function look(viewer: Viewer, { threadId, isOfLists }: Wish): Promise<Sight> {
  const rows = await db.$queryRaw<{ threadId: string | null; categoryId: string }[]>`
    SELECT t.id AS "threadId", t."categoryId" FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
    WHERE t.id = ${threadId}::uuid AND t."removedAt" IS NULL AND ${seenThreads(viewer)}
    ${isOfLists ? Prisma.sql`UNION ALL SELECT NULL, k.id FROM "Category" k WHERE ${seenSpaces(viewer)}` : Prisma.empty}`;
  const thread = rows.find((row) => row.threadId !== null);
  if (threadId && !thread) throw notFound();

  return {
    threadCategory: thread?.categoryId ?? null,
    categories: new Set(rows.filter((row) => row.threadId === null).map(({ categoryId }) => categoryId)),
  };
}
