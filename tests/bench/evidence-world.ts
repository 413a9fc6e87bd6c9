import type pg from "pg";

const ORGANIZATIONS = 50;

/**
 * Fills empty tables with so many published summaries in both languages, of 50 organizations, for over ten years; one in ten is for members alone.
 * Everything is drawn from the number of the row, so that each run has the same.
 */
export async function fillSummaries(client: pg.Client, size: number) {
  await client.query(`
    CREATE OR REPLACE FUNCTION key_of(kind text, i int) RETURNS uuid LANGUAGE sql IMMUTABLE AS
      'SELECT (''00000000-0000-7000-'' || kind || ''-'' || lpad(to_hex(i), 12, ''0''))::uuid';
    TRUNCATE "Summary", "Contribution", "Face", "FaceSlug", "Revision", "Version", "Organization", "Term" CASCADE`);
  await client.query(GROUND, [ORGANIZATIONS]);
  await client.query(WORKS, [size, ORGANIZATIONS]);
  await client.query(SUMMARIES, [size]);
  await client.query(TEXTS, [size, DETAILS]);
  await client.query(`UPDATE "Face" f SET "publishedRevisionId" = f.id, "publishedAt" = c."publishedAt", "modifiedAt" = c."publishedAt"
    FROM "Contribution" c WHERE c.id = f."contributionId"`);
  await client.query("VACUUM (ANALYZE)");
}

const GROUND = `
  WITH organization AS (
    INSERT INTO "Organization" (id, kind, status, "joinedAt") SELECT key_of('9000', i), 'network', 'MEMBER', now() FROM generate_series(1, $1::int) i),
  term AS (
    INSERT INTO "Term" (id, kind, key, en, fr, position) SELECT gen_random_uuid(), kind::"TermKind", lower(kind) || '-' || chr(96 + i), kind || i, kind || i, i
    FROM unnest(ARRAY['TOPIC', 'POPULATION', 'SETTING', 'PROVINCE']) kind, generate_series(1, 13) i)
  INSERT INTO "OrganizationFace" ("organizationId", language, name, slug)
  SELECT key_of('9000', i), language::"Language", 'Organization ' || i, 'organization-' || i FROM generate_series(1, $1::int) i, unnest(ARRAY['en', 'fr']) language`;

const WORKS = `
  INSERT INTO "Contribution" (id, kind, "organizationId", "sourceLanguage", visibility, licence, "publishedAt", "reviewedOn", "nextReviewDue")
  SELECT key_of('a000', i), 'SUMMARY', key_of('9000', 1 + i % $2::int), 'en', (CASE WHEN i % 10 = 0 THEN 'MEMBERS' ELSE 'PUBLIC' END)::"Visibility", 'CC-BY-4.0',
    timestamptz '2026-01-01' - make_interval(hours => (i * 7919) % 90000), '2026-01-01', '2027-01-01'
  FROM generate_series(1, $1::int) i`;

const SUMMARIES = `
  WITH term AS (
    INSERT INTO "ContributionTerm" ("contributionId", "termId")
    SELECT key_of('a000', i), t.id FROM generate_series(1, $1::int) i JOIN "Term" t
      ON (t.kind = 'TOPIC' AND t.position IN (1 + i % 13, 1 + (i / 13) % 13)) OR (t.kind = 'PROVINCE' AND t.position = 1 + i % 13))
  INSERT INTO "Summary" ("contributionId", "evidenceUpTo", "evidenceTold", certainties, "isRated", "studyTypes", facets)
  SELECT key_of('a000', i), date '2026-01-01' - (i * 104729) % 5000, '2024', CASE WHEN i % 3 = 0 THEN ARRAY['LOW']::"Certainty"[] ELSE '{}' END, i % 3 = 0, ARRAY['scoping-review'],
    ARRAY['topic:topic-' || chr(97 + i % 13), 'topic:topic-' || chr(97 + (i / 13) % 13), 'population:population-' || chr(97 + (i / 7) % 13), 'setting:setting-' || chr(97 + (i / 3) % 13),
      'province:province-' || chr(97 + i % 13), 'study:' || (ARRAY['scoping-review', 'systematic-review', 'qualitative'])[1 + (i / 5) % 3],
      'certainty:' || CASE WHEN i % 3 = 0 THEN 'LOW' ELSE 'none' END, 'language:en', 'language:fr'] || CASE WHEN i % 500 = 0 THEN ARRAY['study:consensus'] ELSE '{}' END
  FROM generate_series(1, $1::int) i`;

const TEXTS = `
  WITH made AS (
    SELECT i, language, key_of(CASE WHEN language = 'en' THEN 'e000' ELSE 'f000' END, i) AS id, CASE WHEN i % 20 = 0 THEN 'Gardens' ELSE 'Walks' END || ' and health ' || i AS title,
      (SELECT string_agg('word' || (i * 31 + j * j * 17) % 4000, ' ') FROM generate_series(1, 400) j) || ' people ' || CASE WHEN i % 400 = 0 THEN 'museum' ELSE '' END AS text
    FROM generate_series(1, $1::int) i, unnest(ARRAY['en', 'fr']) language),
  face AS (
    INSERT INTO "Face" (id, "contributionId", language, state, slug, title, summary, text, "latestNumber")
    SELECT id, key_of('a000', i), language::"Language", 'PUBLISHED', 'summary-' || i, title, 'People may feel less lonely, but the studies are small.', text, 1 FROM made),
  slug AS (INSERT INTO "FaceSlug" (kind, language, slug, "faceId") SELECT 'SUMMARY', language::"Language", 'summary-' || i, id FROM made)
  INSERT INTO "Revision" (id, "faceId", number, title, summary, body, sources, details, html, "sourcesHtml", sections, words, renderer)
  SELECT id, id, 1, title, 'People may feel less lonely, but the studies are small.', text, '', $2::jsonb, '<h2 id="s-key-messages">Key messages</h2><p>' || text || '</p>', '',
    '[{"key": "key-messages", "heading": "Key messages"}]', 400, 1 FROM made`;

const DETAILS = JSON.stringify({
  own: {
    picoPopulation: ["Adults"],
    evidenceUpTo: ["2024"],
    findingKey: ["f1"],
    findingOutcome: ["Loneliness"],
    findingEffect: ["Less"],
    findingBasis: ["Two trials"],
  },
});
