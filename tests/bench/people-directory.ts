import type pg from "pg";

import type { Actor, Viewer } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { loader as page } from "~/routes/people/index";
import { visit } from "#tests/support/request";

import type { Directory } from "./directories";

/** People of a country: most show themselves to members, some to everyone; a third speaks French; each knows of up to three topics. */
export const peopleDirectory: Directory = {
  name: "people",
  sizes: [1_000, 10_000, 100_000],
  fill,
  questions: async () => {
    const member = await someone();
    const about = "topic=topic-3&language=fr&province=province-4";
    return {
      ...(await ask("visitor, all", null, "")),
      ...(await ask("visitor, topic + French + province", null, about)),
      ...(await ask("member, all", member, "")),
      ...(await ask("member, the last pages", member, "", true)),
      ...(await ask("member, topic", member, "topic=topic-3")),
      ...(await ask("member, topic + French", member, "topic=topic-3&language=fr")),
      ...(await ask("member, topic + French + province", member, about)),
      ...(await ask("member, topic + rare language", member, "topic=topic-3&language=iu")),
      ...(await ask("member, one letter of the name", member, "q=m")),
      ...(await ask("member, name", member, "q=ga+tremb")),
      ...(await ask("member, name + topic + French", member, "q=ma&topic=topic-3&language=fr")),
      ...(await ask("member, organization", member, "organization=organization-7")),
    };
  },
};

async function ask(name: string, viewer: Viewer, query: string, isLast = false) {
  const [last] = isLast
    ? await db.$queryRaw<{ id: string }[]>`SELECT "accountId" AS id FROM "Profile" ORDER BY "sortName" DESC OFFSET 50 LIMIT 1`
    : [];
  const path = `/fr/personnes?${query}${last ? `&after=${last.id}` : ""}`;
  return { [name]: async () => (await page(visit(viewer, path))).json() };
}

/** A member of two organizations. */
async function someone(): Promise<Actor> {
  const memberships = await db.membership.findMany({ take: 2, distinct: ["organizationId"], orderBy: { organizationId: "asc" } });
  return {
    id: "00000000-0000-7000-8000-000000000000",
    name: "Someone",
    language: "fr",
    timeZone: "America/Toronto",
    roles: [],
    organizations: memberships.map(({ organizationId }) => ({ id: organizationId, isSteward: false })),
    isSilenced: false,
    owesSecondFactor: false,
    owesConsent: false,
  };
}

/** Brings the tables to this size. Everything is drawn from the number of the row, so that each run has the same people. */
async function fill(client: pg.Client, size: number) {
  await client.query(`
    INSERT INTO "Term" (id, kind, key, en, fr, position) SELECT gen_random_uuid(), kind::"TermKind", lower(kind) || '-' || i, kind || i, kind || i, i
      FROM unnest(ARRAY['TOPIC', 'PROVINCE']) kind, generate_series(1, 16) i ON CONFLICT DO NOTHING;
    CREATE OR REPLACE FUNCTION pick(i int, salt text, most int) RETURNS int LANGUAGE sql IMMUTABLE AS
      'SELECT ((hashtextextended(i || salt, 0) % most) + most)::int % most'`);
  const [{ have } = { have: 0 }] = (await client.query<{ have: number }>(`SELECT count(*)::int AS have FROM "Profile"`)).rows;
  await client.query(
    `WITH made AS (INSERT INTO "Organization" (id, kind, status, "joinedAt")
        SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid, 'network', 'MEMBER', now() FROM generate_series($1::int / 50 + 1, $2::int / 50) i RETURNING id)
     SELECT count(*) FROM made`,
    [have, size],
  );
  await client.query(`
    INSERT INTO "OrganizationFace" ("organizationId", language, name, slug)
      SELECT o.id, language::"Language", 'Organization ' || right(o.id::text, 6), 'organization-' || ('x' || right(o.id::text, 6))::bit(24)::int
      FROM "Organization" o, unnest(ARRAY['en', 'fr']) language ON CONFLICT DO NOTHING;
    INSERT INTO "OrganizationSlug" (language, slug, "organizationId") SELECT language, slug, "organizationId" FROM "OrganizationFace" ON CONFLICT DO NOTHING`);
  await client.query(
    `WITH person AS (
       SELECT i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid AS id,
         (ARRAY['Amira','Benoît','Chloé','Daniel','Éloïse','Farid','Gabriel','Hélène','Ines','Jean','Karim','Louise','Maya','Noah','Odile','Priya','Rowan','Sylvie'])[1 + pick(i, 'a', 18)]
         || ' ' || (ARRAY['Arsenault','Bouchard','Cormier','Doucet','Fortin','Gagnon','Haddad','Leblanc','Osei','Raman','Roy','Savoie','Singh','Tremblay','Wong'])[1 + pick(i, 'b', 15)] || ' ' || i AS name
       FROM generate_series($1::int + 1, $2::int) i),
     account AS (INSERT INTO "Account" (id, email, name, language) SELECT id, 'p' || i || '@example.org', name, 'fr' FROM person RETURNING 1)
     INSERT INTO "Profile" ("accountId", slug, listing, position, province, languages, topics, "topicsAudience", "languagesAudience", "provinceAudience", "sortName")
     SELECT id, 'p' || i, (ARRAY['EVERYONE','EVERYONE','EVERYONE','MEMBERS','MEMBERS','MEMBERS','MEMBERS','MEMBERS','ORGANIZATIONS','NOBODY'])[1 + pick(i, 'c', 10)]::"Audience",
       'Link worker', 'province-' || 1 + pick(i, 'd', 13),
       array_remove(ARRAY['en', CASE WHEN pick(i, 'e', 3) = 0 THEN 'fr' END, CASE WHEN pick(i, 'f', 200) = 0 THEN 'iu' END], NULL),
       ARRAY['topic-' || 1 + pick(i, 'g', 16), 'topic-' || 1 + pick(i, 'h', 16)],
       (ARRAY['EVERYONE','EVERYONE','MEMBERS','MEMBERS','MEMBERS','ORGANIZATIONS'])[1 + pick(i, 'j', 6)]::"Audience",
       (ARRAY['EVERYONE','EVERYONE','MEMBERS','MEMBERS','MEMBERS','ORGANIZATIONS'])[1 + pick(i, 'k', 6)]::"Audience",
       (ARRAY['EVERYONE','EVERYONE','MEMBERS','MEMBERS','MEMBERS','ORGANIZATIONS'])[1 + pick(i, 'l', 6)]::"Audience",
       lower(translate(name, 'îéÉï', 'ieei')) FROM person`,
    [have, size],
  );
  await client.query(
    `INSERT INTO "Membership" ("organizationId", "accountId")
     SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(1 + pick(i, 'm', $2::int / 50)), 12, '0'))::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid
     FROM generate_series($1::int + 1, $2::int) i WHERE pick(i, 'n', 10) < 7`,
    [have, size],
  );
}
