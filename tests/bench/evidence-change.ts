// npm run bench -- evidence-change: how long one job takes that flags 5,000 guides of which the evidence has changed, through three levels of
// adaptation, and tells their stewards, authors and followers; and how long it takes when there is nothing left to do.
import { randomUUID } from "node:crypto";

import { runMigrations } from "graphile-worker";

import { speakBothLanguages } from "~/i18n/both-languages.server";
import { fanOutJob } from "~/jobs/fan-out.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db, disconnect } from "~/platform/db.server";
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";
import { type Planted, plant } from "#tests/support/lineages";
import { newFolder, removeFolder } from "#tests/support/portal-process";

import { printTable } from "./table";

const DEPENDANTS = 5_000;
const ROOTS = 50;
const ORGANIZATIONS = 100;
const FOLLOWERS = 10_000;
const SECTIONS = ["purpose", "steps", "evidence", "equity"];
const TARGET_MS = 5_000;

/** Prints how long the job took, how many sections it flagged, and how many people it told. */
export async function benchEvidenceChange() {
  speakBothLanguages();
  const folder = newFolder();
  const database = await startEmbeddedDatabase(folder, []);
  try {
    await migrate(database.url);
    await runMigrations({ connectionString: database.url });
    setEmbeddedDatabase(database.url);
    const eventId = await world();
    const first = await timed(() => fanOutJob({ eventId }));
    const again = await timed(() => fanOutJob({ eventId }));
    const [guides, sections, told] = await Promise.all([
      db.evidenceNotice.findMany({ distinct: ["contributionId"], select: { contributionId: true } }),
      db.evidenceNotice.count(),
      db.notification.count({ where: { kind: "evidence_changed" } }),
    ]);
    printTable([
      ["guides", "sections", "people told", "one job", "the same again", "target"],
      [String(guides.length), String(sections), String(told), `${first.toFixed(0)} ms`, `${again.toFixed(0)} ms`, `${TARGET_MS} ms`],
    ]);
    if (guides.length !== DEPENDANTS || first > TARGET_MS) process.exitCode = 1;
  } finally {
    await disconnect();
    await database.stop();
    removeFolder(folder);
  }
}

/** A summary of which the certainty has changed, guides on it, three levels of their editions, and whoever is to be told. Gives the event. */
async function world(): Promise<string> {
  const organizationIds = await organizations();
  const made = await summary(organizationIds[0] ?? "");
  await plant(guides(organizationIds, made));
  await followers();
  if (process.argv.includes("analyzed")) await db.$executeRaw`ANALYZE`;
  const details = { language: "en", number: 2 };
  const event = { name: "summary.approved", subjectType: "CONTRIBUTION", subjectId: made.id, details, isAudited: true };
  return (await db.event.create({ data: event, select: { id: true } })).id;
}

/** A summary in two versions: the second one is less certain. The guides rest on the first. */
async function summary(organizationId: string): Promise<{ id: string; version: string }> {
  const [id, faceId, first, second, version] = Array.from({ length: 5 }, () => randomUUID()) as [string, string, string, string, string];
  const text = {
    title: "Walking and loneliness",
    summary: "A bottom line.",
    body: "",
    sources: "",
    html: "",
    sourcesHtml: "",
    sections: [],
    words: 0,
  };
  const rated = (level: string) => ({
    own: { findingKey: ["f1"], findingOutcome: ["Loneliness"], findingEffect: ["Less"], ratingFinding: ["f1"], ratingLevel: [level] },
  });
  const published = { kind: "SUMMARY", sourceLanguage: "en", licence: "CC-BY-4.0", publishedAt: new Date() } as const;
  await db.contribution.create({ data: { id, organizationId, ...published } });
  await db.face.create({
    data: { id: faceId, contributionId: id, language: "en", slug: "walking", title: text.title, summary: text.summary },
  });
  await db.revision.create({ data: { id: first, faceId, number: 1, renderer: 1, details: rated("MODERATE"), ...text } });
  await db.revision.create({ data: { id: second, faceId, number: 2, renderer: 1, details: rated("LOW"), ...text } });
  await db.version.create({ data: { id: version, faceId, number: 1, revisionId: first, publishedAt: new Date(Date.now() - 86_400_000) } });
  await db.version.create({ data: { faceId, number: 2, revisionId: second } });
  await db.face.update({ where: { id: faceId }, data: { publishedRevisionId: second, latestNumber: 2, state: "PUBLISHED" } });
  return { id, version };
}

/** Each with two stewards. */
async function organizations(): Promise<string[]> {
  const ids = Array.from({ length: ORGANIZATIONS }, () => randomUUID());
  await db.organization.createMany({ data: ids.map((id) => ({ id, kind: "charity", status: "MEMBER" as const, joinedAt: new Date() })) });
  const stewards = ids.flatMap((organizationId) => [1, 2].map(() => ({ accountId: randomUUID(), organizationId, isSteward: true })));
  await db.account.createMany({ data: stewards.map(({ accountId }) => account(accountId)) });
  await db.membership.createMany({ data: stewards });
  return ids;
}

function guides(organizationIds: string[], made: { id: string; version: string }): Planted[] {
  const all: Planted[] = [];
  const ofLevel: Planted[][] = [[], [], [], []];
  for (let index = 0; index < DEPENDANTS; index += 1) {
    const level = index < ROOTS ? 0 : 1 + (index % 3);
    const above = ofLevel[level - 1];
    const parent = (above?.length ? above[index % above.length] : all[index % ROOTS]) ?? null;
    const id = randomUUID();
    const guide: Planted = {
      id,
      organizationId: organizationIds[index % organizationIds.length] ?? "",
      parentId: level === 0 ? null : (parent?.id ?? null),
      rootId: level === 0 ? id : (parent?.rootId ?? id),
      claims: level === 0 ? SECTIONS.slice(0, 2).map((section) => ({ section, summaryId: made.id, versionId: made.version })) : [],
      changes:
        level === 0
          ? []
          : SECTIONS.map((section, at) => ({ section, kind: at === 0 ? "KEPT" : at === 1 && index % 4 === 0 ? "DROPPED" : "CHANGED" })),
    };
    all.push(guide);
    ofLevel[level]?.push(guide);
  }
  return all;
}

async function followers() {
  const guideIds = (await db.contribution.findMany({ where: { kind: "PRACTICE" }, select: { id: true } })).map(({ id }) => id);
  const accounts = Array.from({ length: 1_000 }, () => account(randomUUID()));
  await db.account.createMany({ data: accounts });
  await db.follow.createMany({
    data: Array.from({ length: FOLLOWERS }, (_, index) => ({
      accountId: accounts[index % accounts.length]?.id ?? "",
      subjectType: "CONTRIBUTION" as const,
      subjectId: guideIds[(index * 7) % guideIds.length] ?? "",
      level: "WATCHING" as const,
    })),
    skipDuplicates: true,
  });
}

const account = (id: string) => ({
  id,
  name: `Someone ${id.slice(0, 6)}`,
  language: "en" as const,
  email: `${id}@example.org`,
  passwordHash: "unusable",
});

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}
