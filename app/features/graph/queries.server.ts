import type { Viewer } from "~/features/accounts/actor";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getWork, type WorkPage } from "~/features/publishing/work.server";
import type { Language } from "~/i18n/languages";

import { type Found, type Group, groupsOf, type Relation } from "./graph";
import { aroundGuide, aroundSummary } from "./neighbours.server";

type Around = { neighbours: Found[]; versions?: Found[]; hasRetraction?: boolean };

/** What stands in the middle, and what is around it. */
export type Graph = {
  slug: string;
  kind: "practice" | "summary";
  title: string;
  language: Language;
  organization: string | null;
  hasRetraction: boolean;
  groups: Group[];
};

/**
 * A guide with what is one step away from it: summaries, guides that rest on the same ones, what it was made of and what was made of it; or where to
 * go instead. At most 40, and none that the viewer may not read. One round trip, or two where the slug is of the other language. What is hidden from
 * the viewer does not exist (404).
 */
export async function getGuideGraph(viewer: Viewer, language: Language, slug: string) {
  const work = await getWork<Around>(practiceKind, aroundGuide({ viewer, language }), viewer, language, slug);
  if (work.outcome !== "page") return work;
  return { outcome: "page" as const, alternates: work.alternates, graph: graphOf(work, "practice", slug, guideRelations) };
}

const guideRelations: Relation[] = ["SUMMARIES", "COUSINS", "PARENT", "REPLACES", "EDITIONS"];

/** The same of a summary: the guides that rest on it, its earlier versions, and what it replaces. Refuses like getGuideGraph. */
export async function getSummaryGraph(viewer: Viewer, language: Language, slug: string) {
  const work = await getWork<Around>(summaryKind, aroundSummary({ viewer, language }), viewer, language, slug);
  if (work.outcome !== "page") return work;
  return { outcome: "page" as const, alternates: work.alternates, graph: graphOf(work, "summary", slug, summaryRelations) };
}

const summaryRelations: Relation[] = ["GUIDES", "VERSIONS", "REPLACES"];

function graphOf({ special, text, organization }: WorkPage<Around>, kind: Graph["kind"], slug: string, relations: Relation[]): Graph {
  return {
    slug,
    kind,
    title: text.title,
    language: text.language,
    organization: organization?.name ?? null,
    hasRetraction: special.hasRetraction ?? false,
    groups: groupsOf(relations, [...special.neighbours, ...(special.versions ?? [])]),
  };
}
