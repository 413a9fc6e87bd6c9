import type { Viewer } from "~/features/accounts/actor";
import { cellsOf, type FieldDiff } from "~/features/publishing/diff";
import type { Language } from "~/i18n/languages";
import { translator } from "~/i18n/translate";
import { db } from "~/platform/db.server";

import { summarySeenBy } from "./shown.server";

/** What the versions are called that a comparison names, as far as the viewer sees them: a choice label each. Nothing is asked where there is none. */
export async function versionNames(
  viewer: Viewer,
  language: Language,
  changes: FieldDiff[],
): Promise<Record<string, Record<string, string>>> {
  const cells = changes.filter(({ field }) => field === "claims").flatMap(({ pieces }) => pieces.flatMap(cellsOf));
  const ids = [...new Set(cells.flatMap(([column, value]) => (column === "claimVersion" ? [value] : [])))];
  if (ids.length === 0) return {};

  const t = translator(language);
  const versions = await db.$queryRaw<{ id: string; title: string; number: number; language: Language }[]>`
    SELECT v.id, r.title, v.number, f.language FROM "Version" v JOIN "Revision" r ON r.id = v."revisionId" JOIN "Face" f ON f.id = v."faceId"
      JOIN "Contribution" c ON c.id = f."contributionId" WHERE v.id = ANY(${ids}::uuid[]) AND v."hiddenAt" IS NULL AND ${summarySeenBy(viewer)}`;
  const nameOf = (version: (typeof versions)[number]) =>
    t("claims.edit.named", { ...version, language: t(`publishing.language.${version.language}`) });
  return { claimVersion: Object.fromEntries(versions.map((version) => [version.id, nameOf(version)])) };
}
