import type { Viewer } from "~/features/accounts/actor";
import { diffWords, type Piece } from "~/features/publishing/diff";
import type { Kind } from "~/features/publishing/kinds.server";
import { sectionsByKey } from "~/features/publishing/section-changes";
import { getPlainWork, type WorkPage } from "~/features/publishing/work.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { notFound } from "~/platform/errors";

import { getTree, type TreeNode } from "./tree.server";

const TOGETHER_MS = 200;

/** A section of either text. `pieces`: what leads from one to the other, where both have it and say other things. */
export type ComparedSection = { key: string; heading: string; is: "same" | "different" | "here" | "there"; pieces: Piece[] };

/**
 * A guide beside another of its line, section by section, both in the language of the page; without the other, the choice of those there are. Refuses what
 * the viewer may not see, and a guide of another line (404).
 */
export async function getComparison(kind: Kind, viewer: Viewer, language: Language, slug: string, otherSlug: string) {
  const tree = await getTree(kind, viewer, language, slug);
  if (tree.outcome === "moved") return tree;
  const work = await getPlainWork(kind, viewer, language, slug);
  if (work.outcome !== "page") throw notFound();
  const choices = editionsIn(tree.root).filter((edition) => edition.slug !== slug && edition.language === language);
  const chosen = otherSlug === "" ? null : choices.find((edition) => edition.slug === otherSlug);
  if (chosen === undefined) throw notFound();

  const other = chosen && (await getPlainWork(kind, viewer, language, chosen.slug));
  if (other && other.outcome !== "page") throw notFound();
  return {
    outcome: "page" as const,
    slug,
    title: work.text.title,
    organization: work.organization?.name ?? "",
    alternates: tree.alternates,
    choices: choices.map(({ slug: value, title, organization }) => ({ value, title, organization: organization ?? "" })),
    other: other && { slug: other.slug, title: other.text.title, organization: other.organization?.name ?? "" },
    sections: other ? await compared(language, work, other) : [],
  };
}

const editionsIn = ({ edition, children }: TreeNode): NonNullable<TreeNode["edition"]>[] => [
  ...(edition && !edition.isRetired ? [edition] : []),
  ...children.flatMap(editionsIn),
];

async function compared(language: Language, one: WorkPage, two: WorkPage): Promise<ComparedSection[]> {
  const [here, there] = await Promise.all([one, two].map(({ slug }) => bodyAt(language, slug)));
  const until = performance.now() + TOGETHER_MS;
  const [left, right] = [sectionsByKey(here ?? ""), sectionsByKey(there ?? "")];
  return [...new Set([...right.keys(), ...left.keys()])].map((key) => {
    const [ours, theirs] = [left.get(key), right.get(key)];
    const heading = (ours ?? theirs)?.heading ?? "";
    if (!ours) return { key, heading, is: "there", pieces: [] };
    if (!theirs) return { key, heading, is: "here", pieces: [] };
    if (ours.text.trimEnd() === theirs.text.trimEnd()) return { key, heading, is: "same", pieces: [] };
    const [before, after] =
      ours.heading === theirs.heading ? [below(theirs.text), below(ours.text)] : [theirs.text.trim(), ours.text.trim()];
    return { key, heading, is: "different", pieces: diffWords(before, after, until - performance.now()) };
  });
}

/** What stands below a heading that both have. */
const below = (text: string): string => text.replace(/^##[^\n]*\n?/, "").trim();

/** The published text at an address that the caller has asked for. */
async function bodyAt(language: Language, slug: string): Promise<string> {
  const face = await db.face.findFirst({
    where: { language, slug, contribution: { kind: "PRACTICE" } },
    select: { publishedRevision: { select: { body: true } } },
  });
  return face?.publishedRevision?.body ?? "";
}
