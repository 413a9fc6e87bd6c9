import type { Details } from "~/features/publishing/fields";
import type { Transaction } from "~/platform/db.server";

import { evidenceOf } from "./evidence";
import { NOT_RATED } from "./filters";
import { levels } from "./limits";
import { lastDayOf } from "./up-to";

/** What a list is narrowed by stands among the facets as "topic:food", "language:fr", "certainty:LOW". */
export type FacetName = "topic" | "population" | "setting" | "province" | "study" | "certainty" | "language";

export const facet = (name: FacetName, value: string): string => `${name}:${value}`;

/** Carries over what lists of evidence summaries show and are narrowed by, when a revision becomes the one that counts. */
export async function projectSummary(tx: Transaction, contributionId: string, details: Details) {
  const { evidenceUpTo, findings, studyTypes } = evidenceOf(details.own);
  const rated = new Set(findings.flatMap(({ ratings }) => ratings.map(({ level }) => level)));
  const certainties = levels.filter((level) => rated.has(level));
  const day = lastDayOf(evidenceUpTo);
  const faces = await tx.face.findMany({
    where: { contributionId, publishedRevisionId: { not: null } },
    orderBy: { language: "asc" },
    select: { language: true },
  });
  const all = (name: FacetName, values: readonly string[]) => values.map((value) => facet(name, value));
  const row = {
    evidenceUpTo: day === null ? null : new Date(day),
    evidenceTold: day === null ? "" : evidenceUpTo,
    certainties,
    isRated: certainties.length > 0,
    studyTypes,
    facets: [
      ...all("topic", details.topics),
      ...all("population", details.populations),
      ...all("setting", details.settings),
      ...all("province", details.provinces),
      ...all("study", studyTypes),
      ...all("certainty", certainties.length > 0 ? certainties : [NOT_RATED]),
      ...all(
        "language",
        faces.map(({ language }) => language),
      ),
    ],
  };
  await tx.summary.upsert({ where: { contributionId }, create: { contributionId, ...row }, update: row });
}
