import { expect, test } from "vitest";

import { db } from "~/platform/db.server";

import { type Cast, gather, type Scene, scene } from "./machine/cast";
import { faultsOf } from "./machine/invariants";
import { attempt, expected, type Move, moves } from "./machine/moves";
import { keyOf, look, type State } from "./machine/state";

const SIDE_BY_SIDE = 4;

type Found = { faults: string[]; paths: number; refusals: number; states: Set<string> };

test.each([
  // Deep enough for a report that hides, a repair, a decision, an appeal and a ruling.
  ["a member", false, 5],
  ["a moderator", true, 4],
])(
  "whatever happens to a post of %s, nobody decides about their own, everyone is told, and what was decided is what is",
  async (_, isModerator, most) => {
    const found: Found = { faults: [], paths: 0, refusals: 0, states: new Set() };
    const cast = await gather();
    let layer: Move[][] = [[]];
    for (let depth = 0; depth <= most && layer.length > 0; depth++)
      layer = await sideBySide(layer, (path) => explore(cast, isModerator, path, found));

    process.stdout.write(
      `${found.paths} paths, ${found.refusals} refusals, ${found.states.size} states (author ${isModerator ? "moderates" : "is a member"})\n`,
    );
    expect([...new Set(found.faults)]).toEqual([]);
    expect(found.states.size).toBeGreaterThan(30);
  },
  300_000,
);

/** Goes a path anew, tries there whatever can be tried, and gives the paths that lead on. */
async function explore(cast: Cast, isModerator: boolean, path: Move[], found: Found): Promise<Move[][]> {
  const { here, state } = await walk(cast, isModerator, path, found);
  const key = keyOf(state);
  if (found.states.has(key)) return [];
  found.states.add(key);

  const there = moves.filter((move) => move.isThere(state));
  const refused = there.filter((move) => !expected(move, state, here));
  const taken = await Promise.all(refused.map((move) => attempt(move, state, here)));
  found.refusals += refused.length;
  for (const [index, move] of refused.entries()) if (taken[index]) found.faults.push(`${nameOf([...path, move])}: taken`);
  if (keyOf(await look(here)) !== key) found.faults.push(`${nameOf(path)}: what was refused has changed something`);

  return there.filter((move) => !refused.includes(move)).map((move) => [...path, move]);
}

async function walk(cast: Cast, isModerator: boolean, path: Move[], found: Found): Promise<{ here: Scene; state: State }> {
  const here = await scene(cast, isModerator);
  await db.rateLimit.deleteMany();
  let state = await look(here);
  for (const [index, move] of path.entries()) {
    const isTaken = await attempt(move, state, here);
    const next = await look(here);
    if (index === path.length - 1) {
      found.paths += 1;
      if (!isTaken) found.faults.push(`${nameOf(path)}: refused`);
      for (const fault of await faultsOf(state, next, here)) found.faults.push(`${nameOf(path)}: ${fault}`);
    }
    state = next;
  }
  return { here, state };
}

const nameOf = (path: Move[]) => path.map(({ name, who }) => `${who} ${name}`).join(", ");

async function sideBySide(paths: Move[][], work: (path: Move[]) => Promise<Move[][]>): Promise<Move[][]> {
  const left = [...paths];
  const next: Move[][] = [];
  const hand = async () => {
    for (let path = left.shift(); path; path = left.shift()) next.push(...(await work(path)));
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, hand));
  return next;
}
