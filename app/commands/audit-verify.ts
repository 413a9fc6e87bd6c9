// npm run audit:verify [-- --head <number>:<hash>]: reckons the chain of the audit log anew. A head that was printed earlier proves that nothing was cut off.
import { type AuditFault, type ChainHead, verifyAudit } from "~/features/activity/audit.server";

import { openMigratedDatabase } from "./migrated-database.server";

const faults: Record<AuditFault, string> = {
  changed: "was changed after it was written",
  unlinked: "does not follow from the entry before it",
  missing: "is missing",
  cut: "and those behind it were cut off",
  other_head: "is not the entry of the head that was given",
  other_event: "says something else than the event that it stands for",
  no_entry: "is missing: it is that of the event",
};

const kept = keptHead(process.argv.slice(2));
const database = await openMigratedDatabase();
try {
  const verdict = await verifyAudit(kept);
  if (verdict.isSound) {
    const { entries, head } = verdict;
    process.stdout.write(`${entries} entries, head ${head ? `${head.number}:${head.hash}` : "none"}\n`);
  } else {
    process.stderr.write(`Entry ${verdict.number} of the audit log ${faults[verdict.fault]}${verdict.event ? ` ${verdict.event}` : ""}.\n`);
    process.exitCode = 1;
  }
} finally {
  await database.close();
}

function keptHead(words: string[]): ChainHead | null {
  if (words.length === 0) return null;
  const [, number, hash] = words.length === 2 && words[0] === "--head" ? (/^(\d{1,9}):([0-9a-f]{64})$/.exec(words[1] ?? "") ?? []) : [];
  if (number && hash) return { number: Number(number), hash };

  process.stderr.write("Name a head as it was printed earlier: npm run audit:verify -- --head <number>:<hash>\n");
  process.exit(1);
}
