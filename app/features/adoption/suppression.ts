/** How many there are: of those that are named, which everyone may count, and of those that are not. */
export type Count = { named: number; unnamed: number };

/** What is told of a count: that none is named, that some are, or of how many it is known that there are at least so many, in fives. */
export type Told = { kind: "none" } | { kind: "few" } | { kind: "atLeast"; number: number };

const STEP = 5;

const inSteps = (count: number) => Math.floor(count / STEP) * STEP;

/**
 * What may be told of a count: never a number under 5, and nothing by which those that are not named could be counted nearer than in fives: they enter
 * it only as so many whole fives, whatever else a list is narrowed to.
 */
export function toldOf({ named, unnamed }: Count): Told {
  const known = inSteps(named + inSteps(unnamed));
  if (known > 0) return { kind: "atLeast", number: known };
  return named > 0 ? { kind: "few" } : { kind: "none" };
}

/** The sum of several counts. */
export const sumOf = (counts: readonly Count[]): Count => ({
  named: counts.reduce((sum, { named }) => sum + named, 0),
  unnamed: counts.reduce((sum, { unnamed }) => sum + unnamed, 0),
});

/** How many people an adoption reaches, as far as it is told: a number under 5 could tell who they are. */
export const isTooFew = (people: number): boolean => people > 0 && people < STEP;
