import { Prisma } from "~/generated/prisma/client";
import type { ContributionKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

/** The organizations that have published works of a kind which everyone may read, for the filter of their list. */
export const listPublishingOrganizations = (kind: ContributionKind, language: Language) =>
  db.$queryRaw<{ slug: string; name: string }[]>`
    SELECT o.slug, o.name FROM "OrganizationFace" o JOIN "Organization" g ON g.id = o."organizationId"
    WHERE o.language = ${language}::"Language" AND g."hiddenAt" IS NULL AND EXISTS (
      SELECT 1 FROM "Contribution" c WHERE c."organizationId" = o."organizationId" AND c.kind = ${kind}::"ContributionKind" AND c.visibility = 'PUBLIC'
        AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."hiddenAt" IS NULL)
    ORDER BY o.name COLLATE "und-x-icu" LIMIT 200`;

/** What someone typed into a search, in the words of a language: any of it is understood. */
export const tsquery = (q: string, language: Language): Prisma.Sql =>
  language === "fr" ? Prisma.sql`websearch_to_tsquery('portal_fr', ${q})` : Prisma.sql`websearch_to_tsquery('portal_en', ${q})`;
