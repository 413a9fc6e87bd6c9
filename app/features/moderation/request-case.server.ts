import type { Language } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";

import { type CaseThing, openCase } from "./case.server";
import { closeCase } from "./closing.server";
import { PRIORITY } from "./rules";

/**
 * Keeps the lines of the queue that stand for someone's requests for roles: one for each that waits, none for what is answered. It looks at the
 * requests themselves, so that it may be called in any order, and often.
 */
export async function keepRoleCases(accountId: string) {
  await db.$transaction(async (tx) => {
    await lockRequests(tx, accountId);
    const waiting = await tx.roleRequest.findMany({
      where: { accountId, answer: null },
      orderBy: { id: "asc" },
      select: { id: true, reason: true, account: { select: { name: true, language: true } } },
    });
    const things = waiting.map(({ id, reason, account }) =>
      thing({ id, type: "ROLE_REQUEST", accountId, language: account.language, title: account.name, words: reason }),
    );
    await keep(tx, "ROLE", { ownerIds: { has: accountId } }, things);
  });
}

/** The same for the applications of an organization. */
export async function keepApplicationCases(organizationId: string) {
  await db.$transaction(async (tx) => {
    await lockRequests(tx, organizationId);
    const waiting = await tx.organizationApplication.findMany({
      where: { organizationId, answer: null },
      orderBy: { id: "asc" },
      select: {
        id: true,
        message: true,
        applicantId: true,
        applicant: { select: { language: true } },
        organization: { select: { faces: { select: { language: true, name: true } } } },
      },
    });
    const things = waiting.map(({ id, message, applicantId, applicant, organization }) => {
      const language = applicant?.language ?? "en";
      const title = organization.faces.find((face) => face.language === language)?.name ?? "";
      return {
        ...thing({ id, type: "APPLICATION", accountId: applicantId, language, title, words: message }),
        organizationIds: [organizationId],
      };
    });
    await keep(tx, "ORGANIZATION", { organizationIds: { has: organizationId } }, things);
  });
}

/** Of two that look at the same requests, the second sees what the first has done. */
const lockRequests = (tx: Transaction, id: string) =>
  tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`request cases of ${id}`}, 0))`;

type Request = {
  id: string;
  type: "ROLE_REQUEST" | "APPLICATION";
  accountId: string | null;
  language: Language;
  title: string;
  words: string;
};

const thing = ({ id, type, accountId, ...said }: Request): CaseThing => ({
  ...said,
  subjectType: type,
  subjectId: id,
  categoryId: null,
  organizationIds: [],
  ownerIds: accountId ? [accountId] : [],
  authorId: accountId,
});

type About = { ownerIds: { has: string } } | { organizationIds: { has: string } };

async function keep(tx: Transaction, kind: "ROLE" | "ORGANIZATION", about: About, things: CaseThing[]) {
  const open = await tx.case.findMany({ where: { kind, closedAt: null, ...about }, select: { id: true, subjectId: true } });
  const known = new Set(open.map(({ subjectId }) => subjectId));
  const waiting = new Set(things.map(({ subjectId }) => subjectId));
  for (const one of things) if (!known.has(one.subjectId)) await openCase(tx, one, { kind, priority: PRIORITY.request });
  for (const { id, subjectId } of open) if (!waiting.has(subjectId)) await close(tx, id);
}

/** Whoever has it in hand comes first, or finds it closed. */
async function close(tx: Transaction, id: string) {
  const [open] = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Case" WHERE id = ${id}::uuid AND "closedAt" IS NULL FOR UPDATE`;
  if (open) await closeCase(tx, { id }, "ELSEWHERE");
}
