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
    WHEN ${hasDecided(viewer.id)} THEN 'decision'
    ${organizationIds.length > 0 ? ours : Prisma.empty} END`;
}

/** The open cases about which the viewer may not decide. Found along indexes, so that they are no more work among thousands. */
export function conflictedCases({ id, organizations }: { id: string; organizations: { id: string }[] }): Prisma.Sql {
  const organizationIds = organizations.map((organization) => organization.id);
  const open = (condition: Prisma.Sql) => Prisma.sql`SELECT c.id FROM "Case" c WHERE c."closedAt" IS NULL AND ${condition}`;
  return Prisma.join(
    [
      open(Prisma.sql`c."ownerIds" @> ARRAY[${id}::uuid]`),
      open(hasDecided(id)),
      organizationIds.length > 0 ? open(Prisma.sql`c.kind <> ALL(${requestKinds}::"CaseKind"[]) AND ${concerns(organizationIds)}`) : [],
    ].flat(),
    " UNION ",
  );
}

/** Whether case `c` contests what this person decided: looked up for each appeal in its turn, since all that was ever decided is much. */
const hasDecided = (accountId: string) => Prisma.sql`(c.kind = 'APPEAL' AND ${accountId}::uuid = (
  SELECT d."deciderId" FROM "Appeal" x JOIN "Decision" d ON d.id = x."decisionId" WHERE x."caseId" = c.id))`;

/** Whether case `c` is about one of these organizations, or about work of someone who belongs to one of them now. */
const concerns = (organizationIds: string[]) => Prisma.sql`(c."organizationIds" && ${organizationIds}::uuid[]
  OR c."ownerIds" && ARRAY(SELECT m."accountId" FROM "Membership" m WHERE m."organizationId" = ANY(${organizationIds}::uuid[])))`;
