import type { Language } from "~/i18n/languages";

import { evidenceFor } from "./name-evidence";
import { alsoWords, givenNames, notNames, organizationWords, roles } from "./name-words";
import type { Reading } from "./reading";
import { type Token, tokensOf } from "./tokens";

/** A run of words that looks like someone's name: from one token to another. */
export type NameRun = { from: number; to: number };

type Found = { kind: "NAME"; start: number; end: number; isDirect: boolean; decade?: number };

const MOST_WORDS = 4;

/** More names than a text of this length has, unless it wants to keep the portal busy. */
const MOST_RUNS = 800;
const particles = new Set(["de", "du", "des", "la", "le", "van", "von", "bin", "al", "el", "di", "da", "dos", "st", "ste"]);

/** Names of persons beside words that say that they are clients. A name that was found once is found wherever it stands again. */
export function findNames(reading: Reading, language: Language, marks: number[], most: number): Found[] {
  const tokens = tokensOf(reading);
  const found: Found[] = [];
  const known = new Set<string>();
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length && runs.length < MOST_RUNS; ) {
    const run = nameAt(tokens, at);
    if (!run) {
      at += 1;
      continue;
    }
    runs.push(run);
    at = run.to + 1;
  }
  for (const run of runs) {
    const evidence = found.length < most && evidenceFor({ reading, tokens, run, language, marks });
    if (!evidence) continue;
    found.push(spanOf(tokens, run, evidence.decade));
    known.add(firstOf(tokens, run).plain);
  }
  const again = tokens.filter(({ plain, isCapital }) => isCapital && known.has(plain)).slice(0, 2 * most);
  const isFound = ({ start }: Token) => found.some((one) => one.start <= start && start < one.end);
  return [
    ...found,
    ...again.filter((token) => !isFound(token)).map(({ start, end }) => ({ kind: "NAME" as const, start, end, isDirect: true })),
  ];
}

const firstOf = (tokens: Token[], { from }: NameRun) => tokens[from] as Token;

function spanOf(tokens: Token[], run: NameRun, decade?: number): Found {
  const { start } = firstOf(tokens, run);
  const last = tokens[run.to] as Token;
  return { kind: "NAME", start, end: last.end, isDirect: true, ...(decade === undefined ? {} : { decade }) };
}

const isName = ({ isCapital, isAcronym, plain }: Token) =>
  isCapital && !isAcronym && plain.length > 1 && !notNames.has(plain) && !roles.has(plain);

/** The name that begins at a token; null where none does. Words of organizations make it none. */
function nameAt(tokens: Token[], from: number): NameRun | null {
  const first = tokens[from] as Token;
  const before = tokens[from - 1];
  if (!isName(first)) {
    const isTyped = before && roles.has(before.plain) && first.gap === " " && givenNames.has(first.plain) && !alsoWords.has(first.plain);
    return isTyped && !first.isAcronym ? { from, to: from } : null;
  }
  let to = from;
  for (let count = 1; ; count += 1) {
    const next = continued(tokens, to, count);
    if (next === null) break;
    to = next;
  }
  const run = tokens.slice(from, to + 1);
  const following = tokens[to + 1];
  const isLonger =
    following?.gap === " " &&
    following.isCapital &&
    !notNames.has(following.plain) &&
    (organizationWords.has(following.plain) || to - from + 1 >= MOST_WORDS);
  return isLonger || run.some(({ plain }) => organizationWords.has(plain)) ? null : { from, to };
}

/** The last token of a name that goes on; null where it ends. */
function continued(tokens: Token[], to: number, count: number): number | null {
  const next = tokens[to + 1];
  if (!next || count >= MOST_WORDS) return null;
  if (next.gap === " " && (isPart(next) || isInitial(next))) return to + 1;
  const second = tokens[to + 2];
  if (!second) return null;
  if (next.gap === " " && particles.has(next.plain) && second.gap.trim() === "" && isPart(second)) return to + 2;
  const isPair = next.gap === " " && (next.plain === "and" || next.plain === "et") && second.gap === " ";
  if (isPair && isName(second) && givenNames.has(second.plain)) return to + 2;
  const isTurned =
    next.gap === ", " && count === 1 && isName(next) && givenNames.has(next.plain) && !givenNames.has((tokens[to] as Token).plain);
  return isTurned ? to + 1 : null;
}

const isPart = (token: Token) =>
  isName(token) || (token.isCapital && token.isAcronym && token.plain.length > 2 && !notNames.has(token.plain));
const isInitial = ({ isCapital, plain }: Token) => isCapital && plain.length === 1 && plain !== "i";
