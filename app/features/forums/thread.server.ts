import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import { unknownKeys } from "~/features/vocabularies/queries.server";
import type { Language } from "~/i18n/languages";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, found, unprocessable } from "~/platform/errors";
import { slugOf } from "~/platform/slug";

import { holdWords } from "./hold.server";
import { loadCategory } from "./load.server";
import { may } from "./policy";
import { becameOf, takeTurn } from "./turn.server";
import { type Drawn, drawWords, putWords, type Words } from "./writing.server";

export type NewThread = Words & { title: string; topics: string[] };

/** `held`: the words wait for a moderator, and there is no thread yet; `id` is empty. */
export type Started = { id: string; slug: string; postId: string; held: boolean };

/**
 * Begins a thread with its first post, and follows it. Sent twice it begins one, and gives the same. What a moderator looks at first is held. Refuses
 * what is hidden (404), who may not (403), a category at rest (409), words that cannot be taken (422) and haste (429).
 */
export async function startThread(actor: Actor, language: Language, categorySlug: string, input: NewThread): Promise<Started> {
  const became = await becameOf(db, actor, input);
  if (became) return placeOf(db, input, became);
  const { space } = await db.$transaction((tx) => openCategory(tx, actor, language, categorySlug));
  if ((await unknownKeys("TOPIC", input.topics)).length > 0) throw unprocessable("posting.error.unknownTopic");
  await spend(actor, "topics");
  const drawn = await drawWords(actor, input, space.seenBy);

  try {
    return await db.$transaction(async (tx) => {
      const turn = await takeTurn(tx, actor, drawn, { threadId: null, title: input.title });
      if (turn.became) return placeOf(tx, input, turn.became);
      const category = await openCategory(tx, actor, language, categorySlug);
      if (turn.reasons.length === 0) return begin(tx, actor, category.id, { ...input, drawn });

      const { title, topics } = input;
      await holdWords(tx, actor, { kind: "THREAD", categoryId: category.id, title, topics }, drawn, turn.reasons);
      return placeOf(tx, input, "HELD");
    });
  } catch (error) {
    const became = isTaken(error) ? await becameOf(db, actor, input) : null;
    if (!became) throw error;
    return placeOf(db, input, became);
  }
}

type Beginning = Pick<NewThread, "title" | "topics" | "language"> & { drawn: Drawn };

/** Makes a thread of words that were drawn. Whoever calls has asked the policy, and for topics that there are. */
export async function begin(
  tx: Transaction,
  actor: Actor,
  categoryId: string,
  { title, topics, language, drawn }: Beginning,
): Promise<Started> {
  const slug = threadSlug(title, language);
  const thread = await tx.thread.create({
    data: { categoryId, starterId: actor.id, language, title, slug },
    select: { id: true, categoryId: true },
  });
  await putTopics(tx, thread.id, topics);
  await tx.category.update({ where: { id: categoryId }, data: { threadCount: { increment: 1 } }, select: { id: true } });
  await writeFirstPost(tx, actor, thread, drawn);
  return { id: thread.id, slug, postId: drawn.id, held: false };
}

/** Puts the first post into a thread that was made in this transaction, and records that it began. Whoever calls has asked the policy. */
export async function writeFirstPost(tx: Transaction, actor: Actor, thread: { id: string; categoryId: string }, drawn: Drawn) {
  await putWords(tx, actor, { ...thread, lastNumber: 0 }, drawn);
  await record(tx, actor, "thread.started", { type: "THREAD", id: thread.id }, { category: thread.categoryId, post: drawn.id });
}

/** The words of a title in an address; a title may have none that an address can hold. */
export const threadSlug = (title: string, language: Language): string => slugOf(title) || (language === "fr" ? "fil" : "thread");

async function openCategory(tx: Transaction, actor: Actor, language: Language, slug: string) {
  const category = await loadCategory(tx, actor, language, slug);
  authorize(may.start(actor, { ...category.space, isArchived: false }));
  if (category.space.isArchived) throw conflict("posting.closed.category");
  return category;
}

async function putTopics(tx: Transaction, threadId: string, keys: string[]) {
  if (keys.length === 0) return;
  const terms = await tx.term.findMany({ where: { kind: "TOPIC", key: { in: keys } }, select: { id: true } });
  await tx.threadTopic.createMany({ data: terms.map(({ id }) => ({ threadId, termId: id, lastPostAt: new Date() })) });
}

/** Under the name that it was given: who cannot see it any more is not told another, and who can is led on. */
async function placeOf(tx: Transaction, { id: postId, title, language }: NewThread, became: "POSTED" | "HELD"): Promise<Started> {
  const slug = threadSlug(title, language);
  if (became === "HELD") return { id: "", slug, postId, held: true };
  const { threadId } = found(await tx.post.findUnique({ where: { id: postId }, select: { threadId: true } }));
  return { id: threadId, slug, postId, held: false };
}
