import { type CueName, cues } from "./cues";
import { fold } from "./fold";

type Span = { start: number; end: number };

/** A text as the finders read it: folded, cut into sentences, with the places of the words that tell what stands beside them. */
export type Reading = { text: string; plain: string; sentences: number[]; cues: Map<CueName, Span[]> };

const END_OF_SENTENCE = /[.!?…]["»”)]{0,2}[ \u00a0]{1,3}(?=[\p{Lu}«“"(])|\n/gu;
const ABBREVIATION = /(?:^|[^\p{L}])(?:\p{L}|dr|dre|mr|mrs|ms|mme|mlle|st|ste|no|nos|tel|prof|ave|d\.o\.b|d\.d\.n)$/u;

/** Reads a text once, in time that grows with its length alone. */
export function read(text: string): Reading {
  const plain = fold(text);
  const sentences = [0];
  for (const { index, 0: end } of text.matchAll(END_OF_SENTENCE)) {
    if (end === "\n" || !ABBREVIATION.test(plain.slice(Math.max(0, index - 8), index))) sentences.push(index + end.length);
  }
  return { text, plain, sentences, cues: new Map() };
}

/** Where the sentence of a place begins and ends, at most so many signs away from it. */
export function sentenceAround({ sentences, text }: Reading, { start, end }: Span, reach = 180): Span {
  const after = firstIndex(sentences, (from) => from > start);
  const begins = sentences[after - 1] ?? 0;
  const ends = sentences[firstIndex(sentences, (from) => from >= end)] ?? text.length;
  return { start: Math.max(begins, start - reach), end: Math.min(ends, end + reach) };
}

/** Where the next sentence ends. */
export function throughNext(reading: Reading, span: Span, reach = 180): Span {
  const own = sentenceAround(reading, span, reach);
  const next = sentenceAround(reading, { start: own.end, end: own.end + 1 }, reach);
  return { start: own.start, end: Math.max(own.end, next.end) };
}

/** Whether words of this sort stand between two places. */
export function has(reading: Reading, cue: CueName, { start, end }: Span): boolean {
  const places = placesOf(reading, cue);
  const first = places[firstIndex(places, (place) => place.start >= start)];
  return first !== undefined && first.end <= end;
}

/** Where the last words of this sort before a place end; -1 where there are none in reach. */
export function lastBefore(reading: Reading, cue: CueName, { start, end }: Span): number {
  const places = placesOf(reading, cue);
  const last = places[firstIndex(places, (place) => place.start >= end) - 1];
  return last !== undefined && last.start >= start ? last.end : -1;
}

function placesOf(reading: Reading, cue: CueName): Span[] {
  const known = reading.cues.get(cue);
  if (known) return known;
  const places = [...reading.plain.matchAll(cues[cue])].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
  reading.cues.set(cue, places);
  return places;
}

function firstIndex<Value>(sorted: Value[], isThere: (value: Value) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isThere(sorted[middle] as Value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
