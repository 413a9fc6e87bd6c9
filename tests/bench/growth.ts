import { statementsOf } from "#tests/support/statements";

import type { Question } from "./forum-questions";
import { printTable } from "./table";

const TIMES = 40;

/** What a page cost at one size. */
export type Cell = { statements: number; median: number; p95: number };

/** Asks for a page until it is warm, and then forty times more. */
export async function measure({ ask }: Question): Promise<Cell> {
  const { length: statements } = await statementsOf(ask);
  for (let time = 0; time < 10; time++) await ask();
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { statements, median: times[TIMES / 2] ?? 0, p95: times[Math.floor(TIMES * 0.95)] ?? 0 };
}

/** Prints what each page cost at each size, and by how much more than at the smallest. */
export function printGrowth(rows: Map<string, Cell[]>, sizes: number[]) {
  const head = ["page: median / p95 in ms (growth)", "statements", ...sizes.map((size) => size.toLocaleString("en"))];
  const line = ([name, cells]: [string, Cell[]]) => {
    const first = cells[0]?.median ?? 1;
    const shown = cells.map(({ median, p95 }) => `${median.toFixed(1)} / ${p95.toFixed(1)} (${(median / first).toFixed(2)}×)`);
    return [name, String(Math.max(...cells.map(({ statements }) => statements))), ...shown];
  };
  printTable([head, ...[...rows].map(line)]);
}
