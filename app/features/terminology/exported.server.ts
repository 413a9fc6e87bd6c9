import { db } from "~/platform/db.server";
import { slugOf } from "~/platform/slug";

import { limits } from "./limits";

/** The pairs of terms as content has them, by their key. One that began in the portal goes by its English words. */
export async function exportPairs() {
  const pairs = await db.termPair.findMany({ orderBy: { id: "asc" }, take: limits.pairs, omit: { id: true, changedAt: true } });
  const taken = new Set(pairs.flatMap(({ contentKey }) => contentKey ?? []));
  const keyed = pairs.map(({ contentKey, ...pair }) => ({ key: contentKey ?? freeKey(pair.en), ...pair }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1));

  function freeKey(en: string): string {
    const wanted = slugOf(en) || "term";
    let key = wanted;
    for (let count = 2; taken.has(key); count += 1) key = `${wanted}-${count}`;
    taken.add(key);
    return key;
  }
}
