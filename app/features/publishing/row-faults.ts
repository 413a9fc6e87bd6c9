/** A reason that names the row: "Row 2: …". */
export const inRow = (row: number, reason: string): string => `publishing.error.row:${row} ${reason}`;

/** The faults of a field by the row that they name (0: none), without its name. */
export function byRow(reasons: string[] = []): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const reason of reasons) {
    const [, row = "0", rest = reason] = /^publishing\.error\.row:(\d+) (.+)$/.exec(reason) ?? [];
    found.set(Number(row), [...(found.get(Number(row)) ?? []), rest]);
  }
  return found;
}
