import { isBritishColumbian, isLuhn, isRamqDate } from "./check-digits";
import type { FindingKind } from "./finding";
import { has, lastBefore, type Reading, sentenceAround } from "./reading";

const GAP = "[ \\u00a0\\u202f.‑-]";
const DIGITS = new RegExp(`(?<![\\p{L}\\d/#$€.,-]|\\d[ ,.])[+(]{0,2}\\d(?:[()]?${GAP}{0,2}[()]?\\d){6,13}(?![\\d/]|[.,]\\d)`, "gu");
const RAMQ = /(?<![\p{L}\d])[\p{Lu}]{4}[ \u00a0-]?\d{4}[ \u00a0-]?\d{4}(?![\d\p{L}])/gu;
const TERRITORY = /(?<![\p{L}\d])[NDTMndtm] ?\d{7}(?!\d)/gu;
const VERSION = /^[ -]?[A-Z]{2}(?![\p{L}])/u;
const EXTENSION = /^,? ?(?:ext\.?|poste|x) ?\d{1,5}/;
const NORTH_AMERICAN = /^(?:\+?1)?[2-9]\d{2}[2-9]\d{6}$/;
const TOLL_FREE = /^\+?1?(?:800|822|833|844|855|866|877|888|900)/;
const WORDS_BEFORE = 70;

type Span = { start: number; end: number };
type Found = Span & { kind: FindingKind; isDirect: boolean };

/** Numbers of health cards, of social insurance and of telephones. */
export function findNumbers(reading: Reading, most: number): Found[] {
  const { text } = reading;
  const cards: Found[] = [];
  for (const { index, 0: card } of text.matchAll(RAMQ)) {
    const span = { start: index, end: index + card.length };
    if (isRamqDate(card.replace(/\D/g, ""))) cards.push({ kind: "HEALTH_CARD", ...span, isDirect: true });
    if (cards.length === most) break;
  }
  const northern = [...text.matchAll(TERRITORY)]
    .map(({ index, 0: card }) => ({ start: index, end: index + card.length }))
    .filter((span) => kindBefore(reading, span) === "healthCard")
    .map((span) => ({ kind: "HEALTH_CARD" as const, ...span, isDirect: true }));
  const others: Found[] = [];
  for (const { index, 0: number } of text.matchAll(DIGITS)) {
    const one = found(reading, { start: index, end: index + number.length });
    if (one) others.push(one);
    if (others.length === most || cards.length === most) break;
  }

  return [...cards, ...northern, ...others];
}

type Sort = "healthCard" | "sin" | "phone" | "otherNumber";

/** Which of the words that say what a number is stands last before it, in its sentence. */
function kindBefore(reading: Reading, span: Span): Sort | null {
  const own = sentenceAround(reading, span, WORDS_BEFORE);
  const ends = (["healthCard", "sin", "phone", "otherNumber"] as const).map((sort) => ({
    sort,
    end: lastBefore(reading, sort, { start: own.start, end: span.start }),
  }));
  const last = ends.reduce((one, other) => (other.end > one.end ? other : one));
  return last.end === -1 ? null : last.sort;
}

function found(reading: Reading, span: Span): Found | null {
  const number = reading.text.slice(span.start, span.end);
  const digits = number.replace(/\D/g, "");
  const after = reading.text.slice(span.end, span.end + 12);
  if (/^ ?[$%€]/.test(after)) return null;
  const sort = kindBefore(reading, span);
  const version = VERSION.exec(after)?.[0] ?? "";

  if (sort === "healthCard" && digits.length >= 7 && digits.length <= 12)
    return { ...span, end: span.end + (digits.length === 10 ? version.length : 0), kind: "HEALTH_CARD", isDirect: true };
  if (sort === "sin" && digits.length === 9) return { ...span, kind: "SIN", isDirect: true };
  if (sort === "otherNumber") return null;
  return phone(reading, span, number, digits, sort) ?? byItsDigits(span, number, digits, version);
}

/** Without a word beside them, numbers count by their shape and their check digit. */
function byItsDigits(span: Span, number: string, digits: string, version: string): Found | null {
  const isGrouped = /\D/.test(number);
  const isFourThree = /^\d{4}\D\d{3}\D\d{3}$/.test(number);
  if (isBritishColumbian(digits) || (isFourThree && (isLuhn(digits) || version !== "")))
    return { ...span, end: span.end + (isFourThree ? version.length : 0), kind: "HEALTH_CARD", isDirect: true };
  if (digits.length === 9 && isLuhn(digits) && (!isGrouped || /^\d{3}\D\d{3}\D\d{3}$/.test(number)))
    return { ...span, kind: "SIN", isDirect: true };
  return null;
}

/** A telephone that somebody answers at home: not the published line of a service. */
function phone(reading: Reading, span: Span, number: string, digits: string, sort: Sort | null): Found | null {
  const isGrouped = /^\+?1?[ .-]{0,2}\(?\d{3}\)?[ \u00a0\u202f.‑-]{1,2}\d{3}[ \u00a0\u202f.‑-]\d{4}$/.test(number);
  if (!NORTH_AMERICAN.test(digits) || TOLL_FREE.test(digits) || !(isGrouped || sort === "phone")) return null;

  const near = sentenceAround(reading, span, 90);
  const isService = has(reading, "serviceLine", near);
  const isPerson = has(reading, "person", near);
  if (isService && !isPerson) return null;
  if (isService && has(reading, "serviceLine", { start: Math.max(near.start, span.start - 40), end: span.start })) return null;
  const extension = EXTENSION.exec(reading.plain.slice(span.end, span.end + 12))?.[0] ?? "";
  return { ...span, end: span.end + extension.length, kind: "PHONE", isDirect: isPerson };
}
