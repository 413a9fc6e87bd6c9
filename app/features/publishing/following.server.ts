import { z } from "zod";

import type { Actor } from "~/features/accounts/actor";
import { follow } from "~/features/notifications/follow.server";
import { notifyAll } from "~/features/notifications/notify.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found, notFound } from "~/platform/errors";

import { describeTexts } from "./described.server";
import type { KindName } from "./kind-shape";
import type { Kind } from "./kinds.server";
import { subjectOf } from "./load.server";
import { mayFor } from "./policy";

/** Whether someone wants to follow, and whether they say so on the list of all that they follow, where they then stay. */
export const followWorkSchema = z.object({ follow: z.enum(["yes", "no"]), from: z.literal("follows").optional() });

/** A guide or summary that someone follows, by one of its texts. */
export type FollowedWork = { id: string; of: KindName; title: string; slug: string; language: Language };

const MOST_LISTED = 100;

const AT_ONCE = 1_000;

/**
 * Follows a guide or a summary, or no longer. Refuses what is hidden from the actor (404), and to follow what is not published or out of use (404).
 */
export async function followWork(kind: Kind, actor: Actor, language: Language, slug: string, isFollowed: boolean) {
  await db.$transaction(async (tx) => {
    const { face } = found(
      await tx.faceSlug.findUnique({
        where: { kind_language_slug: { kind: kind.kind, language, slug } },
        select: {
          face: {
            select: {
              publishedRevisionId: true,
              contribution: { include: { authors: { select: { accountId: true } }, faces: { select: { state: true } } } },
            },
          },
        },
      }),
    );
    const subject = await subjectOf(tx, face.contribution);
    const may = mayFor(kind);
    // The address of a text that nobody has published yet would tell its title.
    const isSeen = may.read(actor, subject) && (face.publishedRevisionId !== null || may.readDrafts(actor, subject));
    if (!isSeen || (isFollowed && !may.follow(actor, subject))) throw notFound();
    await follow(tx, actor.id, { type: "CONTRIBUTION", id: face.contribution.id }, isFollowed ? "WATCHING" : "NORMAL");
  });
}

/** The published guides and summaries that someone follows and may still read, the latest choice first: a hundred of them. */
export async function listFollowedWorks(kinds: Record<KindName, Kind>, actor: Actor, language: Language): Promise<FollowedWork[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "Follow" w JOIN "Contribution" c ON c.id = w."subjectId"
    WHERE w."accountId" = ${actor.id}::uuid AND w."subjectType" = 'CONTRIBUTION' AND w.level = 'WATCHING'
      AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL AND c."hiddenAt" IS NULL
    ORDER BY w."changedAt" DESC, c.id DESC LIMIT ${MOST_LISTED}`;
  const ids = rows.map(({ id }) => id);
  const described = await describeTexts(kinds, actor, language, ids);
  return rows.flatMap(({ id }) => {
    const text = described.get(id);
    return text ? [{ id, ...text }] : [];
  });
}

/**
 * Tells those who follow a guide or a summary that a new version of it is published, as far as they may read it; not who published it. Said again for
 * the same moment, it changes nothing.
 */
export async function tellFollowers({ id, actorId, at }: { id: string; actorId: string | null; at: Date }) {
  const people = await db.$queryRaw<{ accountId: string }[]>`
    SELECT w."accountId" FROM "Follow" w JOIN "Contribution" c ON c.id = w."subjectId"
      JOIN "Account" a ON a.id = w."accountId" AND a."deactivatedAt" IS NULL AND a."suspendedUntil" > now() IS NOT TRUE
    WHERE w."subjectType" = 'CONTRIBUTION' AND w."subjectId" = ${id}::uuid AND w.level = 'WATCHING' AND w."accountId" IS DISTINCT FROM ${actorId}::uuid
      AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL AND c."hiddenAt" IS NULL
      AND (c.visibility IN ('PUBLIC', 'MEMBERS') OR c."creatorId" = a.id OR EXISTS (
        SELECT 1 FROM "Membership" m WHERE m."organizationId" = c."organizationId" AND m."accountId" = a.id))`;
  for (let begin = 0; begin < people.length; begin += AT_ONCE) {
    const news = people.slice(begin, begin + AT_ONCE).map(({ accountId }) => ({
      accountId,
      kind: "version_published" as const,
      subject: { type: "CONTRIBUTION" as const, id },
      actorId,
    }));
    await db.$transaction((tx) => notifyAll(tx, news, at));
  }
}
