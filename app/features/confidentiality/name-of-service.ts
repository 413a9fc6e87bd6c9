import type { Asked } from "./name-evidence";
import { placesBefore, professionals, roles } from "./name-words";
import type { Token } from "./tokens";

const SELF =
  /(?:\bi am|\bi'm|\bmy name is|\bje suis|\bje m'appelle|\bm'appelle|\bmoi,|\bthanks to|\bmerci a|\bwrote|\bby|\bask|\bdemandez(?: a)?|\bask for) $/;
const CITED =
  /^(?: et al|,? ?\((?:19|20)\d\d|, (?:19|20)\d\d\b| & |'s (?:novel|book|paper|study|poem)| (?:wrote|writes|ecrivait|ecrit|chantait|sang|argues|and [a-z'-]+ \((?:19|20)\d\d)| et [a-z'-]+ \((?:19|20)\d\d)/;

/** Whether a name is told, before or after it, to be that of someone who works there, of a writer, of oneself or of a place. */
export function isOfService({ reading, tokens, run }: Asked, titled: number): { before: boolean; after: boolean } {
  const first = tokens[titled] as Token;
  const last = tokens[run.to] as Token;
  const one = tokens[titled - 1];
  const two = tokens[titled - 2];
  const text = reading.plain.slice(Math.max(0, first.start - 24), first.start);
  const after = reading.plain.slice(last.end, last.end + 60).replace(/^\./, "");
  const isBeside = /^[.,]? $/.test(first.gap);
  const before =
    SELF.test(text) ||
    CITED.test(after) ||
    (isBeside && one !== undefined && professionals.has(one.plain)) ||
    (isBeside &&
      one !== undefined &&
      !roles.has(one.plain) &&
      two !== undefined &&
      professionals.has(two.plain) &&
      /^[a-z]/.test(one.plain) &&
      one.gap === " " &&
      first.gap === " ");
  const isPlace = first.gap === " " && one !== undefined && placesBefore.has(one.plain) && !(one.plain.length < 4 && run.to > run.from);
  return { before: before || isPlace, after: apposedProfession(tokens, run.to, after) };
}

/** "Amina, a peer worker", "Mme Roy, travailleuse sociale au CLSC", "Anne, our coordinator". */
function apposedProfession(tokens: Token[], to: number, after: string): boolean {
  if (!/^,? ?\(?[a-z]/.test(after) && !after.startsWith(", ")) return false;
  return tokens
    .slice(to + 1, to + 6)
    .some(({ plain, gap }, place) => professionals.has(plain) && (place > 0 || gap.startsWith(",") || gap === " "));
}
