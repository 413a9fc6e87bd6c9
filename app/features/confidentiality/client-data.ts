import type { Language } from "~/i18n/languages";

import type { Finding } from "./finding";
import { findNames } from "./names";
import { findNumbers } from "./numbers";
import { findAddresses, findBirthDates, findEmails, findPostalCodes, findRecordNumbers } from "./places";
import { read } from "./reading";

export type { Finding, FindingKind } from "./finding";

/** More than this nobody would look through. */
const MOST_FINDINGS = 40;

type Found = Omit<Finding, "passage">;

/**
 * Passages of a text by which a client of health or social services might be known, in the order in which they stand. Both languages are looked for,
 * whatever language the text is said to be in. It only warns: what is found may be harmless, and what is not found may not be.
 */
export function findClientData(text: string, language: Language): Finding[] {
  const reading = read(text);
  const marks = [...findRecordNumbers(reading), ...findBirthDates(reading), ...findNumbers(reading, MOST_FINDINGS)];
  const places = marks.flatMap(({ kind, start }) => (kind === "PHONE" ? [] : [start])).sort((one, other) => one - other);
  const names = findNames(reading, language, places, MOST_FINDINGS);
  const all: Found[] = [...names, ...marks, ...findEmails(reading), ...findAddresses(reading, names), ...findPostalCodes(reading)].map(
    (one) => (isBesideName(one, names, text) ? { ...one, isDirect: true } : one),
  );

  return apart(all).map((one) => ({ ...one, passage: text.slice(one.start, one.end) }));
}

const BESIDE = 90;

/** What stands beside a client's name is theirs. */
const isBesideName = ({ start, end }: Found, names: Found[], text: string) =>
  names.some((name) => {
    const between = text.slice(Math.min(end, name.end), Math.max(start, name.start));
    return between.length < BESIDE && !/[.!?]\s|\n/.test(between);
  });

/** Those that overlap are one: the first that was found. */
function apart(all: Found[]): Found[] {
  const sorted = all.map((one, place) => ({ one, place })).sort((a, b) => a.one.start - b.one.start || a.place - b.place);
  const kept: Found[] = [];
  for (const { one } of sorted) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    if (kept.length === MOST_FINDINGS) break;
  }
  return kept;
}
