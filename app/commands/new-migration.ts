// npm run db:new-migration -- <name>: writes the SQL from the last migration to prisma/schema.prisma into a new one.
import { mkdirSync, writeFileSync } from "node:fs";

import { openDatabase } from "./open-database.server";

const name = process.argv[2] ?? "";
if (!/^[a-z0-9-]+$/.test(name)) {
  process.stderr.write("A migration has a name of lower-case words with hyphens: npm run db:new-migration -- add-something\n");
  process.exit(1);
}

const { diffSchema } = await import("../../prisma/schema-diff");
const database = await openDatabase();
const sql = await diffSchema(database.directUrl);
await database.close();

if (/^-- This is an empty migration/.test(sql.trim())) {
  process.stdout.write("The migrations already lead to prisma/schema.prisma.\n");
  process.exit(0);
}
const folder = `prisma/migrations/${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name.replaceAll("-", "_")}`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/migration.sql`, sql);
process.stdout.write(`${folder}/migration.sql\n`);
process.exit(0);
