import { glossary } from "~/features/terminology/glossary.server";
import type { Pair } from "~/features/terminology/pair";
import { synonymsIn } from "~/features/terminology/synonyms";
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

/** What someone seeks, as a condition on the texts of each language. */
export type SoughtWords = Record<Language, Prisma.Sql>;

/**
 * What someone typed into a search: any of it is understood. A text of a language is found by the words, or by what the terms among them are
 * called otherwise in that language. Asks nothing of the database, but for the terminology once in a while.
 */
export async function understood(q: string): Promise<SoughtWords> {
  const pairs = q === "" ? [] : await glossary();
  return { en: tsquery(q, "en", pairs), fr: tsquery(q, "fr", pairs) };
}

function tsquery(q: string, language: Language, pairs: readonly Pair[]): Prisma.Sql {
  const config = language === "fr" ? Prisma.sql`'portal_fr'` : Prisma.sql`'portal_en'`;
  const search = (text: string) => Prisma.sql`websearch_to_tsquery(${config}, ${text})`;
  const sought = synonymsIn(q, pairs, language);
  if (!sought) return search(q);

  // PostgreSQL makes a query of each word by itself, so that no sign in it is taken for an operator.
  const terms = sought.synonyms.map(({ typed, others }) => {
    const phrases = others.map((other) => Prisma.sql`phraseto_tsquery(${config}, ${other})`);
    return Prisma.sql`(${Prisma.join([Prisma.sql`plainto_tsquery(${config}, ${typed})`, ...phrases], " || ")})`;
  });
  return Prisma.sql`(${search(q)} || (${Prisma.join([search(sought.rest), ...terms], " && ")}))`;
}
