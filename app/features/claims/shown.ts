import type { Level } from "~/features/evidence/evidence";
import { levels } from "~/features/evidence/limits";
import type { EvidenceCause, EvidenceOutcome } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

import type { StanceName } from "./limits";

/** A version of a summary, as readers are told of it. */
export type Rested = {
  title: string;
  slug: string;
  language: Language;
  number: number;
  /** The newest version in the same language. */
  newest: number;
  isRetired: boolean;
  /** The levels that its findings have, the highest first. */
  levels: Level[];
};

/** What a section rests on; `summary` is null where it is practice-based. */
export type ShownClaim = { section: string; stance: StanceName; note: string; summary: Rested | null };

/** A summary as readers of a page are told of it, and the version from which a notice comes, which may be of the other language. */
export type NoticedSummary = {
  title: string;
  slug: string;
  language: Language;
  version: { slug: string; language: Language; number: number } | null;
};

/** That the evidence under a section has changed; with clearedOn, that someone has looked at it again. */
export type ShownNotice = {
  section: string;
  cause: EvidenceCause;
  at: string;
  clearedOn: string | null;
  outcome: EvidenceOutcome | null;
  note: string;
  summary: NoticedSummary;
  /** The publication that was retracted. */
  doi: string | null;
};

export type GuideEvidence = {
  claims: ShownClaim[];
  notices: ShownNotice[];
  /** Whether the viewer runs the organization of the guide. */
  isSteward: boolean;
};

/** As the database gives it: the claims of both faces, levels as they stand in the text, nothing at all where there is none. */
export type EvidenceRow = {
  claims: (Omit<ShownClaim, "summary"> & { face: Language; summary: RestedRow | null })[] | null;
  notices: ShownNotice[] | null;
  isSteward: boolean;
} | null;

export type RestedRow = Omit<Rested, "levels"> & { levels: string[] | null };

export const restedOf = (row: RestedRow | null): Rested | null =>
  row && { ...row, levels: levels.filter((level) => row.levels?.includes(level)) };

/** What is told with the text of one language; null where there is nothing to tell. */
export function evidenceFor(row: EvidenceRow, language: Language): GuideEvidence | null {
  if (!row) return null;
  const claims = (row.claims ?? [])
    .filter(({ face }) => face === language)
    .map(({ face: _, summary, ...claim }) => ({ ...claim, summary: restedOf(summary) }));
  const notices = row.notices ?? [];
  return claims.length + notices.length > 0 ? { claims, notices, isSteward: row.isSteward } : null;
}

/** A part of the HTML of a text. `heading` stands alone, so that something can be put under it. */
export type HtmlPart = { key: string; heading: string; rest: string };

/** Cuts the HTML of a text where its sections begin. Put together again it is the same. */
export function partsOf(html: string, sections: { key: string }[]): HtmlPart[] {
  const starts = sections
    .map(({ key }) => ({ key, at: html.indexOf(`<h2 id="s-${key}"`) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  // Notes stand behind the last section, and are part of none.
  const notes = html.search(/<section[^>]* class="footnotes"/);
  const end = notes < 0 ? html.length : notes;
  const lead = html.slice(0, starts[0]?.at ?? end);
  const parts = starts.map(({ key, at }, index) => {
    const part = html.slice(at, starts[index + 1]?.at ?? end);
    const after = part.indexOf("</h2>") + "</h2>".length;
    return { key, heading: part.slice(0, after), rest: part.slice(after) };
  });
  return [{ key: "", heading: "", rest: lead }, ...parts, { key: "", heading: "", rest: html.slice(end) }].filter(
    ({ key, rest }) => key !== "" || rest.trim() !== "",
  );
}
