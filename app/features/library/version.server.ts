import type { Viewer } from "~/features/accounts/actor";
import { getClaims } from "~/features/claims/shown.server";
import { evidenceOf } from "~/features/evidence/evidence";
import { layersOf } from "~/features/evidence/layers";
import type { Details } from "~/features/publishing/fields";
import type { KindName } from "~/features/publishing/kind-shape";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";

import { getCitation } from "./citation.server";

export type VersionPage = Extract<Awaited<ReturnType<typeof getVersion>>, { outcome: "page" }>;

type Section = { key: string; heading: string };

/** The text of a version as it was published, with what getCitation says of it. Two round trips, or three; refuses like getCitation. */
export async function getVersion(viewer: Viewer, kind: KindName, language: Language, slug: string, number: number) {
  const answer = await getCitation(viewer, kind, language, slug, number);
  if (answer.outcome === "moved") return answer;

  const { citation } = answer;
  const revision = found(
    await db.revision.findFirst({
      where: { version: { number }, face: { contributionId: citation.id, language: citation.version.language } },
      select: { html: true, sourcesHtml: true, sections: true, details: true },
    }),
  );
  const { html, sourcesHtml } = revision;
  const { own } = revision.details as Details;
  const { references, ...evidence } = evidenceOf(own);
  const sections = revision.sections as Section[];
  return {
    outcome: "page" as const,
    citation,
    guide: { html, sourcesHtml, sections },
    /** What its sections rested on. */
    claims: kind === "practice" ? await getClaims(viewer, citation.version.language, own) : [],
    /** The same in layers, for a summary. */
    summary: {
      slug,
      text: { ...layersOf(html, sections), sourcesHtml },
      evidence,
      numbers: Object.fromEntries(references.map(({ key }, index) => [key, index + 1])),
    },
  };
}
