import { useEffect, useRef, useState } from "react";

import { limits } from "~/features/evidence/limits";
import { shapes } from "~/features/publishing/kind-shape";
import { type Own, rowsOf } from "~/features/publishing/own-fields";

/** A finding as a rating names it. */
export type Outcome = { key: string; number: number; outcome: string };

/** The findings that a rating can be about, as they stand in the form just now. */
export function useOutcomes(own: Own, lastKey: number) {
  const place = useRef<HTMLDivElement>(null);
  const [outcomes, setOutcomes] = useState(() => outcomesIn(own, lastKey));

  useEffect(() => {
    const here = place.current;
    const read = () => {
      const values = (name: string) => [...(here?.querySelectorAll<HTMLInputElement>(`[name="${name}"]`) ?? [])].map(({ value }) => value);
      const next = numbered(values("findingKey"), values("findingOutcome"));
      setOutcomes((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    read();
    const rows = new MutationObserver(read);
    if (here) rows.observe(here, { childList: true, subtree: true });
    here?.addEventListener("input", read);
    return () => {
      rows.disconnect();
      here?.removeEventListener("input", read);
    };
  }, []);

  return { place, outcomes };
}

/** A key that no finding has or had, as far as it can be known. */
export const nextKey = (keys: string[], lastKey: number): string =>
  `f${Math.max(lastKey, ...keys.map((key) => Number(/^f(\d{1,6})$/.exec(key)?.[1] ?? 0))) + 1}`;

function outcomesIn(own: Own, lastKey: number): Outcome[] {
  const rows = rowsOf(shapes.summary.own.rows.findings ?? [], own);
  const keys = rows.map(({ findingKey = "" }) => findingKey);
  // The two rows that are still empty can be named too.
  for (let more = 0; more < 2 && keys.length < limits.findings; more += 1) keys.push(nextKey(keys, lastKey));
  return numbered(
    keys,
    rows.map(({ findingOutcome = "" }) => findingOutcome),
  );
}

const numbered = (keys: string[], outcomes: string[]): Outcome[] =>
  keys.map((key, index) => ({ key, number: index + 1, outcome: (outcomes[index] ?? "").trim().slice(0, 80) }));
