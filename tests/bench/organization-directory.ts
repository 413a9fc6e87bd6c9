import type pg from "pg";

import { loader as directory } from "~/routes/organizations/index";
import { visit } from "#tests/support/request";

import type { Directory } from "./directories";

/** Organizations of a country: a third are members, half serve people in French; each says in a paragraph what it does. */
export const organizationDirectory: Directory = {
  name: "organizations",
  sizes: [200, 2_000],
  fill,
  questions: async () => ({
    all: ask(""),
    "province + French + population + kind + members": ask(
      "province=province-3&language=fr&population=population-2&kind=network&standing=member",
    ),
    "the beginning of a name": ask("q=centre"),
    "parts of a name + province": ask("q=commun+laval&province=province-3"),
    "words of what it does": ask("q=personnes+isol%C3%A9es"),
    "words + French + members": ask("q=jardin&language=fr&standing=member"),
    "words of which there are none": ask("q=zzzz"),
  }),
};

const ask = (query: string) => async () => (await directory(visit(null, `/fr/organismes?${query}`))).json();

/** Brings the table to this size. Everything is drawn from the number of the row, so that each run has the same organizations. */
async function fill(client: pg.Client, size: number) {
  await client.query(`
    DELETE FROM "Organization" WHERE id::text NOT LIKE '00000000-0000-7000-a000-%';
    INSERT INTO "Term" (id, kind, key, en, fr, position) SELECT gen_random_uuid(), kind::"TermKind", lower(kind) || '-' || i, kind || i, kind || i, i
      FROM unnest(ARRAY['POPULATION', 'PROVINCE']) kind, generate_series(1, 13) i ON CONFLICT DO NOTHING`);
  await client.query(
    `WITH made AS (SELECT i, ('00000000-0000-7000-a000-' || lpad(to_hex(i), 12, '0'))::uuid AS id FROM generate_series(1, $1::int) i),
     organization AS (INSERT INTO "Organization" (id, kind, status, province, city, languages, populations)
       SELECT id, (ARRAY['network', 'research', 'community-organization'])[1 + i % 3], (CASE WHEN i % 3 = 0 THEN 'MEMBER' ELSE 'LISTED' END)::"OrganizationStatus",
         CASE WHEN i % 14 > 0 THEN 'province-' || i % 14 END, (ARRAY['Laval', 'Gatineau', 'Moncton', 'Sudbury'])[1 + i % 4],
         array_remove(ARRAY['en', CASE WHEN i % 2 = 0 THEN 'fr' END, CASE WHEN i % 40 = 0 THEN 'iu' END], NULL), ARRAY['population-' || 1 + i % 12] FROM made
       ON CONFLICT DO NOTHING)
     INSERT INTO "OrganizationFace" ("organizationId", language, name, slug, about, regions)
     SELECT id, language::"Language", (ARRAY['Centre communautaire', 'Réseau d’entraide', 'Société de prescription sociale', 'Health Alliance'])[1 + i % 4] || ' ' || i,
       'o-' || i, repeat('Cet organisme accompagne les personnes aînées ou isolées vers un jardin, une marche ou un musée de la région. ', 5), 'Estrie et Montérégie'
     FROM made, unnest(ARRAY['en', 'fr']) language ON CONFLICT DO NOTHING`,
    [size],
  );
}
