// npm run content:import [-- --dry-run] [folder]: takes over content/. Imports nothing of a set with faults, and ends with 1.
import { importCategories } from "~/features/forums/imported.server";
import { importContent } from "~/features/library/imported.server";
import { speakBothLanguages } from "~/i18n/both-languages.server";

import { openMigratedDatabase } from "./migrated-database.server";

const dryRun = process.argv.includes("--dry-run");
const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? "content";

speakBothLanguages();
const database = await openMigratedDatabase();
try {
  const { faults, notes, counts } = await importContent(folder, {
    dryRun,
    importCategories,
    onProgress: (place) => say(`reading ${place}`),
  });
  for (const note of notes) say(`note: ${note}`);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) {
    process.stderr.write(`${faults.length} ${faults.length === 1 ? "fault" : "faults"}; nothing was imported.\n`);
    process.exitCode = 1;
  } else {
    for (const [what, { added, changed, same }] of Object.entries(counts))
      say(`${what}: ${added} new, ${changed} changed, ${same} unchanged`);
    say(dryRun ? "This was a dry run: nothing was changed." : "Imported.");
  }
} finally {
  await database.close();
}

function say(line: string) {
  process.stdout.write(`${line}\n`);
}
