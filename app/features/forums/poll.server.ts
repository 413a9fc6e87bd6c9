import type { PollResults } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";

export type PollInput = { question: string; options: string[]; isMultiple: boolean; results: PollResults; closesAt: Date | null };

/** Puts a poll under a post that was written in this transaction. */
export async function openPoll(tx: Transaction, postId: string, { options, ...poll }: PollInput) {
  await tx.poll.create({ data: { postId, ...poll }, select: { postId: true } });
  await tx.pollOption.createMany({ data: options.map((label, position) => ({ postId, position, label })) });
}
