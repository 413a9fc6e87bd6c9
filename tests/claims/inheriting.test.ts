import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { changeOf, flagSections } from "~/features/claims/flagging.server";
import { inheritNotices } from "~/features/claims/inheriting.server";
import { clearNotices } from "~/features/claims/review.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { db } from "~/platform/db.server";
import { claimRows, publishedSummary } from "#tests/support/claims";
import { edition } from "#tests/support/editions";
import { type Planted, plant } from "#tests/support/lineages";
import { faceAt, guide, organization, person } from "#tests/support/world";

const today = (days = 0) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A guide of which both sections rest on a summary, and someone who adapts it. */
async function world() {
  const riverside = await organization();
  const author = await person("Amélie", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const researcher = await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] });
  const summary = await publishedSummary(researcher);
  const claims = claimRows(
    { Section: "purpose", Stance: "SUPPORTS", Version: summary.version },
    { Section: "steps", Stance: "MIXED", Version: summary.version },
  );
  const made = await guide({ by: author, state: "PUBLISHED", fields: { own: claims } });
  const hillside = await organization("Hillside");
  const paul = await person("Paul", { roles: ["PRACTITIONER"], organizations: [hillside] });
  await person("Stella", { organizations: [hillside], steward: true });
  const { slug } = await db.face.findFirstOrThrow({ where: { contributionId: made.id, language: "en" } });
  return { author, paul, summary, id: made.id, slug };
}

type Flag = { summaryId: string; causeId?: string; at?: Date; isUrgent?: boolean };

const flag = ({ summaryId, causeId = summaryId, at = new Date(), isUrgent = false }: Flag) =>
  db.$transaction((tx) => flagSections(tx, changeOf({ summaryId, cause: "WITHDRAWN", causeId }), { at, isUrgent }));

const noticesOf = (contributionId: string) =>
  db.evidenceNotice.findMany({
    where: { contributionId },
    orderBy: { section: "asc" },
    select: { section: true, cause: true, at: true, dueOn: true, clearedAt: true },
  });

const idOf = async (slug: string) => (await faceAt(slug)).contributionId;

describe("an edition that begins after the evidence has changed", () => {
  test("has the notices of its parent that are open, with time of its own, and who answers for it is told, once", async () => {
    const { paul, summary, slug } = await world();
    const long = new Date(Date.now() - 90 * 86_400_000);
    await flag({ summaryId: summary.id, at: long });
    const id = await idOf(await edition(paul, slug));

    const open = { cause: "WITHDRAWN", at: long, dueOn: new Date(today(30)), clearedAt: null };
    expect(await noticesOf(id)).toEqual([
      { section: "purpose", ...open },
      { section: "steps", ...open },
    ]);
    const told = await db.notification.findMany({ where: { kind: "evidence_changed", subjectId: id }, include: { account: true } });
    expect(told.map(({ account, count }) => `${account.name} ${count}`).toSorted()).toEqual(["Paul 1", "Stella 1"]);

    await db.$transaction((tx) => inheritNotices(tx, id));
    expect(await noticesOf(id)).toHaveLength(2);
    expect(await flag({ summaryId: summary.id })).toEqual([]);
  });

  test("has a week after a retraction", async () => {
    const { paul, summary, slug, id: parent } = await world();
    const retraction = {
      contributionId: parent,
      section: "steps",
      summaryId: summary.id,
      cause: "RETRACTION" as const,
      causeId: randomUUID(),
    };
    await db.evidenceNotice.create({ data: { ...retraction, dueOn: new Date(today(-60)) } });
    expect(await noticesOf(await idOf(await edition(paul, slug)))).toMatchObject([{ section: "steps", dueOn: new Date(today(7)) }]);
  });

  test("has none that its parent has cleared, and nobody is told; and what it clears is open with its parent", async () => {
    const { author, paul, summary, slug, id: parent } = await world();
    await flag({ summaryId: summary.id });
    const [first] = await db.evidenceNotice.findMany({ where: { contributionId: parent }, orderBy: { section: "asc" } });
    await clearNotices(practiceKind, author, "en", slug, { notice: [first?.id ?? ""], outcome: "STANDS", note: "We read it again." });
    const own = await edition(paul, slug);
    const id = await idOf(own);
    expect(await noticesOf(id)).toMatchObject([{ section: "steps", clearedAt: null }]);

    const [notice] = await db.evidenceNotice.findMany({ where: { contributionId: id } });
    await clearNotices(practiceKind, paul, "en", own, { notice: [notice?.id ?? ""], outcome: "STANDS", note: "So did we." });
    expect((await noticesOf(parent)).map(({ section, clearedAt }) => [section, clearedAt === null])).toEqual([
      ["purpose", false],
      ["steps", true],
    ]);

    const second = await db.evidenceNotice.findFirstOrThrow({ where: { contributionId: parent, clearedAt: null } });
    await clearNotices(practiceKind, author, "en", slug, { notice: [second.id], outcome: "STANDS", note: "And again." });
    const later = await idOf(await edition(paul, slug, { title: "Another one of ours" }));
    expect(await noticesOf(later)).toEqual([]);
    expect(await db.notification.count({ where: { kind: "evidence_changed", subjectId: later } })).toBe(0);
  });

  test("has none of a section that it did not take over", async () => {
    const { paul, summary, slug } = await world();
    const own = await edition(paul, slug);
    const { id: faceId, contributionId } = await faceAt(own);
    await flag({ summaryId: summary.id });
    await db.evidenceNotice.deleteMany({ where: { contributionId } });
    await db.sectionChange.update({ where: { faceId_section: { faceId, section: "purpose" } }, data: { kind: "DROPPED" } });
    await db.$transaction((tx) => inheritNotices(tx, contributionId));
    expect(await noticesOf(contributionId)).toMatchObject([{ section: "steps" }]);
  });

  test("while the change is being noted has the notice nevertheless", async () => {
    const { paul, summary, slug, id: parent } = await world();
    // The parent is held as by someone who adapts it; the change is noted meanwhile, and waits.
    let begun: Promise<unknown> = Promise.resolve();
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Contribution" WHERE id = ${parent}::uuid FOR UPDATE`;
      begun = flag({ summaryId: summary.id });
      await until(async () => (await waiting(tx)) > 0);
      const id = randomUUID();
      const face = randomUUID();
      const { organizationId } = await tx.contribution.findUniqueOrThrow({ where: { id: parent } });
      const version = await tx.version.findFirstOrThrow({ where: { face: { contributionId: parent } } });
      await tx.contribution.create({ data: { id, kind: "PRACTICE", organizationId, sourceLanguage: "en", licence: "CC-BY-4.0" } });
      await tx.face.create({ data: { id: face, contributionId: id, language: "en", slug: id, title: "Meanwhile", summary: "" } });
      await tx.edition.create({ data: { contributionId: id, parentId: parent, rootId: parent } });
      await tx.pin.create({ data: { faceId: face, versionId: version.id } });
      await tx.sectionChange.create({ data: { faceId: face, section: "steps", position: 0, kind: "KEPT", heading: "Steps" } });
      await inheritNotices(tx, id);
      expect(await tx.evidenceNotice.count({ where: { contributionId: id } })).toBe(0);
    });
    await begun;
    const meanwhile = await db.face.findFirstOrThrow({ where: { title: "Meanwhile" } });
    expect(await noticesOf(meanwhile.contributionId)).toMatchObject([{ section: "steps" }]);
    expect(await noticesOf(await idOf(await edition(paul, slug)))).toHaveLength(2);
  });
});

const waiting = async (tx: Pick<typeof db, "$queryRaw">) =>
  (
    await tx.$queryRaw<
      unknown[]
    >`SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()`
  ).length;

async function until(isSo: () => Promise<boolean>) {
  for (let times = 0; times < 200 && !(await isSo()); times++) await new Promise((resolve) => setTimeout(resolve, 10));
}

const sections = ["a", "b", "c"] as const;
const kinds = ["KEPT", "CHANGED", "DROPPED", "ADDED"] as const;

/** A guide of a random graph: its parent by its place, what rests on the summary, what it did with its parent's sections. */
type Node = { parent: number | null; claims: string[]; kinds: (typeof kinds)[number][] };

const graphs = fc
  .array(
    fc.record({
      parent: fc.option(fc.nat(11), { nil: null, freq: 4 }),
      claims: fc.subarray([...sections]),
      kinds: fc.array(fc.constantFrom(...kinds), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 10 },
  )
  .map((nodes) =>
    nodes.map((node, index): Node => ({ ...node, parent: node.parent === null || index === 0 ? null : node.parent % index })),
  );

/** The model: what rests on the summary, and what an edition kept or changed of it. Parents stand before their editions. */
function reachable(nodes: Node[], fromLate: number): string[] {
  const found = new Set<string>();
  for (const [index, node] of nodes.entries())
    for (const [at, section] of sections.entries()) {
      const isTaken = node.parent !== null && ["KEPT", "CHANGED"].includes(node.kinds[at] ?? "") && found.has(`${node.parent} ${section}`);
      // Of those that begin afterwards, what they rest on of their own has not changed since.
      if (isTaken || (index < fromLate && node.claims.includes(section))) found.add(`${index} ${section}`);
    }
  return [...found].toSorted();
}

test("the sections that are flagged are those that can be reached, whenever editions began", async () => {
  const { id: organizationId } = await organization();
  const researcher = await person("Zoé", { roles: ["RESEARCHER"], organizations: [{ id: organizationId }] });
  const { id: summaryId, version: versionId } = await publishedSummary(researcher);
  await fc.assert(
    fc.asyncProperty(graphs, fc.nat(10), async (nodes, moment) => {
      const ids: string[] = nodes.map(() => randomUUID());
      const late = Math.min(moment, nodes.length);
      const planted = nodes.map(
        (node, index): Planted => ({
          id: ids[index] ?? "",
          organizationId,
          parentId: node.parent === null ? null : (ids[node.parent] ?? ""),
          rootId: ids[0] ?? "",
          claims: index < late ? node.claims.map((section) => ({ section, summaryId, versionId })) : [],
          changes: sections.map((section, at) => ({ section, kind: node.kinds[at] ?? "KEPT" })),
        }),
      );
      const causeId = randomUUID();
      await plant(planted.slice(0, late));
      await flag({ summaryId, causeId });
      for (const one of planted.slice(late)) {
        // A parent's version is only known where both are planted at once.
        const pinned = one.parentId === null ? null : await db.version.findFirst({ where: { face: { contributionId: one.parentId } } });
        await plant([{ ...one, parentId: null, changes: [] }]);
        if (one.parentId !== null && pinned) {
          const { id: faceId } = await db.face.findFirstOrThrow({ where: { contributionId: one.id } });
          await db.edition.create({ data: { contributionId: one.id, parentId: one.parentId, rootId: one.rootId } });
          await db.pin.create({ data: { faceId, versionId: pinned.id } });
          await db.sectionChange.createMany({
            data: one.changes.map((change, position) => ({ ...change, faceId, position, heading: "" })),
          });
        }
        await db.$transaction((tx) => inheritNotices(tx, one.id));
      }

      const flagged = await db.evidenceNotice.findMany({
        where: { contributionId: { in: ids } },
        select: { contributionId: true, section: true },
      });
      const told = flagged.map(({ contributionId, section }) => `${ids.indexOf(contributionId)} ${section}`);
      expect(told.toSorted()).toEqual(reachable(nodes, late));
    }),
    { numRuns: Number(process.env.FLAGGING_RUNS ?? 40) },
  );
}, 120_000);
