import { wholeDate } from "./cues";
import type { FindingKind } from "./finding";
import { has, type Reading, sentenceAround } from "./reading";

type Span = { start: number; end: number };
type Found = Span & { kind: FindingKind; isDirect: boolean };

const POSTAL =
  /(?<![\p{L}\d])[abceghj-nprstvxyABCEGHJ-NPRSTVXY]\d[abceghj-nprstv-zABCEGHJ-NPRSTV-Z][ \u00a0-]?\d[abceghj-nprstv-zABCEGHJ-NPRSTV-Z]\d(?![\p{L}\d])/gu;
const STREET =
  "[Ss]treet|[Ss]t|[Aa]venue|[Aa]ve|[Rr]oad|[Rr]d|[Dd]rive|[Dd]r|[Cc]rescent|[Cc]res|[Bb]oulevard|[Bb]lvd|[Ll]ane|[Cc]ourt|[Cc]rt|[Pp]lace|[Tt]errace|[Tt]rail|[Ww]ay|[Cc]ircle|[Cc]lose|[Pp]arkway|[Hh]ighway|[Ll]ine|[Ss]quare|[Rr]ow|[Gg]rove|[Hh]eights";
const NAME = "(?:\\p{Lu}[\\p{L}'’.-]{0,24}|\\d{1,3}(?:st|nd|rd|th|e|re))";
const NUMBER = "(?<![\\p{L}\\d.,/-])\\d{1,5}(?:[A-Za-z]|-\\d{1,5})?";
const ENGLISH = new RegExp(`${NUMBER} (?:${NAME} ){1,3}(?:${STREET})\\b\\.?(?: (?:[NSEW]{1,2}\\b|North|South|East|West))?`, "gu");
const RANGE = new RegExp(`${NUMBER} (?:[Rr]ange|[Tt]ownship|[Cc]oncession) (?:[Rr]oad|[Ll]ine) \\d{1,5}`, "gu");
const WAY =
  "[Rr]ue|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]oul\\.|[Cc]hemin|[Cc]h\\.|[Rr]ang|[Rr]oute|[Pp]lace|[Aa]llée|[Ii]mpasse|[Mm]ontée|[Cc]ôte|[Tt]errasse|[Rr]uelle";
const FRENCH = new RegExp(
  `${NUMBER},? (?:${WAY})(?: (?:[Dd]e la|[Dd]e l['’]|[Dd]es|[Dd]u|[Dd]e|[Dd]['’]))? ?${NAME}(?: ${NAME}){0,2}|${NUMBER},? \\d{1,3}(?:e|re) (?:[Aa]venue|[Rr]ue|[Rr]ang)`,
  "gu",
);
const BIRTH = new RegExp(
  `\\b(?:(?<certain>d\\.o\\.b\\.?|dob|ddn|d\\.d\\.n\\.?|date of birth|birth ?date|date de naissance|birthday|sa fete|son anniversaire)|born|nee?)(?: (?:is|est|was|on|le|in|en|the)){0,2}[ :,(]{0,4}(?:le )?${wholeDate}`,
  "g",
);
const RECORD =
  /\b(?:(?:chart|mrn|dossier(?: medical)?|medical record)[ :#]{0,3}(?:number|no\.?|n[°º]|num\.?|#)?|(?:file|record|case|client|patient|participant)[ :]{0,2}(?:number|no\.?|n[°º]|#|id)|(?:numero|no|n[°º]) de (?:dossier|client|cliente|patient|patiente))[ :#(]{0,3}(?<number>[a-z]{0,4}-?\d[\da-z-]{2,14})/g;

const spanOf = ({ index, 0: words }: { index: number; 0: string }): Span => ({ start: index, end: index + words.length });

/** Full postal codes. Beside a person they are one's own, elsewhere they may be an office's. */
export const findPostalCodes = (reading: Reading): Found[] =>
  [...reading.text.matchAll(POSTAL)].map((match) => {
    const span = spanOf(match);
    const near = sentenceAround(reading, span, 120);
    return { kind: "POSTAL_CODE", ...span, isDirect: has(reading, "person", near) && !has(reading, "venue", near) };
  });

/** A civic number with its street, where someone lives: not where people meet. */
export function findAddresses(reading: Reading, names: Span[]): Found[] {
  const matches = [ENGLISH, RANGE, FRENCH].flatMap((pattern) => [...reading.text.matchAll(pattern)].map(spanOf));
  return matches.flatMap((span) => {
    const near = sentenceAround(reading, span, 140);
    const isSomeones = has(reading, "person", near) || names.some(({ start }) => start >= near.start && start < near.end);
    const isVenue = has(reading, "venue", near) && !has(reading, "livesAt", near);
    return isSomeones && !isVenue ? [{ kind: "ADDRESS" as const, ...span, isDirect: true }] : [];
  });
}

/** Dates of birth, with their year. A programme is born, too. */
export const findBirthDates = (reading: Reading): Found[] =>
  [...reading.plain.matchAll(BIRTH)].flatMap((match) => {
    const span = spanOf(match);
    const { start } = sentenceAround(reading, span, 80);
    const isOfThing = !match.groups?.certain && has(reading, "bornThing", { start, end: span.start });
    return isOfThing ? [] : [{ kind: "BIRTH_DATE" as const, ...span, isDirect: true }];
  });

/** The numbers of charts and files. A year is none. */
export const findRecordNumbers = (reading: Reading): Found[] =>
  [...reading.plain.matchAll(RECORD)].flatMap((match) => {
    const number = match.groups?.number ?? "";
    if ((number.match(/\d/g)?.length ?? 0) < 4 || /^(?:19|20)\d\d$/.test(number)) return [];
    const { end } = spanOf(match);
    return [{ kind: "RECORD_NUMBER" as const, start: end - number.length, end, isDirect: true }];
  });

const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 120;

/** E-mail addresses beside a word for a client. */
export function findEmails(reading: Reading): Found[] {
  const { text } = reading;
  const found: Found[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const local = /[\w.+%'-]+$/.exec(text.slice(Math.max(0, at - LONGEST_LOCAL), at))?.[0];
    const domain = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/.exec(text.slice(at + 1, at + 1 + LONGEST_DOMAIN))?.[0];
    if (!local || !domain) continue;
    const span = { start: at - local.length, end: at + 1 + domain.length };
    const near = sentenceAround(reading, span, 120);
    if (has(reading, "clientWord", near) && !has(reading, "own", near)) found.push({ kind: "EMAIL", ...span, isDirect: true });
  }
  return found;
}
