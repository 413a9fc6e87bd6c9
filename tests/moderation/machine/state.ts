import { db } from "~/platform/db.server";

import type { Scene } from "./cast";

/** Everything that there is about the post of a path. */
export async function look({ authorId, postId }: Scene) {
  const [post, cases, sanctions, account] = await Promise.all([
    db.post.findUniqueOrThrow({ where: { id: postId } }),
    db.case.findMany({ where: { subjectId: postId }, orderBy: { id: "asc" }, include: about }),
    db.sanction.findMany({ where: { accountId: authorId }, orderBy: { id: "asc" } }),
    db.account.findUniqueOrThrow({ where: { id: authorId } }),
  ]);
  const appealed = cases.flatMap(({ decision }) => decision?.appeal?.caseId ?? []);
  const appeals = appealed.length > 0 ? await db.case.findMany({ where: { id: { in: appealed } }, orderBy: { id: "asc" } }) : [];
  const open = [...cases, ...appeals.map((one) => ({ ...one, flags: [] as (typeof cases)[number]["flags"] }))].filter(
    ({ closedAt }) => !closedAt,
  );

  return {
    post,
    cases,
    appeals,
    sanctions,
    account,
    open: open.at(-1) ?? null,
    last: cases.findLast(({ decision }) => decision)?.decision ?? null,
  };
}

const about = { flags: true, decision: { include: { appeal: true } } } as const;

export type State = Awaited<ReturnType<typeof look>>;

/** How the post stands for everyone else. */
export const fateOf = ({ post: { hiddenAt, barredAt, removedAt } }: State) =>
  barredAt ? "barred" : hiddenAt ? "hidden" : removedAt ? "gone" : "shown";

/** What two states have in common that lead to the same: who did it does not count, since everyone is tried. */
export const keyOf = (state: State): string =>
  JSON.stringify({
    fate: fateOf(state),
    open: state.open && {
      kind: state.open.kind,
      isHidden: state.open.hiddenAt !== null,
      isRepaired: state.open.repairedAt !== null,
      isClaimed: state.open.assigneeId !== null,
      flags: state.open.flags.length,
    },
    decisions: state.cases.flatMap(({ decision }) =>
      decision
        ? [[decision.content, decision.person, decision.appeal?.ruling ?? decision.appeal !== null, isOver(decision.appealableUntil)]]
        : [],
    ),
    sanctions: state.sanctions.map(({ kind, endedAt }) => [kind, endedAt !== null]),
  });

export const isOver = (until: Date | null) => until !== null && until <= new Date();
