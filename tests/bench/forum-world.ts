import type pg from "pg";

import type { Actor } from "~/features/accounts/actor";

/** How many posts stand in the two threads that every size has, beside what fills the forums. */
const SHORT = 10;
export const LONG = 10_000;

const PEOPLE = 20_000;
const POSTS_A_THREAD = 10;
const idOf = (kind: string, number: number) => `00000000-0000-7000-${kind}-${number.toString(16).padStart(12, "0")}`;

/** The threads of 10 and of 10,000 posts, and categories that everyone sees, and that only an organization sees. */
export const places = {
  short: { id: idOf("a000", 1), slug: "short" },
  long: { id: idOf("a000", 2), slug: "long" },
  open: { slug: "category-3" },
  ours: { slug: "category-18" },
};

/** A member of an organization, who follows and has read much. */
export const reader: Actor = {
  id: idOf("8000", 1),
  name: "Person 1",
  language: "fr",
  timeZone: "America/Toronto",
  roles: [],
  organizations: [{ id: idOf("9000", 1), isSteward: false }],
  isSilenced: false,
  owesSecondFactor: false,
  owesConsent: false,
};

/**
 * Fills empty tables with forums of about so many posts: 20 categories of which five are private, people who write, follow and read, and
 * the two threads. Everything is drawn from the number of the row, so that each run has the same; a new thread begins every ten minutes.
 */
export async function fillForums(client: pg.Client, posts: number, people = PEOPLE) {
  const threads = Math.max(20, Math.round(posts / POSTS_A_THREAD));
  await client.query(`
    CREATE OR REPLACE FUNCTION pick(i int, salt text, most int) RETURNS int LANGUAGE sql IMMUTABLE AS
      'SELECT ((hashtextextended(i || salt, 0) % most) + most)::int % most';
    CREATE OR REPLACE FUNCTION key_of(kind text, i int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
      'SELECT (''00000000-0000-7000-'' || kind || ''-'' || lpad(to_hex(i), 12, ''0''))::uuid';
    TRUNCATE "Category", "Thread", "Account", "Organization", "Term", "Follow", "Notification", "Reading" CASCADE`);
  await client.query(GROUND, [people]);
  await client.query(CATEGORIES);
  await client.query(THREADS, [threads, people]);
  await client.query(POSTS, [people]);
  await client.query(COUNTS);
  for (const statement of TRAILS) await client.query(statement, statement.includes("$1") ? [people] : []);
  await client.query("VACUUM (ANALYZE)");
}

const GROUND = `
  WITH organization AS (
    INSERT INTO "Organization" (id, kind, status, "joinedAt") SELECT key_of('9000', i), 'network', 'MEMBER', now() FROM generate_series(1, 200) i),
  face AS (
    INSERT INTO "OrganizationFace" ("organizationId", language, name, slug)
    SELECT key_of('9000', i), language::"Language", 'Organization ' || i, 'organization-' || i FROM generate_series(1, 200) i, unnest(ARRAY['en', 'fr']) language),
  term AS (
    INSERT INTO "Term" (id, kind, key, en, fr, position) SELECT key_of('b000', i), 'TOPIC', 'topic-' || i, 'Topic ' || i, 'Thème ' || i, i FROM generate_series(1, 16) i),
  account AS (
    INSERT INTO "Account" (id, name, email, language, "createdAt")
    SELECT key_of('8000', i), 'Person ' || i, 'person-' || i || '@example.org', (CASE WHEN i % 3 = 0 THEN 'fr' ELSE 'en' END)::"Language", now() - interval '2 years'
    FROM generate_series(1, $1::int) i),
  membership AS (
    INSERT INTO "Membership" ("organizationId", "accountId") SELECT key_of('9000', 1 + i % 200), key_of('8000', i) FROM generate_series(1, $1::int) i WHERE i % 10 < 7),
  reader AS (INSERT INTO "Membership" ("organizationId", "accountId") VALUES (key_of('9000', 1), key_of('8000', 1)) ON CONFLICT DO NOTHING)
  INSERT INTO "Profile" ("accountId", slug, "sortName", listing)
  SELECT key_of('8000', i), 'person-' || i, 'person ' || i, (ARRAY['EVERYONE', 'MEMBERS', 'NOBODY'])[1 + i % 3]::"Audience" FROM generate_series(1, $1::int) i`;

const CATEGORIES = `
  WITH made AS (
    INSERT INTO "Category" (id, kind, "organizationId", colour, icon, position, "seenBy", "startedBy", "repliedBy")
    SELECT key_of('c000', i), (CASE WHEN i = 20 THEN 'DISCUSSIONS' ELSE 'FORUM' END)::"CategoryKind", CASE WHEN i IN (17, 18) THEN key_of('9000', i - 17 + 1) END, 'teal', 'question', i,
      (CASE WHEN i IN (15, 16) THEN 'MEMBERS' WHEN i IN (17, 18) THEN 'ORGANIZATION' WHEN i = 19 THEN 'STAFF' ELSE 'EVERYONE' END)::"Circle", 'MEMBERS', 'MEMBERS'
    FROM generate_series(1, 20) i),
  face AS (
    INSERT INTO "CategoryFace" ("categoryId", language, name, slug)
    SELECT key_of('c000', i), language::"Language", 'Category ' || i, 'category-' || i FROM generate_series(1, 20) i, unnest(ARRAY['en', 'fr']) language)
  INSERT INTO "CategorySlug" (language, slug, "categoryId")
  SELECT language::"Language", 'category-' || i, key_of('c000', i) FROM generate_series(1, 20) i, unnest(ARRAY['en', 'fr']) language`;

/** The first two are those of 10 and of 10,000 posts, which were begun last. */
const THREADS = `
  INSERT INTO "Thread" (id, "categoryId", "starterId", language, title, slug, "createdAt", "lastNumber", "postCount", "lastPostAt", "pinnedAt", "lockedAt", "removedAt")
  SELECT key_of('a000', i), key_of('c000', CASE WHEN i <= 2 THEN 3 ELSE 1 + pick(i, 'category', 20) END), key_of('8000', 1 + pick(i, 'starter', $2::int)),
    (CASE WHEN i % 3 = 0 THEN 'fr' ELSE 'en' END)::"Language", 'How do you welcome people for the first time? (' || i || ')', CASE i WHEN 1 THEN 'short' WHEN 2 THEN 'long' ELSE 'thread-' || i END,
    begun.at, posts, posts, begun.at, CASE WHEN i > 2 AND pick(i, 'pinned', 500) = 0 THEN begun.at END, CASE WHEN i > 2 AND pick(i, 'locked', 30) = 0 THEN begun.at END,
    CASE WHEN i > 2 AND pick(i, 'removed', 50) = 0 THEN begun.at END
  FROM generate_series(1, $1::int) i,
    LATERAL (SELECT CASE i WHEN 1 THEN ${SHORT} WHEN 2 THEN ${LONG} ELSE 1 + pick(i, 'posts', 19) END AS posts) n,
    LATERAL (SELECT now() - i * interval '10 minutes' - interval '1 hour' AS at) begun`;

const POSTS = `
  INSERT INTO "Post" (id, "threadId", number, "authorId", language, body, html, text, renderer, reactions, "createdAt", "editedAt", version, notice, "removedAt", "replyToId")
  SELECT gen_random_uuid(), t.id, n, key_of('8000', 1 + pick(n + hashtext(t.slug) % 100000, 'author', $1::int)), t.language, w.words, '<p>' || w.words || '</p>', w.words, 1,
    CASE WHEN n % 4 = 0 THEN '{"THANKS": 2}' ELSE '{}' END::jsonb, t."createdAt" + n * interval '50 seconds', CASE WHEN n % 20 = 0 THEN t."createdAt" + n * interval '5 minutes' END,
    1 + (n % 20 = 0)::int, CASE WHEN n % 40 = 0 THEN 'RENAMED'::"NoticeKind" END, CASE WHEN n % 45 = 0 THEN now() END, NULL
  FROM "Thread" t, generate_series(1, t."lastNumber") n,
    LATERAL (SELECT repeat('A walk a week keeps people in touch, and a cup of tea before it makes them come. ', 2 + n % 4) || n AS words) w`;

const COUNTS = `
  UPDATE "Thread" t SET "postCount" = n.posts, "reactionCount" = n.thanks, "lastPostAt" = n.last, "lastPosterId" = n.poster,
    heat = log(greatest(1, n.posts - 1 + n.thanks)::numeric)::float8 + extract(epoch FROM t."createdAt")::float8 / 2592000
  FROM (SELECT "threadId", count(*)::int AS posts, 2 * count(*) FILTER (WHERE number % 4 = 0)::int AS thanks, max("createdAt") AS last,
      (array_agg("authorId" ORDER BY number DESC))[1] AS poster
    FROM "Post" WHERE notice IS NULL AND "removedAt" IS NULL GROUP BY 1) n
  WHERE n."threadId" = t.id`;

/** Who took part, what it is about, and what people follow, read, thanked for and were told of. */
const TRAILS = [
  `UPDATE "Category" k SET "threadCount" = (SELECT count(*) FROM "Thread" t WHERE t."categoryId" = k.id AND t."removedAt" IS NULL)`,
  `INSERT INTO "Participant" ("threadId", "accountId", posts, "lastAt")
    SELECT "threadId", "authorId", count(*), max("createdAt") FROM "Post" WHERE notice IS NULL AND "removedAt" IS NULL GROUP BY 1, 2`,
  `INSERT INTO "ThreadTopic" ("threadId", "termId", "lastPostAt")
    SELECT t.id, key_of('b000', 1 + pick(hashtext(t.slug) % 100000, 'topic' || n, 16)), t."lastPostAt" FROM "Thread" t, generate_series(1, 2) n ON CONFLICT DO NOTHING`,
  `INSERT INTO "Reaction" ("postId", "accountId", kind, at)
    SELECT p.id, key_of('8000', 1 + pick(hashtext(p.id::text) % 100000, 'thanks' || n, $1::int)), 'THANKS', p."createdAt" FROM "Post" p, generate_series(1, 2) n
    WHERE p.number % 4 = 0 ON CONFLICT DO NOTHING`,
  `INSERT INTO "Reading" ("accountId", "threadId", "lastNumber", seconds, at)
    SELECT p."accountId", p."threadId", greatest(1, t."lastNumber" - pick(hashtext(t.slug) % 100000, 'read', 3)), 60, p."lastAt" FROM "Participant" p JOIN "Thread" t ON t.id = p."threadId"`,
  `INSERT INTO "Reading" ("accountId", "threadId", "lastNumber", seconds)
    SELECT key_of('8000', 1), t.id, greatest(1, t."lastNumber" - 1), 60 FROM "Thread" t WHERE t.slug LIKE '%7' AND t."createdAt" > now() - interval '30 days' ON CONFLICT DO NOTHING`,
  `INSERT INTO "Follow" ("accountId", "subjectType", "subjectId", level)
    SELECT p."accountId", 'THREAD', p."threadId", 'TRACKING' FROM "Participant" p ON CONFLICT DO NOTHING`,
  `INSERT INTO "Follow" ("accountId", "subjectType", "subjectId", level, "changedAt")
    SELECT key_of('8000', 1), f.type::"FollowSubject", f.id, f.level::"FollowLevel", now() - interval '1 year' FROM (
      SELECT 'THREAD' AS type, t.id, 'TRACKING' AS level FROM "Thread" t WHERE t.slug LIKE '%7' AND t."createdAt" > now() - interval '10 days'
      UNION ALL SELECT 'CATEGORY', key_of('c000', i), (ARRAY['WATCHING', 'TRACKING', 'MUTED'])[i] FROM generate_series(1, 3) i
      UNION ALL SELECT 'TOPIC', key_of('b000', i), (ARRAY['WATCHING', 'TRACKING', 'MUTED'])[i] FROM generate_series(1, 3) i) f ON CONFLICT DO NOTHING`,
  `UPDATE "Follow" SET level = 'TRACKING' WHERE "accountId" = key_of('8000', 1) AND "subjectId" = key_of('c000', 3)`,
  `INSERT INTO "Notification" ("accountId", id, kind, "subjectType", "subjectId", "actorId", at, "readAt")
    SELECT key_of('8000', 1 + pick(i, 'told', $1::int)), gen_random_uuid(), 'replied', 'POST', gen_random_uuid(), key_of('8000', 1 + pick(i, 'by', $1::int)), now() - i * interval '1 minute',
      CASE WHEN i % 3 > 0 THEN now() END FROM generate_series(1, 5 * $1::int) i`,
  `INSERT INTO "Notification" ("accountId", id, kind, "subjectType", "subjectId", at)
    SELECT key_of('8000', 1), gen_random_uuid(), 'posted', 'THREAD', key_of('a000', i), now() - i * interval '1 minute' FROM generate_series(1, 200) i ON CONFLICT DO NOTHING`,
  `INSERT INTO "Bookmark" ("accountId", "postId", "createdAt")
    SELECT key_of('8000', 2 + pick(hashtext(p.id::text) % 100000, 'keeper', $1::int - 1)), p.id, p."createdAt" FROM "Post" p WHERE p.number % 3 = 1`,
  `INSERT INTO "Bookmark" ("accountId", "postId", "createdAt")
    SELECT key_of('8000', 1), p.id, p."createdAt" FROM "Post" p WHERE p."threadId" = key_of('a000', 2) AND p.number % 50 = 1`,
];
