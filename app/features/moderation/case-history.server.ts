import type { Viewer } from "~/features/accounts/actor";
import type { CaseKind, ContentMeasure, PersonMeasure, Ruling, SanctionKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { seenCases } from "./case-sight.server";
import type { Scope } from "./policy";
import type { RuleKey } from "./rules";

const MOST = 10;

type Earlier = {
  id: string;
  kind: CaseKind;
  title: string;
  language: Language;
  openedAt: string;
  closedAt: string | null;
  outcome: string | null;
  content: ContentMeasure | null;
  person: PersonMeasure | null;
  ruling: Ruling | null;
};

/** What is known from before: of the thing, and of whose it is. */
export type CaseHistory = {
  sameThing: Earlier[];
  sameAuthor: Earlier[];
  /** Of all cases about this person: how many came to nothing, and how many led to a measure that stands. */
  dismissed: number;
  upheld: number;
  sanctions: { id: string; kind: SanctionKind; rule: RuleKey; since: string; until: string | null; endedAt: string | null }[];
};

type About = { id: string; subjectType: string; subjectId: string; authorId: string | null };

/** One round trip. Cases are listed as far as the viewer sees them; what was decided about a person counts whoever sees it. */
export async function findCaseHistory(viewer: Viewer, scope: Scope, { id, subjectType, subjectId, authorId }: About): Promise<CaseHistory> {
  const sight = seenCases(viewer, scope);
  const [row] = await db.$queryRaw<CaseHistory[]>`
    WITH decided AS (
      SELECT d.content = 'NONE' AND d.person = 'NONE' OR coalesce(x.ruling = 'OVERTURNED', FALSE) AS "isNothing"
      FROM "Case" c JOIN "Decision" d ON d."caseId" = c.id LEFT JOIN "Appeal" x ON x."decisionId" = d.id
      WHERE c."authorId" = ${authorId}::uuid AND c.id <> ${id}::uuid),
    other AS (
      (SELECT TRUE AS "isSame", c.* FROM "Case" c WHERE c."subjectType" = ${subjectType}::"CaseSubject" AND c."subjectId" = ${subjectId}::uuid
        AND c.id <> ${id}::uuid AND ${sight} ORDER BY c."openedAt" DESC LIMIT ${MOST})
      UNION ALL
      (SELECT FALSE, c.* FROM "Case" c WHERE c."authorId" = ${authorId}::uuid AND c."subjectId" <> ${subjectId}::uuid
        AND ${sight} ORDER BY c."openedAt" DESC LIMIT ${MOST})),
    shown AS (
      SELECT o."isSame", o."openedAt" AS at, json_build_object('id', o.id, 'kind', o.kind, 'title', o.title, 'language', o.language, 'openedAt', o."openedAt",
        'closedAt', o."closedAt", 'outcome', o.outcome, 'content', d.content, 'person', d.person, 'ruling', x.ruling) AS one
      FROM other o LEFT JOIN "Decision" d ON d."caseId" = o.id LEFT JOIN "Appeal" x ON x."decisionId" = d.id)
    SELECT coalesce((SELECT json_agg(s.one ORDER BY s.at DESC) FROM shown s WHERE s."isSame"), '[]') AS "sameThing",
      coalesce((SELECT json_agg(s.one ORDER BY s.at DESC) FROM shown s WHERE NOT s."isSame"), '[]') AS "sameAuthor",
      (SELECT count(*)::int FROM decided WHERE "isNothing") AS dismissed, (SELECT count(*)::int FROM decided WHERE NOT "isNothing") AS upheld,
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'kind', s.kind, 'rule', s.rule, 'since', s.since, 'until', s.until, 'endedAt', s."endedAt")
        ORDER BY s.since DESC) FROM (SELECT * FROM "Sanction" s WHERE s."accountId" = ${authorId}::uuid ORDER BY s.since DESC LIMIT ${MOST}) s), '[]') AS sanctions`;
  return row ?? { sameThing: [], sameAuthor: [], dismissed: 0, upheld: 0, sanctions: [] };
}
