import type pg from "pg";

import type { Actor } from "~/features/accounts/actor";

const PEOPLE = 2_000;
const idOf = (kind: string, number: number) => `00000000-0000-7000-${kind}-${number.toString(16).padStart(12, "0")}`;

const staff = (number: number, role: "ADMINISTRATOR" | "MODERATOR", organizations: Actor["organizations"] = []): Actor => ({
  id: idOf("8000", number),
  name: `Person ${number}`,
  language: "fr",
  timeZone: "America/Toronto",
  roles: [role],
  organizations,
  isSilenced: false,
  owesSecondFactor: false,
  owesConsent: false,
});

/** Who comes to the queue: an administrator, a moderator for everything, and one for French and some organizations, who belongs to one. */
export const comers = {
  administrator: staff(1, "ADMINISTRATOR"),
  moderator: staff(2, "MODERATOR"),
  "scoped moderator": staff(3, "MODERATOR", [{ id: idOf("9000", 1), isSteward: false }]),
};

/**
 * Fills empty tables with so many open cases and as many that are closed, of all kinds, about people of 50 organizations and in 20 categories.
 * Everything is drawn from the number of the row, so that each run has the same.
 */
export async function fillCases(client: pg.Client, open: number) {
  await client.query(`
    CREATE OR REPLACE FUNCTION key_of(kind text, i int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
      'SELECT (''00000000-0000-7000-'' || kind || ''-'' || lpad(to_hex(i), 12, ''0''))::uuid';
    TRUNCATE "Event", "Case", "Flag", "Decision", "Appeal", "Category", "Thread", "Account", "Organization" CASCADE`);
  await client.query(GROUND, [PEOPLE]);
  await client.query(CASES, [open, PEOPLE]);
  await client.query(AROUND, [PEOPLE]);
  await client.query("VACUUM (ANALYZE)");
}

const GROUND = `
  WITH organization AS (
    INSERT INTO "Organization" (id, kind, status, "joinedAt") SELECT key_of('9000', i), 'network', 'MEMBER', now() FROM generate_series(1, 50) i),
  account AS (
    INSERT INTO "Account" (id, name, email, language)
    SELECT key_of('8000', i), 'Person ' || i, 'person-' || i || '@example.org', (CASE WHEN i % 3 = 0 THEN 'fr' ELSE 'en' END)::"Language" FROM generate_series(1, $1::int) i),
  membership AS (
    INSERT INTO "Membership" ("organizationId", "accountId") SELECT key_of('9000', 1 + i % 50), key_of('8000', i) FROM generate_series(10, $1::int) i WHERE i % 10 < 7),
  scope AS (
    INSERT INTO "ModeratorScope" ("accountId", kind, value)
    SELECT key_of('8000', 3), 'ORGANIZATION'::"ScopeKind", key_of('9000', i)::text FROM generate_series(1, 5) i UNION ALL SELECT key_of('8000', 3), 'LANGUAGE', 'fr'),
  category AS (
    INSERT INTO "Category" (id, kind, colour, icon, position, "seenBy", "startedBy", "repliedBy")
    SELECT key_of('c000', i), 'FORUM', 'teal', 'question', i, 'EVERYONE', 'MEMBERS', 'MEMBERS' FROM generate_series(1, 20) i)
  INSERT INTO "CategoryFace" ("categoryId", language, name, slug)
  SELECT key_of('c000', i), language::"Language", 'Category ' || i, 'category-' || i FROM generate_series(1, 20) i, unnest(ARRAY['en', 'fr']) language`;

const CASES = `
  INSERT INTO "Case" (id, kind, "subjectType", "subjectId", language, "categoryId", "organizationIds", "ownerIds", "authorId", rule, priority, "assigneeId", "claimedAt",
    title, words, "openedAt", "closedAt", outcome)
  SELECT key_of(CASE WHEN i > $1 THEN 'd001' ELSE 'd000' END, i), kind::"CaseKind",
    (CASE kind WHEN 'FLAG' THEN 'POST' WHEN 'HELD' THEN 'HELD_POST' WHEN 'REPAIR' THEN 'POST' WHEN 'APPEAL' THEN 'DECISION' WHEN 'ROLE' THEN 'ROLE_REQUEST' ELSE 'APPLICATION' END)::"CaseSubject",
    key_of('e000', i), (CASE WHEN i % 3 = 0 THEN 'fr' ELSE 'en' END)::"Language", CASE WHEN i % 4 > 0 THEN key_of('c000', 1 + i % 20) END,
    CASE WHEN i % 5 = 0 THEN ARRAY[key_of('9000', 1 + i % 50)] ELSE '{}' END, ARRAY[key_of('8000', 10 + i % ($2::int - 10))], key_of('8000', 10 + i % ($2::int - 10)),
    (ARRAY['client-data', 'respect', 'privacy', 'unsafe', 'untrue', 'spam', 'off-topic', 'rights', 'other'])[1 + i % 9], 20 + i % 7 * 10,
    CASE WHEN i % 6 = 0 THEN key_of('8000', 1 + i % 9) END, CASE WHEN i % 6 = 0 THEN now() - interval '1 hour' END, 'A thread about ' || i, repeat('Words that someone wrote here. ', 20),
    now() - make_interval(mins => i), CASE WHEN i > $1 THEN now() - make_interval(secs => i) END, CASE WHEN i > $1 THEN 'DECIDED' END
  FROM generate_series(1, $1::int * 2) i, LATERAL (SELECT (ARRAY['FLAG', 'FLAG', 'FLAG', 'FLAG', 'FLAG', 'HELD', 'HELD', 'REPAIR', 'APPEAL', 'ROLE', 'ORGANIZATION'])[1 + i % 11] AS kind) k`;

const AROUND = `
  WITH flag AS (
    INSERT INTO "Flag" (id, "caseId", "reporterId", rule, words)
    SELECT gen_random_uuid(), c.id, key_of('8000', 10 + n * 7), 'respect', 'Look at this.' FROM "Case" c, generate_series(1, 2) n WHERE c.kind = 'FLAG'),
  decision AS (
    INSERT INTO "Decision" (id, "caseId", "deciderId", rule, content, person)
    SELECT gen_random_uuid(), c.id, key_of('8000', 1 + abs(hashtext(c.id::text)) % 3), 'respect', 'HIDE', 'NONE' FROM "Case" c WHERE c."closedAt" IS NOT NULL AND c.kind IN ('FLAG', 'REPAIR') RETURNING id, "caseId"),
  numbered AS (SELECT id, row_number() OVER () AS number FROM decision),
  appealed AS (SELECT id, row_number() OVER () AS number FROM "Case" WHERE kind = 'APPEAL' AND "closedAt" IS NULL),
  appeal AS (
    INSERT INTO "Appeal" (id, "decisionId", "caseId", words)
    SELECT gen_random_uuid(), n.id, a.id, 'I see it otherwise.' FROM appealed a JOIN numbered n USING (number)),
  event AS (
    INSERT INTO "Event" (id, name, "subjectType", "subjectId") SELECT gen_random_uuid(), name, 'CASE', c.id FROM "Case" c, unnest(ARRAY['case.opened', 'case.claimed']) name),
  notice AS (
    INSERT INTO "CaseNotice" (id, "caseId", "accountId", role, about, language, subject, paragraphs)
    SELECT gen_random_uuid(), c.id, c."authorId", 'AUTHOR', 'DECIDED', c.language, 'Decided', ARRAY['We looked at it.'] FROM "Case" c)
  INSERT INTO "Sanction" (id, "accountId", "decisionId", kind, rule)
  SELECT gen_random_uuid(), key_of('8000', 10 + n.number::int % ($1::int - 10)), n.id, 'WARNING', 'respect' FROM numbered n`;
