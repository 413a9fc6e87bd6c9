import { mergeSection } from "~/features/publishing/merge-section";
import { sectionsByKey } from "~/features/publishing/section-changes";
import type { Section } from "~/features/publishing/sections";

/** What an edition does with a change of its parent. */
export const choices = ["take", "keep", "merge"] as const;

export type Choice = (typeof choices)[number];

/** What the parent did with a section since the version on which the edition rests, and whether the edition has changed it too. */
export type UpstreamSection = {
  key: string;
  heading: string;
  parent: "CHANGED" | "REMOVED" | "ADDED";
  isOurs: boolean;
  base: string;
  ours: string;
  theirs: string;
};

/** The choices that make sense for a section, the likeliest first. */
export function choicesFor({ parent, isOurs }: Pick<UpstreamSection, "parent" | "isOurs">): Choice[] {
  if (parent === "ADDED") return ["keep", "take"];
  if (parent === "REMOVED") return ["keep", "take"];
  return isOurs ? ["merge", "keep", "take"] : ["take", "keep"];
}

/** The changes of a parent that concern an edition: of sections that it kept or changed, never of those it left out; and what is new in the parent, to choose from. */
export function upstreamSections(base: string, ours: string, theirs: string): UpstreamSection[] {
  const [before, own, after] = [base, ours, theirs].map(sectionsByKey) as [Sections, Sections, Sections];
  const concerned = [...before.keys()].flatMap((key): UpstreamSection[] => {
    const [was, here, now] = [before.get(key), own.get(key), after.get(key)];
    if (!was || !here || isSame(was, now) || isSame(here, now)) return [];
    const parent = now ? "CHANGED" : "REMOVED";
    return [{ key, heading: here.heading, parent, isOurs: !isSame(was, here), base: was.text, ours: here.text, theirs: now?.text ?? "" }];
  });
  const added = [...after].flatMap(([key, now]): UpstreamSection[] =>
    before.has(key) || own.has(key)
      ? []
      : [{ key, heading: now.heading, parent: "ADDED", isOurs: false, base: "", ours: "", theirs: now.text }],
  );
  return [...concerned, ...added];
}

type Marks = { mine: string; theirs: string };

/** The text of the edition after these choices, and the sections in which both texts now stand. What is not chosen stays as it is. */
export function settled(
  base: string,
  ours: string,
  theirs: string,
  chosen: Map<string, Choice>,
  marks: Marks,
): { body: string; conflicts: string[] } {
  const sections = new Map(upstreamSections(base, ours, theirs).map((section) => [section.key, section]));
  const conflicts: string[] = [];
  const own = [...sectionsByKey(ours)].flatMap(([key, { text }]) => {
    const section = sections.get(key);
    const choice = chosen.get(key) ?? "keep";
    if (!section || choice === "keep") return [{ key, text }];
    if (section.parent === "REMOVED") return choice === "take" ? [] : [{ key, text }];
    if (choice === "take") return [{ key, text: section.theirs }];
    const merged = mergeSection(section.base, section.ours, section.theirs, marks);
    if (merged.hasConflict) conflicts.push(section.heading);
    return [{ key, text: merged.text }];
  });
  const taken = [...sections.values()].filter(({ key, parent }) => parent === "ADDED" && chosen.get(key) === "take");
  if (taken.length > 0) placeAdded(own, taken, [...sectionsByKey(theirs).keys()]);

  return { body: joined(own.map(({ text }) => text)), conflicts };
}

type Sections = Map<string, Section>;

type Placed = { key: string; text: string }[];

const isSame = (one: Section, other: Section | undefined) => one.text.trimEnd() === other?.text.trimEnd();

/** A new section stands behind the one that it follows in the parent, where the edition has that; else at the end. */
function placeAdded(own: Placed, added: UpstreamSection[], order: string[]) {
  for (const { key, theirs } of added) {
    const before = order.slice(0, order.indexOf(key)).findLast((one) => own.some((section) => section.key === one));
    const at = before === undefined ? own.length : own.findIndex((section) => section.key === before) + 1;
    own.splice(at, 0, { key, text: theirs });
  }
}

/** A heading stands at the beginning of a line, after an empty one. */
const joined = (texts: string[]): string =>
  texts.map((text, index) => (index === texts.length - 1 ? text : text + gapAfter(text))).join("");

const gapAfter = (text: string): string => (text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n");
