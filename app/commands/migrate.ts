// npm run db:migrate: applies the migrations that the database does not have yet. The portal does the same at start.
import { migrate } from "~/platform/migrations.server";

import { openDatabase } from "./open-database.server";

const database = await openDatabase();
try {
  const applied = await migrate(database.directUrl);
  process.stdout.write(applied.length === 0 ? "Nothing to apply.\n" : `${applied.map((name) => `applied ${name}`).join("\n")}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}
