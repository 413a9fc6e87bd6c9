import { afterAll, beforeAll, expect, test } from "vitest";

import { disconnect } from "~/platform/db.server";
import { newFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal-process";

import { ask } from "./ask";
import { type Cell, dataIn, nameOf, oddFormsIn, pagesIn, routes } from "./cells";
import { decisions } from "./decisions";
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

test("every address of the map is decided, and nothing else is", () => {
  expect(Object.keys(decisions).sort()).toEqual([...new Set(routes.map(nameOf))].sort());
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
  const left = [...cells];
  const work = async () => {
    for (let cell = left.shift(); cell; cell = left.shift()) {
      const { method, path, who, what, wanted, form, isLast } = cell;
      const session = (isLast ? world.spareSessions : world.sessions).get(who);
      const answer = await ask(portal.url, method, path, session, typeof form === "function" ? form(who) : form);
      if (!wanted.split("|").includes(answer)) differences.push(`${method} ${path} ${what} as ${who}: ${answer} instead of ${wanted}`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  process.stdout.write(`${cells.length} cells (${kind}), ${differences.length} differences\n`);
  return differences.sort();
}
