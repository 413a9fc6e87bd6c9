// npm run bench -- lineage: how long the portal asks for the line of a guide of which 500 editions were made, three levels deep, and for a guide in the middle of
// it; and how long it takes to tell 5,000 adapters of a new version.
import { randomUUID } from "node:crypto";

import { runMigrations } from "graphile-worker";

import { findEvent } from "~/features/activity/queries.server";
import { getTree } from "~/features/lineage/tree.server";
import { tellAdapters } from "~/features/lineage/upstream-news.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { speakBothLanguages } from "~/i18n/both-languages.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db, disconnect } from "~/platform/db.server";
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";
import { type Planted, plant } from "#tests/support/lineages";
import { newFolder, removeFolder } from "#tests/support/portal-process";

import { printTable } from "./table";

const EDITIONS = 500;
const ADAPTERS = 5_000;
const SECTIONS = ["purpose", "steps", "evidence", "equity"];
const TIMES = 20;
const PAGE_MS = 50;
const JOB_MS = 5_000;

/** Prints the middle of some tries, beside what is aimed at. */
export async function benchLineage() {
  speakBothLanguages();
  const folder = newFolder();
  const database = await startEmbeddedDatabase(folder, []);
  try {
    await migrate(database.url);
    await runMigrations({ connectionString: database.url });
    setEmbeddedDatabase(database.url);
    const organizationId = await organization("first");
    const line = ids(EDITIONS + 1);
    await plant(line.map((id, index) => planted(id, line, index, organizationId)));
    const wide = ids(ADAPTERS + 1);
    await plant(wide.map((id, index) => planted(id, wide, Math.min(index, 1), organizationId)));
    await db.$executeRaw`ANALYZE`;

    const tree = await middle(() => getTree(practiceKind, null, "en", `guide-${line[0]}`));
    const page = await middle(() => getPractice(null, "en", `guide-${line[EDITIONS]}`));
    const eventId = await newVersion(wide[0] ?? "");
    const job = await timed(async () => {
      const event = await findEvent(eventId);
      if (event) await tellAdapters(event);
    });
    printTable([
      ["what", "took", "target"],
      [`the line of a guide with ${EDITIONS} editions`, `${tree.toFixed(1)} ms`, `${PAGE_MS} ms`],
      ["an edition in it", `${page.toFixed(1)} ms`, `${PAGE_MS} ms`],
      [`telling of a new version with ${ADAPTERS} editions`, `${job.toFixed(0)} ms`, `${JOB_MS} ms`],
    ]);
    if (tree > PAGE_MS || page > PAGE_MS || job > JOB_MS) process.exitCode = 1;
  } finally {
    await disconnect();
    await database.stop();
    removeFolder(folder);
  }
}

const ids = (count: number): string[] => Array.from({ length: count }, () => randomUUID());

/** Up to twenty editions of each, so that the line is three levels deep. */
const planted = (id: string, all: string[], index: number, organizationId: string): Planted => ({
  id,
  organizationId,
  parentId: index === 0 ? null : (all[Math.floor((index - 1) / 20)] ?? null),
  rootId: all[0] ?? "",
  claims: [],
  changes: SECTIONS.map((section, at) => ({ section, kind: at === index % SECTIONS.length ? "CHANGED" : "KEPT" })),
});

async function organization(name: string): Promise<string> {
  const { id } = await db.organization.create({
    data: {
      kind: "community-organization",
      status: "MEMBER",
      faces: { create: (["en", "fr"] as const).map((language) => ({ language, name, slug: name })) },
    },
  });
  const steward = await db.account.create({ data: { name: "Steward", email: "steward@example.org", language: "en" } });
  await db.membership.create({ data: { organizationId: id, accountId: steward.id, isSteward: true } });
  return id;
}

/** A guide changes in a section that its editions kept. Gives the event. */
async function newVersion(contributionId: string): Promise<string> {
  const face = await db.face.findFirstOrThrow({ where: { contributionId }, include: { publishedRevision: true } });
  const { id: _, number, createdAt: __, ...text } = face.publishedRevision ?? { id: "", number: 0, createdAt: new Date() };
  const revision = await db.revision.create({
    data: { ...(text as object), faceId: face.id, number: number + 1, body: "## Purpose {#purpose}\n\nOther text.\n" } as never,
  });
  await db.version.create({ data: { faceId: face.id, number: 2, revisionId: revision.id } });
  await db.face.update({ where: { id: face.id }, data: { publishedRevisionId: revision.id, latestNumber: number + 1 } });
  const event = {
    name: "practice.approved",
    subjectType: "CONTRIBUTION",
    subjectId: contributionId,
    details: { language: "en" },
    isAudited: true,
  };
  return (await db.event.create({ data: event, select: { id: true } })).id;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function middle(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) times.push(await timed(work));
  return times.sort((a, b) => a - b)[TIMES / 2] ?? 0;
}
