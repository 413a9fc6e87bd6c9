import type { Actor } from "~/features/accounts/actor";
import { appendPost } from "~/features/forums/append.server";
import type { Circle } from "~/generated/prisma/enums";
import { languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";

export type Forums = Awaited<ReturnType<typeof forumsIn>>;

export type Place = { id: string; slug: string };

/** A thread, with its posts from the first to the last. */
export type Talk = Place & { posts: string[] };

/** Categories for every circle, each with a thread in it, and threads in every state. Whoever writes there is none of those who come. */
export async function forumsIn(author: Actor, riverside: string, guide: string) {
  const categories = {
    open: await categoryOf("open", "EVERYONE"),
    members: await categoryOf("members", "MEMBERS"),
    affiliated: await categoryOf("affiliated", "AFFILIATED"),
    staff: await categoryOf("staff", "STAFF"),
    riverside: await categoryOf("riverside", "ORGANIZATION", riverside),
    atRest: await categoryOf("at rest", "EVERYONE", null, new Date()),
  };
  const talk = (what: string, place: Place, changes: object = {}) => talkOf(author, what, place.id, changes);
  const now = new Date();
  const threads = {
    open: await talk("open", categories.open),
    locked: await talk("locked", categories.open, { lockedAt: now }),
    pinned: await talk("pinned", categories.open, { pinnedAt: now }),
    archived: await talk("archived", categories.open, { archivedAt: now }),
    removed: await talk("removed", categories.open, { removedAt: now }),
    cleared: await talk("cleared", categories.riverside, { removedAt: now }),
    members: await talk("members", categories.members),
    affiliated: await talk("affiliated", categories.affiliated),
    staff: await talk("staff", categories.staff),
    riverside: await talk("riverside", categories.riverside),
    /** About a guide that the people of Riverside alone read. */
    guide: await talk("guide", await discussions(), { contributionId: guide }),
  };
  const [gone = ""] = threads.open.posts.slice(-1);
  await db.post.update({ where: { id: gone }, data: { removedAt: now, removerId: author.id } });

  return { categories, threads, removedPost: gone, ...(await belongingsOf(author, threads.open)) };
}

/** What the author has for themselves: a draft, a poll, a notification, a bookmark. */
async function belongingsOf(author: Actor, { id, posts }: Talk) {
  const draft = newId();
  await db.postDraft.create({
    data: { id: draft, accountId: author.id, kind: "REPLY", threadId: id, fields: { body: "Canary draft words" } },
  });
  const [poll = ""] = posts;
  await db.poll.create({
    data: {
      postId: poll,
      question: "Which day?",
      options: { create: ["Monday", "Tuesday"].map((label, position) => ({ label, position })) },
    },
  });
  const option = await db.pollOption.findFirstOrThrow({ where: { postId: poll, position: 0 } });

  return { draft, poll, option: option.id };
}

async function categoryOf(
  what: string,
  circle: Circle,
  organizationId: string | null = null,
  archivedAt: Date | null = null,
): Promise<Place> {
  const slug = `matrix-${what.replaceAll(" ", "-")}`;
  const writers = circle === "EVERYONE" ? "MEMBERS" : circle;
  const { id } = await db.category.create({
    data: {
      ...{ colour: "teal", icon: "question", organizationId, archivedAt, seenBy: circle, startedBy: writers, repliedBy: writers },
      faces: {
        create: languages.map((language) => ({ language, name: `Canary name ${what}`, slug, description: `Canary place ${what}` })),
      },
      slugs: { create: languages.map((language) => ({ language, slug })) },
    },
  });
  return { id, slug };
}

async function discussions(): Promise<Place> {
  const found = await db.category.findFirst({ where: { kind: "DISCUSSIONS" }, select: { id: true } });
  if (found) return { id: found.id, slug: "" };
  const made = await categoryOf("discussions", "EVERYONE");
  await db.category.update({ where: { id: made.id }, data: { kind: "DISCUSSIONS" } });
  return made;
}

async function talkOf(author: Actor, what: string, categoryId: string, changes: object): Promise<Talk> {
  const slug = `canary-title-${what}`;
  return db.$transaction(async (tx) => {
    const about = { categoryId, starterId: author.id, language: "en", title: `Canary title ${what}`, slug } as const;
    const { id } = await tx.thread.create({ data: { ...about, ...changes }, select: { id: true } });
    const posts: string[] = [];
    for (const number of [1, 2, 3]) {
      const words = `Canary words ${what} ${number}`;
      const post = { id: newId(), authorId: author.id, language: "en", body: words, html: `<p>${words}</p>`, text: words } as const;
      await appendPost(tx, { id, categoryId, lastNumber: number - 1 }, { ...post, renderer: 1, replyToId: null });
      posts.push(post.id);
    }
    return { id, slug, posts };
  });
}
