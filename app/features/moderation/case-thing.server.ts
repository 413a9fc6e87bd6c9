import type { Viewer } from "~/features/accounts/actor";
import { seenThreads } from "~/features/forums/seen.server";
import { isPresent, isSeen } from "~/features/people/audience.server";
import { kindNameOf } from "~/features/publishing/kind-shape";
import { visibleTo } from "~/features/publishing/queries.server";
import { Prisma } from "~/generated/prisma/client";
import type { CaseSubject, ContributionKind, Role } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { type PageName, pathTo } from "~/platform/paths";

/** What a case is about as it is now: what it says, and whether others can read it. */
export type PresentThing = {
  words: string;
  state: "SHOWN" | "HIDDEN" | "REMOVED";
  /** Where it stands, or where it is decided; null where the viewer cannot go there. */
  address: string | null;
  role: Role | null;
};

type Row = {
  words: string;
  isHidden: boolean;
  isRemoved: boolean;
  isReached: boolean;
  key: string | null;
  role: Role | null;
  kind?: ContributionKind;
};

type About = { subjectType: CaseSubject; subjectId: string; language: Language };

/** The page on which something stands or is decided, and what of it is named in the address. */
const pages: Record<CaseSubject, { page: PageName; by: "id" | "slug" } | null> = {
  POST: { page: "postPlace", by: "id" },
  // Which page, its row says.
  CONTRIBUTION: { page: "practice", by: "slug" },
  ACCOUNT: { page: "person", by: "slug" },
  ORGANIZATION: { page: "organization", by: "slug" },
  HELD_POST: null,
  DECISION: null,
  ROLE_REQUEST: { page: "adminRole", by: "id" },
  APPLICATION: { page: "adminOrganization", by: "id" },
};

/** The thing that a case is about, whoever may read it: for those who decide. Null where it is gone for good. One round trip, which locks nothing. */
export async function findPresentThing(viewer: Viewer, language: Language, about: About): Promise<PresentThing | null> {
  const [row] = await db.$queryRaw<Row[]>(queryOf(viewer, language, about));
  if (!row) return null;

  const place = pages[about.subjectType];
  const address =
    place && row.isReached
      ? pathTo(language, row.kind ? kindNameOf(row.kind) : place.page, { [place.by]: row.key ?? about.subjectId })
      : null;
  return { words: row.words, state: row.isRemoved ? "REMOVED" : row.isHidden ? "HIDDEN" : "SHOWN", address, role: row.role };
}

/** Words are put together as the keepers of moderation do it when a case is opened, so that the two can be compared. */
function queryOf(viewer: Viewer, language: Language, { subjectType, subjectId, language: written }: About): Prisma.Sql {
  const id = Prisma.sql`${subjectId}::uuid`;
  switch (subjectType) {
    case "POST":
      return Prisma.sql`SELECT p.body AS words, p."hiddenAt" IS NOT NULL AS "isHidden", p."removedAt" IS NOT NULL AND p."hiddenAt" IS NULL AS "isRemoved",
          p."removedAt" IS NULL AND t."removedAt" IS NULL AND ${seenThreads(viewer)} AS "isReached", NULL AS key, NULL AS role
        FROM "Post" p JOIN "Thread" t ON t.id = p."threadId" JOIN "Category" k ON k.id = t."categoryId" WHERE p.id = ${id}`;
    case "CONTRIBUTION":
      return Prisma.sql`SELECT concat_ws(E'\n\n', nullif(r.summary, ''), nullif(r.body, ''), nullif(r.sources, ''), ${ownWords}) AS words, c.kind,
          c."hiddenAt" IS NOT NULL AS "isHidden", c."discardedAt" IS NOT NULL AS "isRemoved", NULL AS role,
          c."hiddenAt" IS NULL AND c."discardedAt" IS NULL AND ${visibleTo(viewer, false)} AS "isReached", coalesce(own.slug, f.slug) AS key
        FROM "Contribution" c JOIN "Face" f ON f."contributionId" = c.id JOIN "Revision" r ON r.id = f."publishedRevisionId"
          LEFT JOIN "Face" own ON own."contributionId" = c.id AND own.language = ${language}::"Language" AND own."publishedRevisionId" IS NOT NULL
        WHERE c.id = ${id} ORDER BY f.language = ${written}::"Language" DESC LIMIT 1`;
    case "ACCOUNT":
      return Prisma.sql`SELECT concat_ws(E'\n\n', nullif(p.pronouns, ''), nullif(p.position, ''), nullif(p.about, '')) AS words,
          p."hiddenAt" IS NOT NULL AS "isHidden", FALSE AS "isRemoved", ${isPresent} AND ${isSeen(viewer, "listing")} AS "isReached", p.slug AS key, NULL AS role
        FROM "Profile" p JOIN "Account" a ON a.id = p."accountId" WHERE a.id = ${id}`;
    case "ORGANIZATION":
      return Prisma.sql`SELECT coalesce((SELECT string_agg(w.text, E'\n\n' ORDER BY w.place) FROM (
            SELECT v.text, min(f.language::text || v.place) AS place FROM "OrganizationFace" f, LATERAL (VALUES (1, f.about), (2, f.regions), (3, f.site)) v(place, text)
            WHERE f."organizationId" = o.id AND v.text <> '' GROUP BY v.text) w), '') AS words,
          o."hiddenAt" IS NOT NULL AS "isHidden", o.status IN ('CLOSED', 'MERGED') AS "isRemoved", o."hiddenAt" IS NULL AND o.status IN ('LISTED', 'MEMBER') AS "isReached",
          (SELECT f.slug FROM "OrganizationFace" f WHERE f."organizationId" = o.id AND f.language = ${language}::"Language") AS key, NULL AS role
        FROM "Organization" o WHERE o.id = ${id}`;
    case "HELD_POST":
      return waiting(Prisma.sql`coalesce(h.fields->>'body', '')`, Prisma.sql`"HeldPost" h WHERE h.id = ${id}`);
    case "DECISION":
      return waiting(Prisma.sql`a.words`, Prisma.sql`"Appeal" a WHERE a."decisionId" = ${id}`);
    case "ROLE_REQUEST":
      return waiting(Prisma.sql`r.reason`, Prisma.sql`"RoleRequest" r WHERE r.id = ${id} AND r.answer IS NULL`, {
        role: Prisma.sql`r.role`,
        key: Prisma.sql`NULL`,
      });
    case "APPLICATION":
      return waiting(Prisma.sql`p.message`, Prisma.sql`"OrganizationApplication" p WHERE p.id = ${id} AND p.answer IS NULL`, {
        role: Prisma.sql`NULL`,
        key: Prisma.sql`p."organizationId"::text`,
      });
  }
}

/** What only its kind says: as the keeper of contributions puts it together. */
const ownWords = Prisma.sql`(SELECT string_agg(v.value, E'\n' ORDER BY o.key COLLATE "C", v.ordinality)
  FROM jsonb_each(r.details->'own') o, jsonb_array_elements_text(o.value) WITH ORDINALITY v WHERE o.key <> 'references' AND v.value <> '')`;

const nothing = { role: Prisma.sql`NULL`, key: Prisma.sql`NULL` };

const waiting = (words: Prisma.Sql, from: Prisma.Sql, { role, key } = nothing) =>
  Prisma.sql`SELECT ${words} AS words, FALSE AS "isHidden", FALSE AS "isRemoved", TRUE AS "isReached", ${key} AS key, ${role} AS role FROM ${from}`;
