import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { db, disconnect } from "~/platform/db.server";
import { newFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal-process";

import { ask } from "./ask";
import { type Cell, dataIn, nameOf, oddFormsIn, pagesIn, routes } from "./cells";
import { decisions } from "./decisions";
import { askers, canaryOf, layTraps, questionsTo, readWhole } from "./leaks";
import { buildWorld, type World } from "./world";

/*
 * Every address of the map × every method × everyone who may come, against what was decided of it. The decisions are written down from
 * the design, not drawn from the code. A new address without a decision fails the first of these tests.
 */

const SIDE_BY_SIDE = 16;
const WITHIN_MS = 900_000;

let portal: Portal;
let world: World;

beforeAll(async () => {
  const data = newFolder();
  portal = await startPortal({ PORTAL_DEMO: "0", REQUIRE_SECOND_FACTOR: "0" }, data);
  world = await buildWorld(data);
}, 300_000);

afterAll(async () => {
  await disconnect();
  await portal?.stop();
  if (portal) removeFolder(portal.data);
});

// Who a session belongs to is proven for a quarter of an hour, and all these questions take longer.
beforeEach(async () => {
  await db.session.updateMany({ data: { provenAt: new Date() } });
});

test("every address of the map is decided, and nothing else is", () => {
  expect(Object.keys(decisions).sort()).toEqual([...new Set(routes.map(nameOf))].sort());
});

test("what someone may not see of the forums stands in no answer to them: no page, data, header, file, or mail", {
  timeout: WITHIN_MS,
}, async () => {
  const traps = await layTraps(world);
  const questions = askers.flatMap((who) => questionsTo(world, traps, who));
  const leaks: string[] = [];
  let told = 0;
  await sideBySide(questions, async (question) => {
    const answer = await readWhole(portal.url, question, world.sessions.get(question.who));
    if (/canary/i.test(answer)) told += 1;
    const leak = canaryOf(question.who).exec(answer);
    if (leak) leaks.push(`${question.method} ${question.path} as ${question.who}: ${leak[0]}`);
  });
  process.stdout.write(`${questions.length} answers read, ${leaks.length} leaks\n`);

  expect(told).toBeGreaterThan(100); // the open thread, and what each may see, is told
  expect(leaks.sort()).toEqual([]);
  const mails = await db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker._private_jobs WHERE payload::text ILIKE '%canary%'`;
  expect(mails).toEqual([]);
});

test("everyone is answered at every address and by every method as it is decided", { timeout: WITHIN_MS }, async () => {
  expect(await differencesIn(pagesIn(world), "pages")).toEqual([]);
});

test("whoever asks for the data of a page alone is answered like for the page", { timeout: WITHIN_MS }, async () => {
  expect(await differencesIn(dataIn(world), "data")).toEqual([]);
});

test("no other form of an address opens more than the address itself", { timeout: WITHIN_MS }, async () => {
  expect(await differencesIn(oddFormsIn(world), "odd forms")).toEqual([]);
});

test("nothing that was asked for was a fault of the portal", () => {
  const faults = portal.log().split("\n");

  expect(faults.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
});

/** Asks for all of them, some side by side, and gives those that were answered otherwise. */
async function differencesIn(cells: Cell[], kind: string): Promise<string[]> {
  const differences: string[] = [];
  await sideBySide(cells, async ({ method, path, who, what, wanted, form, isLast }) => {
    const session = (isLast ? world.spareSessions : world.sessions).get(who);
    const answer = await ask(portal.url, method, path, session, typeof form === "function" ? form(who) : form);
    if (!wanted.split("|").includes(answer)) differences.push(`${method} ${path} ${what} as ${who}: ${answer} instead of ${wanted}`);
  });
  process.stdout.write(`${cells.length} cells (${kind}), ${differences.length} differences\n`);
  return differences.sort();
}

async function sideBySide<Each>(all: Each[], work: (one: Each) => Promise<void>) {
  const left = [...all];
  const hand = async () => {
    for (let one = left.shift(); one; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, hand));
}
