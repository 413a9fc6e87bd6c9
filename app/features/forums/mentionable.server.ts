import type { Actor } from "~/features/accounts/actor";
import { isPresent, isSeen } from "~/features/people/audience.server";
import { hasBlocked, isDistant } from "~/features/people/distance.server";
import { wordsOf } from "~/features/people/filters";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { seenThreads } from "./seen.server";

const MOST = 8;
const MOST_ORGANIZATIONS = 3;
const PLACES_OF_ORGANIZATIONS = 2;

export type Mentionable = { handle: string; name: string; kind: "person" | "organization"; organization: string | null };

type Row = Mentionable & { rank: number };

/**
 * Whom one can call, by the beginnings of the words of their names: who takes part in the thread first, then people by name, and member
 * organizations. Only whom this person may see, and not themselves. One round trip.
 */
export async function listMentionable(actor: Actor, language: Language, q: string, threadId: string | null = null): Promise<Mentionable[]> {
  const words = wordsOf(q);
  if (words.length === 0) return [];

  const rows = await db.$queryRaw<Row[]>`
    WITH near AS (${participants(actor, words, threadId)}), far AS (${others(actor, words)}),
    called AS (
      SELECT DISTINCT ON ("accountId") * FROM (SELECT * FROM near UNION ALL SELECT * FROM far) every ORDER BY "accountId", rank)
    (SELECT p.slug AS handle, a.name, 'person' AS kind, called.rank, (
        SELECT f.name FROM "Membership" m JOIN "Organization" o ON o.id = m."organizationId" AND o.status = 'MEMBER' AND o."hiddenAt" IS NULL
        JOIN "OrganizationFace" f ON f."organizationId" = o.id AND f.language = ${language}::"Language"
        WHERE m."accountId" = p."accountId" ORDER BY m."joinedAt", o.id LIMIT 1) AS organization
      FROM called JOIN "Profile" p USING ("accountId") JOIN "Account" a ON a.id = p."accountId"
      ORDER BY called.rank, p."sortName", p."accountId" LIMIT ${MOST})
    UNION ALL (${organizations(language, words)})`;

  const people = rows.filter(({ kind }) => kind === "person").sort((a, b) => a.rank - b.rank);
  const groups = rows.filter(({ kind }) => kind === "organization");
  const places = Math.min(groups.length, PLACES_OF_ORGANIZATIONS);
  return [...people.slice(0, MOST - places), ...groups].slice(0, MOST).map(({ rank: _, ...each }) => each);
}

/** Who may be called by this person: present, listed for them, someone else, and neither of the two keeps away from the other. */
const callable = (actor: Actor) => Prisma.sql`
  p."sortName" <> '' AND p."accountId" <> ${actor.id}::uuid AND ${isPresent} AND ${isSeen(actor, "listing")}
  AND NOT ${hasBlocked(Prisma.sql`p."accountId"`, actor)} AND NOT ${isDistant(actor, Prisma.sql`p."accountId"`)}`;

const beginning = (words: string[]) => Prisma.sql`p.words @@ to_tsquery('simple', ${words.map((word) => `${word}:*`).join(" & ")})`;

const participants = (actor: Actor, words: string[], threadId: string | null) => Prisma.sql`
  SELECT p."accountId", 0 AS rank FROM "Participant" x JOIN "Thread" t ON t.id = x."threadId" JOIN "Category" k ON k.id = t."categoryId"
  JOIN "Profile" p ON p."accountId" = x."accountId" JOIN "Account" a ON a.id = p."accountId"
  WHERE x."threadId" = ${threadId}::uuid AND t."removedAt" IS NULL AND ${seenThreads(actor)} AND ${callable(actor)} AND ${beginning(words)}
  ORDER BY x."lastAt" DESC LIMIT ${MOST}`;

/** One letter would fit a good part of all people: it leads to those whose whole name begins with it. */
function others(actor: Actor, words: string[]): Prisma.Sql {
  const [first = ""] = words;
  const isLetter = words.join("").length === 1;
  const fits = isLetter ? Prisma.sql`p."sortName" >= ${first} AND p."sortName" < ${`${first}\u{10ffff}`}` : beginning(words);
  return Prisma.sql`
    SELECT p."accountId", 1 AS rank FROM "Profile" p JOIN "Account" a ON a.id = p."accountId"
    WHERE ${callable(actor)} AND ${fits} ORDER BY p."sortName", p."accountId" LIMIT ${MOST}`;
}

/** Those whose handle is a person's are left out: it would call the person. */
function organizations(language: Language, words: string[]): Prisma.Sql {
  const every = words.map((word) => Prisma.sql`unaccent(lower(f.name)) ~ ${`\\m${word}`}`);
  return Prisma.sql`
    SELECT own.slug, own.name, 'organization', 2, NULL FROM "Organization" o
    JOIN "OrganizationFace" own ON own."organizationId" = o.id AND own.language = ${language}::"Language"
    WHERE o.status = 'MEMBER' AND o."hiddenAt" IS NULL AND NOT EXISTS (SELECT 1 FROM "Profile" p WHERE p.slug = own.slug)
      AND EXISTS (SELECT 1 FROM "OrganizationFace" f WHERE f."organizationId" = o.id AND ${Prisma.join(every, " AND ")})
    ORDER BY own.name, o.id LIMIT ${MOST_ORGANIZATIONS}`;
}
