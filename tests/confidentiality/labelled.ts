import { readFileSync } from "node:fs";

import { findClientData, type Finding, type FindingKind } from "~/features/confidentiality/client-data";
import type { Language } from "~/i18n/languages";

type Label = { kind: FindingKind; start: number; end: number; isDirect: boolean };

/** A post of the labelled set, without its labels. */
export type LabelledPost = { text: string; language: Language; labels: Label[] };

const LABEL = /\{(~?)([A-Z_]+):([^}]*)\}/g;

/** The posts of a part of the set. */
export function postsOf(part: "posts" | "held-out", language: Language): LabelledPost[] {
  const lines = readFileSync(new URL(`posts/${part}.${language}.txt`, import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map((line) => ({ language, ...unlabelled(line) }));
}

function unlabelled(line: string) {
  const labels: Label[] = [];
  let text = "";
  let last = 0;
  for (const { index, 0: label, 1: mark, 2: kind, 3: passage = "" } of line.matchAll(LABEL)) {
    text += line.slice(last, index);
    labels.push({ kind: kind as FindingKind, start: text.length, end: text.length + passage.length, isDirect: mark === "" });
    text += passage;
    last = index + label.length;
  }
  return { text: text + line.slice(last), labels };
}

export type Score = {
  posts: number;
  /** Per kind: how many identifiers there are, and how many were found. */
  kinds: Map<string, { all: number; found: number }>;
  clean: number;
  alarmed: number;
  missed: string[];
  alarms: string[];
};

/** What the guard finds in some posts. An identifier is found where a finding of its kind overlaps it; a clean post is one without any label. */
export function scoreOf(posts: LabelledPost[]): Score {
  const score: Score = { posts: posts.length, kinds: new Map(), clean: 0, alarmed: 0, missed: [], alarms: [] };
  for (const { text, language, labels } of posts) {
    const findings = findClientData(text, language);
    for (const label of labels.filter(({ isDirect }) => isDirect)) {
      const count = score.kinds.get(label.kind) ?? { all: 0, found: 0 };
      const isFound = findings.some((finding) => finding.kind === label.kind && overlaps(finding, label));
      score.kinds.set(label.kind, { all: count.all + 1, found: count.found + (isFound ? 1 : 0) });
      if (!isFound) score.missed.push(`${label.kind} ${text.slice(label.start, label.end)} | ${text}`);
    }
    if (labels.length > 0) continue;
    score.clean += 1;
    if (findings.length === 0) continue;
    score.alarmed += 1;
    score.alarms.push(`${findings.map(({ kind, passage }) => `${kind} ${passage}`).join(", ")} | ${text}`);
  }
  return score;
}

const overlaps = (one: Pick<Finding, "start" | "end">, other: Label) => one.start < other.end && other.start < one.end;

/** The share of identifiers that were found, of all kinds or of one. */
export function recallOf({ kinds }: Score, kind?: string): number {
  const counts = [...kinds].filter(([each]) => kind === undefined || each === kind).map(([, count]) => count);
  const all = counts.reduce((sum, count) => sum + count.all, 0);
  return all === 0 ? 1 : counts.reduce((sum, count) => sum + count.found, 0) / all;
}
