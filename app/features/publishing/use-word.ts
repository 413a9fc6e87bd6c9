import type { ParseKeys } from "i18next";

import type { KindName } from "./kind-shape";
import { useKind } from "./use-kind";

/** The keys of which summaries have words of their own, under `ofSummary`; all others serve every kind. */
type Differing<Key = ParseKeys> = Key extends `ofSummary.${infer Same}` ? Same & ParseKeys : never;

/** Which words a kind uses where guides and summaries are not called the same. */
export const wordOf = <Key extends Differing>(kind: KindName, key: Key) => (kind === "summary" ? (`ofSummary.${key}` as const) : key);

/** The same for the kind that the page at hand is about. */
export function useWord() {
  const kind = useKind();
  return <Key extends Differing>(key: Key) => wordOf(kind, key);
}
