import type { Own } from "~/features/publishing/own-fields";

import { type Evidence, evidenceOf } from "./evidence";

/** What one language of a summary says otherwise than the other, beyond its words. */
export type Difference =
  | { name: "evidenceUpTo"; ours: string; theirs: string }
  /** Keys of findings that only one of them has. */
  | { name: "findings"; ours: string[]; theirs: string[] }
  /** Places among our findings whose ratings have other levels there. */
  | { name: "ratings"; rows: number[] };

/** In what the two languages of a summary differ though both should say the same. */
export function differencesBetween(own: Own | undefined, other: Own | undefined): Difference[] {
  const [ours, theirs] = [evidenceOf(own), evidenceOf(other)];
  const differences: Difference[] = [];
  if (ours.evidenceUpTo !== theirs.evidenceUpTo)
    differences.push({ name: "evidenceUpTo", ours: ours.evidenceUpTo, theirs: theirs.evidenceUpTo });

  const [here, there] = [keysOf(ours), keysOf(theirs)];
  const onlyHere = here.filter((key) => !there.includes(key));
  const onlyThere = there.filter((key) => !here.includes(key));
  if (onlyHere.length + onlyThere.length > 0) differences.push({ name: "findings", ours: onlyHere, theirs: onlyThere });

  const rows = ours.findings.flatMap(({ key }, index) =>
    there.includes(key) && levelsOf(ours, key) !== levelsOf(theirs, key) ? [index + 1] : [],
  );
  if (rows.length > 0) differences.push({ name: "ratings", rows });
  return differences;
}

const keysOf = ({ findings }: Evidence) => findings.map(({ key }) => key);

const levelsOf = ({ findings }: Evidence, key: string): string =>
  findings
    .filter((finding) => finding.key === key)
    .flatMap(({ ratings }) => ratings.map(({ level }) => level))
    .sort()
    .join(" ");
