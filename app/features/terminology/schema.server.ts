import { z } from "zod";

import { limits } from "./limits";

/** Marks that turn the direction of the words around them, and what is no text. */
const plain = /^[^<>\u202a-\u202e\u2066-\u2069]*$/;
const letter = /\p{L}/u;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

const line = (most: number, tooLong: string) =>
  z.string().transform(oneLine).pipe(z.string().max(most, tooLong).regex(plain, "terminology.error.odd"));

const word = z
  .string("terminology.error.word")
  .transform(oneLine)
  .pipe(
    z
      .string()
      .regex(letter, "terminology.error.word")
      .max(limits.word, "terminology.error.wordTooLong")
      .regex(plain, "terminology.error.odd"),
  );

/** One on each line. What stands there twice counts once. */
const others = z
  .string()
  .max((limits.word + 2) * limits.others * 2, "terminology.error.otherTooLong")
  .default("")
  .transform((text) => firstOfEach(text.split("\n").map(oneLine).filter(Boolean)))
  .pipe(
    z
      .array(
        z
          .string()
          .regex(letter, "terminology.error.otherWord")
          .max(limits.word, "terminology.error.otherTooLong")
          .regex(plain, "terminology.error.odd"),
      )
      .max(limits.others, "terminology.error.tooManyOthers"),
  );

const firstOfEach = (words: string[]): string[] => {
  const folded = words.map((each) => each.toLowerCase());
  return words.filter((_, index) => folded.indexOf(folded[index] ?? "") === index);
};

/** What the form of a pair holds. `changedAt`: how the pair was when the form was drawn; empty for a new one. */
export const pairSchema = z.object({
  changedAt: z.string().max(40).default(""),
  en: word,
  fr: word,
  enOthers: others,
  frOthers: others,
  enNote: line(limits.note, "terminology.error.noteTooLong").default(""),
  frNote: line(limits.note, "terminology.error.noteTooLong").default(""),
  source: line(limits.source, "terminology.error.sourceTooLong").default(""),
});

/** What the form holds that removes a pair. */
export const removalSchema = z.object({ changedAt: z.string().max(40) });

export type PairForm = z.output<typeof pairSchema>;
