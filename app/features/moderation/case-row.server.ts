import type { Viewer } from "~/features/accounts/actor";
import { seenSpaces } from "~/features/forums/seen.server";
import type { CaseKind, CaseSubject, ContentMeasure, PersonMeasure, Ruling } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import type { About, Told } from "./notice.server";
import type { RuleKey } from "./rules";

type Named = { id: string; name: string };

/** A decision with who made it. */
export type CaseDecision = {
  id: string;
  caseId: string;
  deciderId: string | null;
  decider: string | null;
  rule: RuleKey;
  content: ContentMeasure;
  person: PersonMeasure;
  until: string | null;
  toAuthor: string;
  toReportersEn: string;
  toReportersFr: string;
  note: string;
  decidedAt: string;
};

export type CaseAppeal = {
  words: string;
  madeAt: string;
  ruling: Ruling | null;
  decidedAt: string | null;
  decider: string | null;
  toAuthor: string;
  note: string;
};

/** Everything that is kept of a case itself. Who reported it is named here and nowhere else. */
export type CaseRow = {
  id: string;
  kind: CaseKind;
  subjectType: CaseSubject;
  subjectId: string;
  language: Language;
  categoryId: string | null;
  /** Its name, where the viewer sees it. */
  category: string | null;
  organizationIds: string[];
  organizations: string[];
  ownerIds: string[];
  /** To which the owners belong now. */
  ownersOrganizationIds: string[];
  author: (Named & { language: Language; slug: string | null }) | null;
  authorId: string | null;
  rule: RuleKey | null;
  priority: number;
  version: number;
  assignee: Named | null;
  claimedAt: Date | null;
  title: string;
  words: string;
  hiddenAt: Date | null;
  repairedAt: Date | null;
  openedAt: Date;
  closedAt: Date | null;
  outcome: string | null;
  scope: { kind: "LANGUAGE" | "CATEGORY" | "ORGANIZATION"; value: string }[];
  flags: { id: string; rule: RuleKey; words: string; at: string; hasHidden: boolean; reporter: string | null; language: Language | null }[];
  notices: {
    id: string;
    name: string;
    role: Told;
    about: About;
    language: Language;
    subject: string;
    paragraphs: string[];
    sentAt: string;
  }[];
  events: { id: string; name: string; at: string; actor: string | null }[];
  decision: CaseDecision | null;
  /** Of this case, where it is one about an appeal, with what it contests. */
  appeal: (CaseAppeal & { decision: CaseDecision; contestedWords: string }) | null;
  /** Against what was decided here. */
  contestedIn: { caseId: string; ruling: Ruling | null } | null;
};

/** A case with all that belongs to it, and with what its viewer looks after: one round trip. The policy is not asked. */
export async function findCaseRow(viewer: Viewer, language: Language, id: string): Promise<CaseRow | undefined> {
  const [row] = await db.$queryRaw<CaseRow[]>`
    SELECT c.id, c.kind, c."subjectType", c."subjectId", c.language, c."categoryId", f.name AS category, c."organizationIds", c."ownerIds", c."authorId",
      c.rule, c.priority, c.version, c."claimedAt", c.title, c.words, c."hiddenAt", c."repairedAt", c."openedAt", c."closedAt", c.outcome,
      coalesce((SELECT json_agg(o.name ORDER BY o.name) FROM "OrganizationFace" o
        WHERE o."organizationId" = ANY(c."organizationIds") AND o.language = ${language}::"Language"), '[]') AS organizations,
      coalesce((SELECT json_agg(DISTINCT m."organizationId") FROM "Membership" m WHERE m."accountId" = ANY(c."ownerIds")), '[]') AS "ownersOrganizationIds",
      (SELECT json_build_object('id', a.id, 'name', a.name, 'language', a.language, 'slug', p.slug)
        FROM "Account" a LEFT JOIN "Profile" p ON p."accountId" = a.id WHERE a.id = c."authorId") AS author,
      (SELECT json_build_object('id', s.id, 'name', s.name) FROM "Account" s WHERE s.id = c."assigneeId") AS assignee,
      coalesce((SELECT json_agg(json_build_object('kind', s.kind, 'value', s.value)) FROM "ModeratorScope" s WHERE s."accountId" = ${viewer?.id ?? null}::uuid), '[]') AS scope,
      coalesce((SELECT json_agg(json_build_object('id', g.id, 'rule', g.rule, 'words', g.words, 'at', g.at, 'hasHidden', g."hasHidden", 'reporter', a.name, 'language', a.language) ORDER BY g.at, g.id)
        FROM "Flag" g LEFT JOIN "Account" a ON a.id = g."reporterId" WHERE g."caseId" = c.id), '[]') AS flags,
      coalesce((SELECT json_agg(json_build_object('id', n.id, 'name', a.name, 'role', n.role, 'about', n.about, 'language', n.language, 'subject', n.subject,
          'paragraphs', n.paragraphs, 'sentAt', n."sentAt") ORDER BY n."sentAt", n.id)
        FROM "CaseNotice" n JOIN "Account" a ON a.id = n."accountId" WHERE n."caseId" = c.id), '[]') AS notices,
      coalesce((SELECT json_agg(json_build_object('id', e.id, 'name', e.name, 'at', e.at, 'actor', a.name) ORDER BY e.at, e.id)
        FROM "Event" e LEFT JOIN "Account" a ON a.id = e."actorId" WHERE e."subjectType" = 'CASE' AND e."subjectId" = c.id), '[]') AS events,
      (SELECT to_jsonb(d) || jsonb_build_object('decider', a.name, 'tokenHash', NULL) FROM "Decision" d LEFT JOIN "Account" a ON a.id = d."deciderId"
        WHERE d."caseId" = c.id) AS decision,
      (SELECT to_jsonb(x) || jsonb_build_object('decider', y.name, 'contestedWords', o.words,
          'decision', to_jsonb(d) || jsonb_build_object('decider', z.name, 'tokenHash', NULL))
        FROM "Appeal" x JOIN "Decision" d ON d.id = x."decisionId" JOIN "Case" o ON o.id = d."caseId"
          LEFT JOIN "Account" y ON y.id = x."deciderId" LEFT JOIN "Account" z ON z.id = d."deciderId" WHERE x."caseId" = c.id) AS appeal,
      (SELECT json_build_object('caseId', x."caseId", 'ruling', x.ruling) FROM "Appeal" x JOIN "Decision" d ON d.id = x."decisionId" WHERE d."caseId" = c.id) AS "contestedIn"
    FROM "Case" c LEFT JOIN "Category" k ON k.id = c."categoryId" AND ${seenSpaces(viewer)}
      LEFT JOIN "CategoryFace" f ON f."categoryId" = k.id AND f.language = ${language}::"Language"
    WHERE c.id = ${id}::uuid`;
  return row;
}
