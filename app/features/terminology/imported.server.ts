import type { Transaction } from "~/platform/db.server";
import type { ContentPair } from "~/platform/content-terminology.server";

import { limits } from "./limits";

/**
 * Takes over the pairs of terms that ship with the portal, by their key: what a file says of one holds. One that began in the portal goes by
 * its words, and those that no file has stay. Gives faults where words are another pair's, or there are too many.
 */
export async function importPairs(tx: Transaction, wanted: readonly ContentPair[]) {
  const counts = { added: 0, changed: 0, same: 0 };
  const faults: string[] = [];
  const known = wanted.length > 0 ? await tx.termPair.findMany({ take: limits.pairs + 1 }) : [];
  const byKey = new Map(known.flatMap((pair) => (pair.contentKey === null ? [] : [[pair.contentKey, pair] as const])));
  const byWords = new Map(known.map((pair) => [bothOf(pair), pair]));

  for (const { key, at, ...columns } of wanted) {
    const sameWords = byWords.get(bothOf(columns));
    const pair = byKey.get(key) ?? (sameWords?.contentKey === null ? sameWords : undefined);
    if (sameWords && sameWords !== pair) {
      faults.push(`${at.file}:${at.line}: the pair ${bothOf(columns)} is there under another key`);
    } else if (pair && isSame(pair, columns)) {
      counts.same += 1;
    } else if (pair) {
      counts.changed += 1;
      byWords.delete(bothOf(pair));
      byWords.set(bothOf(columns), pair);
      await tx.termPair.update({ where: { id: pair.id }, data: { ...columns, changedAt: new Date() }, select: { id: true } });
    } else {
      counts.added += 1;
      await tx.termPair.create({ data: { ...columns, contentKey: key }, select: { id: true } });
      if (known.length + counts.added > limits.pairs) {
        faults.push(`${at.file}:${at.line}: there would be more than ${limits.pairs} pairs of terms in the portal`);
        break;
      }
    }
  }
  return { counts, faults };
}

type Columns = Omit<ContentPair, "key" | "at">;

const bothOf = ({ en, fr }: Pick<Columns, "en" | "fr">): string => `${en} – ${fr}`;

const isSame = (known: Columns, wanted: Columns): boolean =>
  (Object.keys(wanted) as (keyof Columns)[]).every((name) => JSON.stringify(known[name]) === JSON.stringify(wanted[name]));
