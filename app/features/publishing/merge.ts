import { type Section, sectionsOf } from "./sections";

export type Merged = { body: string; conflicts: string[] };

/**
 * Joins two people's changes to one text, section by section. What only one of them touched is taken as they left it;
 * where both did, both texts stand one after the other below the given marks, and the section's heading is listed.
 * Neither side's text is ever lost.
 */
export function merge(base: string, mine: string, theirs: string, marks: { mine: string; theirs: string }): Merged {
  const before = byKey(base);
  const [left, right] = [byKey(mine), byKey(theirs)];
  const conflicts: string[] = [];
  const body = orderOf(left, right)
    .map((key) => {
      const [was, ours, others] = [before.get(key)?.text, left.get(key)?.text, right.get(key)?.text];
      if (ours === others) return ours ?? "";
      if (others === was) return ours ?? "";
      if (ours === was) return others ?? "";
      conflicts.push((left.get(key) ?? right.get(key))?.heading || key);
      return `${marks.mine}\n\n${closed(ours)}${marks.theirs}\n\n${closed(others)}`;
    })
    .join("");

  return { body, conflicts };
}

/** Sections by their key; one without a key goes by its place. */
const byKey = (body: string): Map<string, Section> => {
  const sections = new Map<string, Section>();
  for (const [index, section] of sectionsOf(body).entries()) {
    const key = section.key || `at ${index}`;
    sections.set(sections.has(key) ? `${key} again ${index}` : key, section);
  }
  return sections;
};

/** My order, with what only they have put behind the section that it follows with them. */
function orderOf(mine: Map<string, Section>, theirs: Map<string, Section>): string[] {
  const order = [...mine.keys()];
  let previous = -1;
  for (const key of theirs.keys()) {
    const place = order.indexOf(key);
    if (place >= 0) previous = place;
    else order.splice(++previous, 0, key);
  }
  return order;
}

const closed = (text: string | undefined): string => (text ? `${text.trimEnd()}\n\n` : "");
