import type { Actor } from "~/features/accounts/actor";
import type { DrawnEdit } from "~/features/forums/moderated-edit.server";
import { drawReturned, returnWords } from "~/features/forums/returned-words.server";
import type { Case, Decision } from "~/generated/prisma/client";
import type { ContentMeasure } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";

import { keepers } from "./keepers.server";
import { undoSanctions } from "./sanction.server";
import { isFlaggable, type Keeper } from "./subject.server";

type Decided = Decision & { case: Case };

/** The words that an author had before a decision changed them, drawn before any lock is taken; null where there are none to put back. */
export const drawUndone = async (actor: Actor, { content, deciderId, decidedAt, case: { subjectType, subjectId } }: Decided) =>
  content === "EDIT" && subjectType === "POST" ? drawReturned(actor, subjectId, { editorId: deciderId, at: decidedAt }) : null;

/**
 * Undoes what a decision did, in the transaction of the ruling that says so: the thing is as it was before, its author's words are back, and
 * measures against the person end. What another decision says of the same thing stays. `isBack` says whether the thing stands there again.
 */
export async function overturn(
  tx: Transaction,
  actor: Actor,
  { id, content, decidedAt, case: first }: Decided,
  drawn: DrawnEdit | null,
): Promise<{ isBack: boolean }> {
  await undoSanctions(tx, actor, id);
  const { subjectType, subjectId } = first;
  if (content === "NONE" || !isFlaggable(subjectType)) return { isBack: false };

  const keeper = keepers[subjectType];
  const thing = await keeper.load(tx, subjectId);
  const last = await lastOf(tx, first, content === "EDIT" ? [] : ["NONE", "EDIT"]);
  const isOverruled = last !== null && last.decidedAt > decidedAt;
  if (!thing || (isOverruled && last.content === "REMOVE")) return { isBack: false };
  if (content === "EDIT") {
    if (thing.isGone || (isOverruled && last.content === "EDIT")) return { isBack: false };
    await returnWords(tx, actor, subjectId, drawn, last?.decidedAt ?? null);
    return { isBack: !thing.isHidden };
  }
  const isHidden = last?.content === "HIDE" || (await isHiddenMeanwhile(tx, first));
  return putBack(tx, actor, { keeper, id: subjectId, isHidden, wasRemoved: content === "REMOVE" });
}

type Putting = { keeper: Keeper; id: string; isHidden: boolean; wasRemoved: boolean };

/** What was removed and is to be hidden comes back first, since what is removed cannot be hidden. */
async function putBack(tx: Transaction, actor: Actor, { keeper, id, isHidden, wasRemoved }: Putting) {
  if (!isHidden || wasRemoved) await keeper.show(tx, id, actor.id);
  if (isHidden) await keeper.hide(tx, id, actor.id);
  const now = await keeper.load(tx, id);
  return { isBack: now !== null && !now.isGone && !now.isHidden };
}

/**
 * The last decision about a thing that stands. The appeal that is being ruled on counts as ruled. Of what was undone these measures count all the
 * same: what left a thing in sight hides it no more for having been contested.
 */
function lastOf(
  tx: Transaction,
  { subjectType, subjectId }: Case,
  counted: ContentMeasure[],
): Promise<{ content: ContentMeasure; decidedAt: Date } | null> {
  return tx.decision.findFirst({
    where: {
      case: { subjectType, subjectId },
      OR: [{ appeal: null }, { appeal: { ruling: null } }, { appeal: { ruling: "UPHELD" } }, { content: { in: counted } }],
    },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    select: { content: true, decidedAt: true },
  });
}

const isHiddenMeanwhile = async (tx: Transaction, { subjectType, subjectId }: Case) =>
  (await tx.case.count({ where: { subjectType, subjectId, closedAt: null, hiddenAt: { not: null } } })) > 0;
