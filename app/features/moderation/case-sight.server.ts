import { hasRole, type Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import { CaseKind } from "~/generated/prisma/enums";

import { may, requestKinds, type Scope } from "./policy";

const everywhere: Scope = { languages: [], categoryIds: [], organizationIds: [] };

/** The kinds of cases that someone's role decides about, in the order of the queue's filter. */
export const kindsOf = (viewer: Viewer): CaseKind[] =>
  Object.values(CaseKind).filter((kind) =>
    may.see(viewer, { kind, language: "en", categoryId: null, organizationIds: [], ownerIds: [], deciderIds: [] }, everywhere),
  );

/** Whether the viewer sees case `c`: a piece of SQL that says what `may.see` says. Every list and count of the queue stands on it. */
export function seenCases(viewer: Viewer, scope: Scope): Prisma.Sql {
  const kinds = kindsOf(viewer);
  if (kinds.length === 0) return Prisma.sql`FALSE`;

  const isTheirs = Prisma.sql`c.kind = ANY(${kinds}::"CaseKind"[])`;
  if (hasRole(viewer, "ADMINISTRATOR")) return kinds.length === Object.keys(CaseKind).length ? Prisma.sql`TRUE` : isTheirs;

  const { languages, categoryIds, organizationIds } = scope;
  return Prisma.join(
    [
      isTheirs,
      languages.length > 0 ? Prisma.sql`c.language = ANY(${languages}::"Language"[])` : [],
      categoryIds.length > 0 ? Prisma.sql`c."categoryId" = ANY(${categoryIds}::uuid[])` : [],
      organizationIds.length > 0 ? concerns(organizationIds) : [],
    ].flat(),
    " AND ",
  );
}

/** Why the viewer may not decide about case `c`, or null: a piece of SQL that says what `may.conflictOf` says. */
export function conflictOf(viewer: Viewer): Prisma.Sql {
  if (viewer === null) return Prisma.sql`'own'`;
  const organizationIds = viewer.organizations.map(({ id }) => id);
  const ours = Prisma.sql`WHEN c.kind <> ALL(${requestKinds}::"CaseKind"[]) AND ${concerns(organizationIds)} THEN 'organization'`;
  return Prisma.sql`CASE
    WHEN ${viewer.id}::uuid = ANY(c."ownerIds") THEN 'own'
    WHEN c.kind = 'APPEAL' AND EXISTS (SELECT 1 FROM "Appeal" x JOIN "Decision" d ON d.id = x."decisionId"
      WHERE x."caseId" = c.id AND d."deciderId" = ${viewer.id}::uuid) THEN 'decision'
    ${organizationIds.length > 0 ? ours : Prisma.empty} END`;
}

/** The open cases about which the viewer may not decide. Found along indexes, so that they are no more work among thousands. */
export function conflictedCases({ id, organizations }: { id: string; organizations: { id: string }[] }): Prisma.Sql {
  const organizationIds = organizations.map((organization) => organization.id);
  const open = (condition: Prisma.Sql) => Prisma.sql`SELECT c.id FROM "Case" c WHERE c."closedAt" IS NULL AND ${condition}`;
  return Prisma.join(
    [
      open(Prisma.sql`c."ownerIds" @> ARRAY[${id}::uuid]`),
      Prisma.sql`SELECT x."caseId" FROM "Decision" d JOIN "Appeal" x ON x."decisionId" = d.id JOIN "Case" c ON c.id = x."caseId"
        WHERE d."deciderId" = ${id}::uuid AND c."closedAt" IS NULL`,
      open(Prisma.sql`c.kind <> ALL(${requestKinds}::"CaseKind"[]) AND c."organizationIds" && ${organizationIds}::uuid[]`),
      open(Prisma.sql`c.kind <> ALL(${requestKinds}::"CaseKind"[]) AND c."ownerIds" && ARRAY(
        SELECT m."accountId" FROM "Membership" m WHERE m."organizationId" = ANY(${organizationIds}::uuid[]))`),
    ],
    " UNION ",
  );
}

/** Whether case `c` is about one of these organizations, or about work of someone who belongs to one of them now. */
const concerns = (organizationIds: string[]) => Prisma.sql`(c."organizationIds" && ${organizationIds}::uuid[] OR EXISTS (
  SELECT 1 FROM "Membership" m WHERE m."accountId" = ANY(c."ownerIds") AND m."organizationId" = ANY(${organizationIds}::uuid[])))`;
