import { randomUUID } from "node:crypto";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { changeOf, flagSections } from "~/features/claims/flagging.server";
import { db } from "~/platform/db.server";
import { publishedSummary } from "#tests/support/claims";
import { type Planted, plant } from "#tests/support/lineages";
import { organization, person } from "#tests/support/world";

const sections = ["a", "b", "c"] as const;
const kinds = ["KEPT", "CHANGED", "DROPPED", "ADDED"] as const;

/** A guide of a random graph: its parent by its place, which sections rest on the summary, what it did with those of its parent. */
type Node = { parent: number | null; claims: string[]; kinds: (typeof kinds)[number][] };

/** Roots and up to three levels of editions of them. */
const graphs = fc
  .array(
    fc.record({
      parent: fc.option(fc.nat(11), { nil: null }),
      claims: fc.subarray([...sections]),
      kinds: fc.array(fc.constantFrom(...kinds), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((nodes): Node[] => {
    const depth: number[] = [];
    return nodes.map((node, index) => {
      const parent = node.parent === null || index === 0 ? null : node.parent % index;
      const level = parent === null ? 0 : (depth[parent] ?? 0) + 1;
      depth.push(level > 3 ? 0 : level);
      return { ...node, parent: level > 3 ? null : parent };
    });
  });

/** The model: what rests on the summary, and what an edition kept or changed of it, until nothing is added. */
function reachable(nodes: Node[]): Set<string> {
  const found = new Set(nodes.flatMap(({ claims }, index) => claims.map((section) => `${index} ${section}`)));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [index, node] of nodes.entries())
      for (const [at, section] of sections.entries())
        if (node.parent !== null && ["KEPT", "CHANGED"].includes(node.kinds[at] ?? "") && found.has(`${node.parent} ${section}`))
          found.add(`${index} ${section}`);
  }
  return found;
}

async function world() {
  const riverside = await organization();
  const researcher = await person("Zoé", { roles: ["RESEARCHER"], organizations: [riverside] });
  return { organizationId: riverside.id, ...(await publishedSummary(researcher)) };
}

describe("the sections that are flagged", () => {
  test("are those that can be reached, in graphs with three levels of adaptation, each once", async () => {
    const { organizationId, id: summaryId, version: versionId } = await world();
    await fc.assert(
      fc.asyncProperty(graphs, async (nodes) => {
        const ids: string[] = nodes.map(() => randomUUID());
        const rootOf = (index: number): string => {
          const parent = nodes[index]?.parent ?? null;
          return parent === null ? (ids[index] ?? "") : rootOf(parent);
        };
        await plant(
          nodes.map(
            (node, index): Planted => ({
              id: ids[index] ?? "",
              organizationId,
              parentId: node.parent === null ? null : (ids[node.parent] ?? ""),
              rootId: rootOf(index),
              claims: node.claims.map((section) => ({ section, summaryId, versionId })),
              changes: sections.map((section, at) => ({ section, kind: node.kinds[at] ?? "KEPT" })),
            }),
          ),
        );
        const causeId = randomUUID();
        const flag = () =>
          db.$transaction((tx) =>
            flagSections(tx, changeOf({ summaryId, cause: "WITHDRAWN", causeId }), { at: new Date(), isUrgent: false }),
          );
        await flag();
        expect(await flag()).toEqual([]);

        const flagged = await db.evidenceNotice.findMany({
          where: { contributionId: { in: ids } },
          select: { contributionId: true, section: true },
        });
        const told = flagged.map(({ contributionId, section }) => `${ids.indexOf(contributionId)} ${section}`);
        expect(told.toSorted()).toEqual([...reachable(nodes)].toSorted());
      }),
      { numRuns: Number(process.env.FLAGGING_RUNS ?? 60) },
    );
  }, 120_000);

  test("are those of editions of editions that kept or changed them, not of those that dropped them or added their own", async () => {
    const { organizationId, id: summaryId, version: versionId } = await world();
    const [root, kept, dropped, changed, below, own] = Array.from({ length: 6 }, () => randomUUID()) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const at = { organizationId, rootId: root, claims: [] };
    await plant([
      { ...at, id: root, parentId: null, claims: [{ section: "a", summaryId, versionId }], changes: [] },
      { ...at, id: kept, parentId: root, changes: [{ section: "a", kind: "KEPT" }] },
      { ...at, id: dropped, parentId: root, changes: [{ section: "a", kind: "DROPPED" }] },
      { ...at, id: changed, parentId: kept, changes: [{ section: "a", kind: "CHANGED" }] },
      { ...at, id: below, parentId: dropped, changes: [{ section: "a", kind: "KEPT" }] },
      { ...at, id: own, parentId: root, changes: [{ section: "a", kind: "ADDED" }] },
    ]);
    const flagged = await db.$transaction((tx) =>
      flagSections(tx, changeOf({ summaryId, cause: "WITHDRAWN", causeId: summaryId }), {
        at: new Date("2026-03-01T12:00:00Z"),
        isUrgent: false,
      }),
    );
    expect(flagged.toSorted()).toEqual([root, kept, changed].toSorted());
    expect((await db.evidenceNotice.findFirstOrThrow()).dueOn).toEqual(new Date("2026-03-31"));
  });

  test("are not those of a guide that is out of use, but those of its editions", async () => {
    const { organizationId, id: summaryId, version: versionId } = await world();
    const [root, edition] = [randomUUID(), randomUUID()];
    await plant([
      { organizationId, id: root, rootId: root, parentId: null, claims: [{ section: "a", summaryId, versionId }], changes: [] },
      { organizationId, id: edition, rootId: root, parentId: root, claims: [], changes: [{ section: "a", kind: "KEPT" }] },
    ]);
    await db.contribution.update({ where: { id: root }, data: { retiredAt: new Date() } });
    const change = changeOf({ summaryId, cause: "WITHDRAWN", causeId: summaryId });
    expect(await db.$transaction((tx) => flagSections(tx, change, { at: new Date(), isUrgent: true }))).toEqual([edition]);
  });
});
