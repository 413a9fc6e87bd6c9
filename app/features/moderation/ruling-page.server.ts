import type { Actor } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";

import { lockCase } from "./case.server";
import { may } from "./policy";
import type { RuleKey } from "./rules";

/** What the form of a ruling shows around it when it comes back. Refuses who does not see the case, and what is no appeal (404). */
export async function getRuling(actor: Actor, id: string) {
  return db.$transaction(async (tx) => {
    const { appeal, title, language, version, isOpen, subject } = await lockCase(tx, actor, id);
    const { decisionId, appellantId, words } = found(appeal);
    const decision = await tx.decision.findUniqueOrThrow({ where: { id: decisionId }, select: { rule: true } });
    const appellant = appellantId && (await tx.account.findUnique({ where: { id: appellantId }, select: { language: true } }));

    return {
      id,
      title,
      language,
      version,
      words,
      rule: decision.rule as RuleKey,
      authorLanguage: (appellant || null)?.language ?? null,
      isOpen,
      conflict: may.conflictOf(actor, subject),
    };
  });
}
