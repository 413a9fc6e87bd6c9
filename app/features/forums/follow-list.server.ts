import type { Actor } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { FollowLevel, FollowSubject } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { PAGE_SIZE } from "~/platform/pagination";

import { seenSpaces, seenThreads } from "./seen.server";

/** Something that someone follows, by the name that it has in their language. The slug of a topic is its key. */
export type Followed = {
  type: Exclude<FollowSubject, "CONTRIBUTION">;
  id: string;
  level: FollowLevel;
  name: string;
  slug: string;
  language: Language;
};

/** What someone follows and still sees: categories and topics first (on the first page), then threads by the latest change, from the one after this id. */
export async function listFollows(
  actor: Actor,
  language: Language,
  after: string | null,
): Promise<{ follows: Followed[]; next: string | null }> {
  const threads = await db.$queryRaw<Followed[]>`
    SELECT 'THREAD' AS type, t.id, f.level, t.title AS name, t.slug, t.language
    FROM "Follow" f JOIN "Thread" t ON t.id = f."subjectId" JOIN "Category" k ON k.id = t."categoryId"
    WHERE f."accountId" = ${actor.id}::uuid AND f."subjectType" = 'THREAD' AND t."removedAt" IS NULL AND ${seenThreads(actor)} ${afterThread(actor, after)}
    ORDER BY f."changedAt" DESC, t.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const page = threads.slice(0, PAGE_SIZE);
  const next = threads.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null;

  return { follows: after ? page : [...(await places(actor, language)), ...page], next };
}

const afterThread = (actor: Actor, after: string | null) =>
  after
    ? Prisma.sql`AND (f."changedAt", t.id) < (SELECT x."changedAt", x."subjectId" FROM "Follow" x
        WHERE x."accountId" = ${actor.id}::uuid AND x."subjectType" = 'THREAD' AND x."subjectId" = ${after}::uuid)`
    : Prisma.empty;

/** There are only as many as there are categories and topics. */
const places = (actor: Actor, language: Language) => db.$queryRaw<Followed[]>`
  SELECT f."subjectType" AS type, k.id, f.level, face.name, face.slug, face.language
  FROM "Follow" f JOIN "Category" k ON k.id = f."subjectId"
    JOIN LATERAL (SELECT c.name, c.slug, c.language FROM "CategoryFace" c WHERE c."categoryId" = k.id
      ORDER BY c.language = ${language}::"Language" DESC LIMIT 1) face ON TRUE
  WHERE f."accountId" = ${actor.id}::uuid AND f."subjectType" = 'CATEGORY' AND ${seenSpaces(actor)}
  UNION ALL
  SELECT f."subjectType", w.id, f.level, CASE ${language} WHEN 'fr' THEN w.fr ELSE w.en END, w.key, ${language}::"Language"
  FROM "Follow" f JOIN "Term" w ON w.id = f."subjectId" WHERE f."accountId" = ${actor.id}::uuid AND f."subjectType" = 'TOPIC'
  ORDER BY type, name`;
