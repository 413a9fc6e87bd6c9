// npm run bench -- references: how long 5,000 references take from being brought to standing in the list of a summary, in each format.
import { randomUUID } from "node:crypto";

import { runMigrations } from "graphile-worker";

import { startWorker } from "~/jobs/worker.server";
import type { Actor } from "~/features/accounts/actor";
import { getImport } from "~/features/evidence/import-queries.server";
import { acceptImport, bringReferences, textOf } from "~/features/evidence/imports.server";
import { getReferences } from "~/features/evidence/reference-queries.server";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { draftContribution } from "~/features/publishing/contribution.server";
import { speakBothLanguages } from "~/i18n/both-languages.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db, disconnect } from "~/platform/db.server";
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";
import { newFolder, removeFolder } from "#tests/support/portal-process";

import { printTable } from "./table";

const COUNT = 5_000;
const TARGET_MS = 20_000;
const LOOK_EVERY_MS = 250;

/** Prints how long each part takes, and how often the page would have shown another number. */
export async function benchReferences() {
  speakBothLanguages();
  const folder = newFolder();
  const database = await startEmbeddedDatabase(folder, []);
  try {
    await migrate(database.url);
    await runMigrations({ connectionString: database.url });
    setEmbeddedDatabase(database.url);
    const { stop } = await startWorker();
    const actor = await researcher();
    const table = [["format", "MB", "brought", "read and styled", "taken over", "in all", "progress seen", "target"]];
    for (const format of ["bibtex", "ris"] as const) table.push(await measure(actor, format));
    printTable(table);
    await stop();
  } finally {
    await disconnect();
    await database.stop();
    removeFolder(folder);
  }
}

async function measure(actor: Actor, format: "bibtex" | "ris"): Promise<string[]> {
  const slug = await draftContribution(summaryKind, actor, "en", {
    id: randomUUID(),
    title: `Five thousand references in ${format}`,
    organization: actor.organizations[0]?.id ?? "",
  });
  const file = Buffer.from(Array.from({ length: COUNT }, (_, index) => (format === "bibtex" ? asBibtex(index) : asRis(index))).join("\n"));
  const id = randomUUID();
  const began = performance.now();
  await bringReferences(actor, "en", slug, { id, format: "auto", text: textOf(file, "") });
  const brought = performance.now();

  const seen = new Set<number>();
  let page = await getImport(actor, "en", slug, id, 1);
  for (; page.state === "WAITING" || page.state === "READING"; page = await getImport(actor, "en", slug, id, 1)) {
    seen.add(page.done);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const read = performance.now();
  const entries = page.preview?.entries ?? [];
  const proposed = entries.filter(({ isProposed }) => isProposed).map(({ index }) => index);
  const { taken } = await acceptImport(actor, "en", slug, id, { page: 1, chosen: proposed, proposed, elsewhere: COUNT - proposed.length });
  const over = performance.now();
  const { total } = await getReferences(actor, "en", slug);
  if (taken !== COUNT || total !== COUNT) throw new Error(`${taken} taken over, ${total} in the list`);

  const s = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const met = over - began <= TARGET_MS ? "met" : "MISSED";
  const target = `≤ ${TARGET_MS / 1000} s: ${met}`;
  const times = [brought - began, read - brought, over - read, over - began].map(s);
  return [format, (file.byteLength / 1e6).toFixed(1), ...times, `${seen.size} times`, target];
}

async function researcher(): Promise<Actor> {
  const organization = await db.organization.create({
    data: {
      kind: "network",
      status: "MEMBER",
      faces: { create: [{ language: "en", name: "Bench", slug: "bench" }] },
      slugs: { create: [{ language: "en", slug: "bench" }] },
    },
  });
  const account = await db.account.create({
    data: {
      name: "Rae",
      language: "en",
      email: "rae@example.org",
      passwordHash: "unusable",
      roles: { create: [{ role: "RESEARCHER" }] },
      memberships: { create: [{ organizationId: organization.id, isSteward: false }] },
    },
  });
  return {
    id: account.id,
    name: account.name,
    language: "en",
    roles: ["RESEARCHER"],
    timeZone: account.timeZone,
    organizations: [{ id: organization.id, isSteward: false }],
    isSilenced: false,
    owesSecondFactor: false,
    owesConsent: false,
  };
}

const titleOf = (n: number) =>
  `Social prescribing and study number ${n}: a mixed-methods evaluation of {Link} workers in Canadian communities`;

const asBibtex = (n: number) => `@article{author${n},
  author = {van der Berg${n}, Ann{\\'e} M. and O'Neill, Se{\\'a}n and Tremblay, Fran{\\c c}ois and {World Health Organization}},
  title = {${titleOf(n)}},
  journal = {Health \\& Social Care in the Community},
  year = {${1990 + (n % 35)}}, volume = {${1 + (n % 60)}}, number = {${1 + (n % 12)}}, pages = {${n}--${n + 12}},
  doi = {10.1000/bench.${n}},
  abstract = {${"Background, methods, results and what they mean for practice. ".repeat(8)}}
}
`;

const asRis = (n: number) => `TY  - JOUR
AU  - van der Berg${n}, Anné M.
AU  - O'Neill, Seán
AU  - Tremblay, François
TI  - ${titleOf(n)}
T2  - Health & Social Care in the Community
PY  - ${1990 + (n % 35)}
VL  - ${1 + (n % 60)}
SP  - ${n}
EP  - ${n + 12}
DO  - 10.1000/bench.${n}
AB  - ${"Background, methods, results and what they mean for practice. ".repeat(8)}
ER  - 
`;
