// npm run content:export [-- folder]: writes the public guides and summaries, their organizations, the vocabularies and the terminology to a content folder.
import { exportContent } from "~/features/library/exported.server";

import { openMigratedDatabase } from "./migrated-database.server";

const folder = process.argv[2] ?? "content";
const database = await openMigratedDatabase();
try {
  const { terms, pairs, organizations, guides, summaries } = await exportContent(folder, (place) =>
    process.stdout.write(`writing ${place}\n`),
  );
  process.stdout.write(
    `${guides} guides, ${summaries} evidence summaries, ${organizations} organizations, ${terms} terms and ${pairs} pairs of terms are in ${folder}.\n`,
  );
} finally {
  await database.close();
}
