import { belongsTo, hasRole, isStewardOf, type Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import type { CaseKind, CaseSubject } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

/** What a moderator looks after; an empty list means all of that kind. */
export type Scope = { languages: Language[]; categoryIds: string[]; organizationIds: string[] };

/** What the policy has to know of a case. `ownerIds`: whose work it is. `deciderIds`: who decided what an appeal contests. */
export type CaseSubjectOf = {
  kind: CaseKind;
  language: Language;
  categoryId: string | null;
  organizationIds: string[];
  ownerIds: string[];
  deciderIds: string[];
};

const covers = (wanted: readonly string[], given: readonly string[]) => wanted.length === 0 || given.some((one) => wanted.includes(one));

/** Requests, which are decided on pages of their own. */
export const requestKinds: readonly CaseKind[] = ["ROLE", "ORGANIZATION"];

/** Requests for roles and of organizations are decided by administrators, everything else by moderators. */
const isTheirs = (viewer: Viewer, kind: CaseKind) => {
  if (kind === "ROLE") return allows(viewer, "role.grant");
  if (kind === "ORGANIZATION") return allows(viewer, "organization.approve");
  return allows(viewer, "case.decide");
};

const isInScope = (scope: Scope, { language, categoryId, organizationIds }: CaseSubjectOf) =>
  covers(scope.languages, [language]) &&
  covers(scope.categoryIds, categoryId ? [categoryId] : []) &&
  covers(scope.organizationIds, organizationIds);

/** Why someone may not decide about a case that they see: it is their own, of their own organization, or their own decision. */
export type Conflict = "own" | "organization" | "decision";

/** Who may do what in moderation. Nobody decides about their own work, their own decision, or their own organization. */
export const may = {
  /** See the queue at all. */
  moderate: (viewer: Viewer) => allows(viewer, "case.decide"),

  /** What is out of their scope, or not for their role, does not exist for them (404). Administrators look after everything. */
  see: (viewer: Viewer, subject: CaseSubjectOf, scope: Scope) =>
    isTheirs(viewer, subject.kind) && (hasRole(viewer, "ADMINISTRATOR") || isInScope(scope, subject)),

  conflictOf: (viewer: Viewer, { kind, ownerIds, organizationIds, deciderIds }: CaseSubjectOf): Conflict | null => {
    if (viewer === null) return "own";
    if (ownerIds.includes(viewer.id)) return "own";
    if (deciderIds.includes(viewer.id)) return "decision";
    // Roles of one's colleagues, and one's own organization, are granted and approved by the rules of the pages where that is done.
    if (requestKinds.includes(kind)) return null;
    return organizationIds.some((id) => belongsTo(viewer, id)) ? "organization" : null;
  },

  decide: (viewer: Viewer, subject: CaseSubjectOf, scope: Scope) =>
    may.see(viewer, subject, scope) && may.conflictOf(viewer, subject) === null,

  flag: (viewer: Viewer) => allows(viewer, "post.write"),

  /** See what was decided about what is one's own, or about an organization for which one answers, and contest it. */
  contest: (
    viewer: Viewer,
    { subjectType, subjectId, authorId }: { subjectType: CaseSubject; subjectId: string; authorId: string | null },
  ) => viewer !== null && (subjectType === "ORGANIZATION" ? isStewardOf(viewer, subjectId) : viewer.id === authorId),

  lift: (viewer: Viewer, accountId: string) => allows(viewer, "case.decide") && viewer?.id !== accountId,

  watchWords: (viewer: Viewer) => allows(viewer, "case.decide"),

  giveScopes: (viewer: Viewer) => allows(viewer, "role.grant"),

  readAudit: (viewer: Viewer) => allows(viewer, "audit.read"),
};
