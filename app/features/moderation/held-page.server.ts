import type { Actor } from "~/features/accounts/actor";
import { getHeldForCase, type HeldForCase } from "~/features/forums/held-list.server";
import { db } from "~/platform/db.server";
import { notFound } from "~/platform/errors";

import { lockCase } from "./case.server";
import { may } from "./policy";

/** The words that an open case is about, as they would look; null for other cases, and where they wait no longer. Whoever calls has asked the policy. */
export const getHeldOf = async ({
  kind,
  isOpen,
  subjectId,
}: {
  kind: string;
  isOpen: boolean;
  subjectId: string;
}): Promise<HeldForCase | null> => (kind === "HELD" && isOpen ? getHeldForCase(db, subjectId) : null);

/** The page on which waiting words are sent back. Refuses who does not see the case, and what is not about waiting words (404). */
export async function getHeldReturn(actor: Actor, id: string) {
  return db.$transaction(async (tx) => {
    const { kind, title, language, version, words, isOpen, authorId, subject } = await lockCase(tx, actor, id);
    if (kind !== "HELD") throw notFound();
    const author = authorId && (await tx.account.findUnique({ where: { id: authorId }, select: { language: true } }));
    const isMine = isOpen && may.conflictOf(actor, subject) === null;
    return { id, title, language, version, words, isOpen, isMine, authorLanguage: (author || null)?.language ?? null };
  });
}
