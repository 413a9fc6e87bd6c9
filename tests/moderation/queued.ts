import type { CaseKind, CaseSubject } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";

const subjectOf: Record<CaseKind, CaseSubject> = {
  FLAG: "POST",
  HELD: "HELD_POST",
  REPAIR: "POST",
  APPEAL: "DECISION",
  ROLE: "ROLE_REQUEST",
  ORGANIZATION: "APPLICATION",
};

type Changes = Partial<Parameters<typeof db.case.create>[0]["data"]>;

/** A case as it stands in the queue, about something that need not exist. */
export const caseOf = (changes: Changes = {}) =>
  db.case.create({
    data: {
      kind: "FLAG",
      subjectType: subjectOf[(changes.kind as CaseKind | undefined) ?? "FLAG"],
      subjectId: newId(),
      language: "en",
      organizationIds: [],
      ownerIds: [],
      priority: 30,
      title: "How do you welcome people?",
      words: "Words that someone reported.",
      ...changes,
    } as Parameters<typeof db.case.create>[0]["data"],
  });
