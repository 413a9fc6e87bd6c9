import { evidenceOf, type Level } from "~/features/evidence/evidence";
import { levels } from "~/features/evidence/limits";
import type { Own } from "~/features/publishing/own-fields";

/** How sure one may be of a finding before and now: every level that someone gives it, the highest first; none where nobody rated it. */
export type CertaintyChange = { key: string; outcome: string; before: Level[]; after: Level[] };

/** The findings that both states of a summary have and of which the certainty differs, in the order of the newer one. */
export function certaintyChanges(before: Own, after: Own): CertaintyChange[] {
  const earlier = ratedIn(before);
  return [...ratedIn(after)].flatMap(([key, now]) => {
    const then = earlier.get(key);
    return then && then.levels.join() !== now.levels.join() ? [{ key, outcome: now.outcome, before: then.levels, after: now.levels }] : [];
  });
}

/**
 * What a new version of a summary brings to those who rest on it: another certainty of a finding, unless the other language has said the same before;
 * or nothing but that it is new.
 */
export function causeOf(before: Own, after: Own, otherLanguage: Own | null): "CERTAINTY" | "NEW_VERSION" {
  const said = otherLanguage ? ratedIn(otherLanguage) : null;
  const isNews = ({ key, after: now }: CertaintyChange) => said?.get(key)?.levels.join() !== now.join();
  return certaintyChanges(before, after).some(isNews) ? "CERTAINTY" : "NEW_VERSION";
}

const ratedIn = (own: Own): Map<string, { outcome: string; levels: Level[] }> =>
  new Map(
    evidenceOf(own).findings.map(({ key, outcome, ratings }) => [
      key,
      { outcome, levels: levels.filter((level) => ratings.some((rating) => rating.level === level)) },
    ]),
  );
