const WORDS_A_MINUTE = 200;

/** How many minutes someone reads a text of so many words. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_A_MINUTE));
