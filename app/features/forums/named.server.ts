import type { Actor } from "~/features/accounts/actor";
import { isPresent, isSeen } from "~/features/people/audience.server";
import { hasBlocked } from "~/features/people/distance.server";
import { Prisma } from "~/generated/prisma/client";
import type { Circle } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { pathTo } from "~/platform/paths";

type Asked = { language: Language; actor: Actor; seenBy: Circle };

type Row = { kind: "person" | "organization"; handle: string; id: string; slug: string; name: string; isNameShown: boolean };

export type Named = { kind: Row["kind"]; id: string; href: string; label: string };

/**
 * The people and organizations behind handles, as far as the one who writes may see them and is not blocked by them. A person is called by name
 * where everyone who reads there may know it: their page says so, or they have spoken for everyone to hear. Else the handle stands, which the
 * writer has typed.
 */
export async function findNamed(handles: string[], { language, actor, seenBy }: Asked): Promise<Map<string, Named>> {
  if (handles.length === 0) return new Map();

  const rows = await db.$queryRaw<Row[]>`
    (SELECT DISTINCT ON (f.slug) 'organization' AS kind, f.slug AS handle, o.id, own.slug, own.name, TRUE AS "isNameShown"
      FROM "OrganizationFace" f JOIN "Organization" o ON o.id = f."organizationId"
      JOIN "OrganizationFace" own ON own."organizationId" = o.id AND own.language = ${language}::"Language"
      WHERE f.slug = ANY(${handles}) AND o.status IN ('MEMBER', 'LISTED') AND o."hiddenAt" IS NULL ORDER BY f.slug, f.language = ${language}::"Language" DESC)
    UNION ALL
    SELECT 'person', p.slug, p."accountId", p.slug, a.name,
      p.listing = 'EVERYONE' OR (p.listing = 'MEMBERS' AND ${seenBy}::text <> 'EVERYONE') OR ${hasSpoken}
    FROM "Profile" p JOIN "Account" a ON a.id = p."accountId"
    WHERE p.slug = ANY(${handles}) AND p."sortName" <> '' AND ${isPresent} AND (${isSeen(actor, "listing")} OR p."accountId" = ${actor.id}::uuid)
      AND NOT ${hasBlocked(Prisma.sql`p."accountId"`, actor)}`;

  // Of a person and an organization with the same handle the person is meant: they come last.
  return new Map(
    rows.map(({ kind, handle, id, slug, name, isNameShown }) => [
      handle,
      { kind, id, href: pathTo(language, kind, { slug }), label: isNameShown ? name : handle },
    ]),
  );
}

/** Whether the person of profile `p` has written where everyone reads. */
const hasSpoken = Prisma.sql`EXISTS (
  SELECT 1 FROM "Post" w JOIN "Thread" t ON t.id = w."threadId" JOIN "Category" k ON k.id = t."categoryId"
  WHERE w."authorId" = p."accountId" AND w.notice IS NULL AND w."removedAt" IS NULL AND t."removedAt" IS NULL
    AND t."contributionId" IS NULL AND k."seenBy" = 'EVERYONE')`;
