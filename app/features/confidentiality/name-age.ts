import type { Asked } from "./name-evidence";
import { givenNames } from "./name-words";
import type { Token } from "./tokens";

const UNIT = "(?:ans|years?(?:[- ]old)?|yrs?|y\\.?o\\.?|y/o)";
const AFTER = new RegExp(
  `^(?: ?[,(] ?|,? ?(?:who |qui |[(]?(?:he|she|il|elle)(?: |'s ))?(?:is |was |has |a |est |avait |aura |'s |is now |just turned |turned )?)(?:aged? |agee? de |age )?(?<age>\\d{1,3})(?<unit>[ -]?${UNIT})?(?<end>[,.;)]|$| (?:who|whose|qui|and|et|en)\\b|(?=\\W))`,
);
const BEFORE = /(?<age>\d{1,3})[ -]?(?:ans|year[- ]old|years old)(?: [a-z-]{2,14}){0,2}[ ,]{1,2}$/;
const OF_EXPERIENCE = /^(?:'| )?(?:d'experience|d'anciennete|of experience|in the|dans le metier|avec)/;

/** How old the person is said to be whose name this is; null where it is not said. */
export function ageBeside({ reading, tokens, run }: Asked): number | null {
  const first = tokens[run.from] as Token;
  const last = tokens[run.to] as Token;
  const after = reading.plain.slice(last.end, last.end + 40).replace(/^\./, last.plain.length === 1 ? "" : ".");
  const match = AFTER.exec(after);
  const isKnown =
    run.to > run.from ||
    givenNames.has(first.plain) ||
    /\b(?:mme|mlle|mrs|mr|ms|m|miss|monsieur|madame)\.? $/.test(reading.plain.slice(Math.max(0, first.start - 10), first.start));
  if (match?.groups) {
    const { age = "", unit, end } = match.groups;
    const number = Number(age);
    const rest = after.slice(match[0].length);
    const isSaid = unit !== undefined ? !OF_EXPERIENCE.test(rest) : isBare(after, end ?? "", rest);
    if (number >= 1 && number <= 112 && isSaid && isKnown) return number;
  }
  const before = BEFORE.exec(reading.plain.slice(Math.max(0, first.start - 50), first.start))?.groups?.age;
  return before !== undefined && isKnown && /^\s?[,.;:)(]/.test(after) && Number(before) <= 112 ? Number(before) : null;
}

/** A number alone counts between commas, or in brackets of its own. */
function isBare(after: string, end: string, rest: string): boolean {
  if (after.startsWith(", ")) return (end === "," && !/^ ?\d/.test(rest)) || end === ";" || (end === "." && !/^\d/.test(rest));
  if (/^ ?\(/.test(after)) return end === ")" && !/^ ?\(/.test(rest);
  return false;
}
