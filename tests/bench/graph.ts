// npm run bench -- graph: how long the portal takes for the page that shows what is around a guide or a summary, asked and drawn, where two thousand guides,
// editions and summaries are tied to each other by eight thousand claims: in the middle of them, and where most hangs on one.
import { randomUUID } from "node:crypto";

import { createContext, createElement, useContext } from "react";
import { createRemixStub } from "@remix-run/testing";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { renderToStaticMarkup } from "react-dom/server";

import { GraphPage } from "~/features/graph/components/graph-page";
import { type Graph, getGuideGraph, getSummaryGraph } from "~/features/graph/queries.server";
import { speakBothLanguages } from "~/i18n/both-languages.server";
import { setEmbeddedDatabase } from "~/platform/database-url.server";
import { db, disconnect } from "~/platform/db.server";
import { startEmbeddedDatabase } from "~/platform/embedded-database.server";
import { migrate } from "~/platform/migrations.server";
import { type Planted, plant } from "#tests/support/lineages";
import { newFolder, removeFolder } from "#tests/support/portal-process";
import { statementsOf } from "#tests/support/statements";

import { fillSummaries } from "./evidence-world";
import { printTable } from "./table";

const SUMMARIES = 400;
const ROOTS = 800;
const EDITIONS = 800;
const CLAIMS = 10;
const TIMES = 20;
const PAGE_MS = 50;
const MOST_STATEMENTS = 3;
const STANCES = ["SUPPORTS", "MIXED", "CONTRADICTS"] as const;

type Summary = { summaryId: string; versionId: string };

/** Prints the middle of some tries, beside what is aimed at. */
export async function benchGraph() {
  speakBothLanguages();
  const folder = newFolder();
  const database = await startEmbeddedDatabase(folder, []);
  try {
    await migrate(database.url);
    await runMigrations({ connectionString: database.url });
    setEmbeddedDatabase(database.url);
    const { hub, middle, summary } = await fill(database.url);

    const rows = [["what", "took", "target", "statements", "target", "drawn"]];
    for (const [name, ask] of [
      ["a guide with 400 editions that rests on what all rest on", () => getGuideGraph(null, "en", hub)],
      ["an edition among the others", () => getGuideGraph(null, "en", middle)],
      ["a summary on which every guide rests", () => getSummaryGraph(null, "en", summary)],
    ] as const) {
      const { took, drawn } = await measure(ask);
      const statements = (await statementsOf(ask)).length;
      rows.push([name, `${took.toFixed(1)} ms`, `${PAGE_MS} ms`, String(statements), String(MOST_STATEMENTS), String(drawn)]);
      if (took > PAGE_MS || statements > MOST_STATEMENTS || drawn === 0) process.exitCode = 1;
    }
    printTable(rows);
  } finally {
    await disconnect();
    await database.stop();
    removeFolder(folder);
  }
}

/** Half of the editions are of the first guide, the others of any; every guide rests on the first summary, and on others besides. */
async function fill(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await fillSummaries(client, SUMMARIES);
  await client.query(
    `INSERT INTO "Version" (id, "faceId", number, "revisionId") SELECT gen_random_uuid(), f.id, 1, f.id FROM "Face" f ON CONFLICT DO NOTHING`,
  );
  const { rows: summaries } = await client.query<Summary>(
    `SELECT f."contributionId" AS "summaryId", v.id AS "versionId" FROM "Version" v JOIN "Face" f ON f.id = v."faceId"
      JOIN "Contribution" c ON c.id = f."contributionId" WHERE f.language = 'en' AND c.visibility = 'PUBLIC' ORDER BY f."contributionId"`,
  );
  const organizations = (await db.organization.findMany({ select: { id: true } })).map(({ id }) => id);
  const roots = Array.from({ length: ROOTS }, () => randomUUID() as string);
  const editions = Array.from({ length: EDITIONS }, (_, index) => ({
    id: randomUUID() as string,
    of: index % 2 === 0 ? 0 : (index * 7) % ROOTS,
  }));
  const common = (index: number): Pick<Planted, "organizationId" | "claims" | "changes"> => ({
    organizationId: organizations[index % organizations.length] ?? "",
    claims: Array.from({ length: CLAIMS / 2 }, (_, at) => ({
      ...(summaries[at === 0 ? 0 : (index * 31 + at * 97) % summaries.length] as Summary),
      section: "purpose",
      stance: STANCES[(index + at) % STANCES.length],
    })),
    changes: [],
  });
  await plant(roots.map((id, index) => ({ id, parentId: null, rootId: id, ...common(index) })));
  await plant(editions.map(({ id, of }, index) => ({ id, parentId: null, rootId: id, of, ...common(index + ROOTS) })));
  await db.edition.createMany({
    data: editions.map(({ id, of }) => ({ contributionId: id, parentId: roots[of] ?? "", rootId: roots[of] ?? "" })),
  });
  await client.query("VACUUM (ANALYZE)");
  const { rows } = await client.query<{ slug: string }>(`SELECT slug FROM "Face" WHERE "contributionId" = $1 LIMIT 1`, [
    summaries[0]?.summaryId,
  ]);
  await client.end();
  return { hub: `guide-${roots[0]}`, middle: `guide-${editions[101]?.id}`, summary: rows[0]?.slug ?? "" };
}

type Asked = Awaited<ReturnType<typeof getGuideGraph | typeof getSummaryGraph>>;

/** How long it takes to ask and to draw, in the middle of some tries, and how much is drawn. */
async function measure(ask: () => Promise<Asked>): Promise<{ took: number; drawn: number }> {
  const times: number[] = [];
  let drawn = 0;
  for (let time = 0; time <= TIMES; time++) {
    const began = performance.now();
    const page = await ask();
    if (page.outcome !== "page") throw new Error(page.outcome);
    drawn = draw(page.graph).match(/<a [^>]*class="graph-node/g)?.length ?? 0;
    times.push(performance.now() - began);
  }
  // The first try warms up.
  return { took: times.slice(1).sort((a, b) => a - b)[TIMES / 2] ?? 0, drawn };
}

const Drawn = createContext<Graph | null>(null);

function DrawnPage() {
  const graph = useContext(Drawn);
  return graph && createElement(GraphPage, { graph });
}

const Page = createRemixStub([{ path: "*", Component: DrawnPage }]);

function draw(graph: Graph): string {
  // The stub's router is made for browsers, and would say so at length each time.
  console.error = () => {};
  return renderToStaticMarkup(createElement(Drawn.Provider, { value: graph }, createElement(Page, { initialEntries: ["/en"] })));
}
