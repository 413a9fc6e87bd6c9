import type { Actor } from "~/features/accounts/actor";
import { appendPost } from "~/features/forums/append.server";
import type { Circle } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { slugOf } from "~/platform/slug";

/** A category: everyone reads, members write, unless said otherwise. */
export async function category(
  name = "Questions",
  changes: { seenBy?: Circle; startedBy?: Circle; repliedBy?: Circle; organizationId?: string; archivedAt?: Date } = {},
) {
  const slug = slugOf(name);
  const { id } = await db.category.create({
    data: {
      colour: "teal",
      icon: "question",
      seenBy: "EVERYONE",
      startedBy: "MEMBERS",
      repliedBy: "MEMBERS",
      ...changes,
      faces: {
        create: [
          { language: "en", name, slug },
          { language: "fr", name: `${name} (fr)`, slug },
        ],
      },
      slugs: {
        create: [
          { language: "en", slug },
          { language: "fr", slug },
        ],
      },
    },
  });
  return { id, slug };
}

/** A thread with as many posts as texts, each by the writer of the same place, or else by who began it. */
export async function thread({
  by,
  writers = [],
  category: { id: categoryId },
  title = "How do you welcome people?",
  posts = ["How do you welcome people who come for the first time?"],
  language = "en",
}: {
  by: Actor;
  writers?: Actor[];
  category: { id: string };
  title?: string;
  posts?: string[];
  language?: Language;
}) {
  return db.$transaction(async (tx) => {
    const slug = slugOf(title);
    const { id } = await tx.thread.create({ data: { categoryId, starterId: by.id, language, title, slug } });
    await tx.category.update({ where: { id: categoryId }, data: { threadCount: { increment: 1 } } });
    const ids: string[] = [];
    for (const [index, body] of posts.entries()) {
      const postId = newId();
      const words = { language, body, html: `<p>${body}</p>`, text: body, renderer: 1, replyToId: null };
      await appendPost(tx, { id, categoryId, lastNumber: index }, { id: postId, authorId: (writers[index] ?? by).id, ...words });
      ids.push(postId);
    }
    return { id, slug, title, posts: ids };
  });
}
