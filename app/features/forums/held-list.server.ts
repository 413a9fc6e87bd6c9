import type { Actor } from "~/features/accounts/actor";
import { findActor } from "~/features/accounts/session.server";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { PostDraftKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { origin } from "~/platform/env.server";

import type { ComposerFields } from "./composer-values";
import { seenByOf } from "./held.server";
import type { HoldReason } from "./hold-reasons";
import { watchedWords } from "./hold.server";
import { hostsIn } from "./outward";
import { renderPost } from "./render.server";
import { seenSpaces, seenThreads } from "./seen.server";
import { findWatched } from "./watching";

export type HeldRow = {
  id: string;
  kind: PostDraftKind;
  title: string;
  text: string;
  language: Language;
  reasons: HoldReason[];
  heldAt: string;
  /** What is written in, as far as its author still sees it. */
  place: { title: string; language: Language } | null;
};

type Row = Omit<HeldRow, "heldAt"> & { heldAt: Date };

/** One's own words that wait for a moderator, the last ones first. One round trip. */
export async function listHeld(actor: Actor, language: Language): Promise<HeldRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT h.id, h.kind, h.fields->>'title' AS title, h.fields->>'body' AS text, h.language, h.reasons, h."heldAt",
      coalesce((${threadPlace(actor)}), (${categoryPlace(actor, language)}), (${workPlace(actor, language)})) AS place
    FROM "HeldPost" h WHERE h."authorId" = ${actor.id}::uuid ORDER BY h."heldAt" DESC, h.id DESC`;
  return rows.map(({ heldAt, ...row }) => ({ ...row, heldAt: heldAt.toISOString() }));
}

const threadPlace = (actor: Actor) => Prisma.sql`
  SELECT json_build_object('title', t.title, 'language', t.language) FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId"
  WHERE t.id = h."threadId" AND t."removedAt" IS NULL AND ${seenThreads(actor)}`;

const categoryPlace = (actor: Actor, language: Language) => Prisma.sql`
  SELECT json_build_object('title', f.name, 'language', f.language) FROM "Category" k
  JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language" WHERE k.id = h."categoryId" AND ${seenSpaces(actor)}`;

const workPlace = (actor: Actor, language: Language) => Prisma.sql`
  SELECT json_build_object('title', f.title, 'language', f.language) FROM "Contribution" c
  JOIN "Face" f ON f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
  WHERE c.id = h."contributionId" AND c."publishedAt" IS NOT NULL AND c."discardedAt" IS NULL AND ${visibleTo(actor, false)}
  ORDER BY f.language = ${language}::"Language" DESC LIMIT 1`;

/** Waiting words as whoever decides about them sees them. */
export type HeldForCase = {
  title: string;
  language: Language;
  /** As it would look; null where its author cannot act any more, and `text` stands for it. */
  html: string | null;
  text: string;
  poll: { question: string; options: string[] } | null;
  reasons: HoldReason[];
  /** The watched words that stand in it now. */
  watched: string[];
  /** Where its links lead. */
  hosts: string[];
};

/** Waiting words, drawn as they would look, with what made them wait; null where they wait no longer. Whoever calls has asked the policy. */
export async function getHeldForCase(tx: Transaction, id: string): Promise<HeldForCase | null> {
  const held = await tx.heldPost.findUnique({ where: { id } });
  if (!held) return null;
  const { title, body, pollQuestion, pollOptions } = held.fields as ComposerFields;
  const { language, reasons } = held;
  const drawn = await drawnFor(held, body);
  const said = [title, body, drawn?.text ?? "", pollQuestion, pollOptions].join("\n");

  return {
    title,
    language,
    html: drawn?.html ?? null,
    text: body,
    poll: pollQuestion ? { question: pollQuestion, options: pollOptions.split("\n") } : null,
    reasons: reasons as HoldReason[],
    watched: reasons.includes("WATCHED_WORD") ? findWatched(said, await watchedWords(tx)) : [],
    hosts: drawn ? hostsIn(drawn.html, origin) : [],
  };
}

type Held = { id: string; authorId: string; language: Language; categoryId: string | null; threadId: string | null };

async function drawnFor(held: Held, body: string) {
  const author = await findActor(held.authorId);
  return author && renderPost({ language: held.language, body, postId: held.id, actor: author, seenBy: await seenByOf(held) });
}
