import { slugOf } from "./slug";

/** A part of a text that a reader can be led to. */
export type Section = { key: string; heading: string };

type Heading = { text: string; depth: number; tokens: { type: string; raw: string }[]; id?: string; level?: number };

const KEY = /[ \t]*\{#([a-z0-9][a-z0-9-]{0,59})\}[ \t]*$/;

/**
 * Gives each heading its id and its level. `## Steps {#steps}` says its key itself, which is not shown; the others get one from
 * their words. The page has the first level, so headings start with the second (those of a post with the third: `first`), and none is more
 * than one below the last.
 */
export function idsFor(headings: Heading[], first = 2) {
  const taken = new Map<string, number>();
  for (const heading of headings) {
    const key = KEY.exec(heading.text)?.[1];
    if (key === undefined) continue;
    heading.text = heading.text.replace(KEY, "");
    stripKey(heading.tokens);
    heading.id = freeKey(own(key), taken);
  }
  let level = first - 1;
  for (const heading of headings) {
    level = Math.min(Math.max(heading.depth + first - 2, first), level + 1, 6);
    heading.level = level;
    heading.id ??= freeKey(own(slugOf(heading.text) || "section"), taken);
  }
}

function stripKey(tokens: Heading["tokens"]) {
  const last = tokens.at(-1) as { type: string; text?: string } | undefined;
  if (last?.type === "text" && last.text !== undefined) last.text = last.text.replace(KEY, "");
}

/** Footnotes have ids of this beginning. */
const own = (key: string): string => (key.startsWith("footnote") ? `section-${key}` : key);

/** Counts on from the last number given to the same words: a text of 10,000 equal headings must not be slow. */
function freeKey(wanted: string, taken: Map<string, number>): string {
  let count = taken.get(wanted) ?? 0;
  let key = wanted;
  while (taken.has(key)) key = `${wanted}-${++count + 1}`;
  taken.set(wanted, count);
  taken.set(key, 0);
  return key;
}
