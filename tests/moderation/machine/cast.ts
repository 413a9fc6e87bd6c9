import { findActor } from "~/features/accounts/session.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category } from "#tests/support/forums";
import { organization, person } from "#tests/support/world";

/** Everyone who tries everything, by what they are to the author and to the case. */
export const people = ["author", "colleague", "reporter", "member", "frida", "fred", "admin", "scoped", "silenced"] as const;

export type Who = (typeof people)[number];

/** Those who come to every path alike. */
export type Cast = { home: { id: string }; place: { id: string }; ids: Record<Exclude<Who, "author">, string> };

export async function gather(): Promise<Cast> {
  const home = await organization();
  const ids = {
    colleague: (await person("Colin", { roles: ["MODERATOR"], organizations: [home] })).id,
    reporter: (await person("Rita", { roles: ["MODERATOR"], language: "fr" })).id,
    member: (await person("Max", { language: "fr" })).id,
    frida: (await person("Frida", { roles: ["MODERATOR"] })).id,
    fred: (await person("Fred", { roles: ["MODERATOR"], language: "fr" })).id,
    admin: (await person("Adam", { roles: ["ADMINISTRATOR"] })).id,
    scoped: (await person("Sven", { roles: ["MODERATOR"] })).id,
    silenced: (await person("Silvio", { roles: ["MODERATOR"], isSilenced: true })).id,
  };
  await db.moderatorScope.create({ data: { accountId: ids.scoped, kind: "LANGUAGE", value: "fr" } });
  return { home, place: await category(), ids };
}

/** One path begins here: a post by someone new, who may be a moderator. */
export type Scene = { cast: Cast; authorId: string; email: string; postId: string };

let scenes = 0;

export async function scene(cast: Cast, isModerator: boolean): Promise<Scene> {
  const number = ++scenes;
  const author = await person(`Author ${number}`, { roles: isModerator ? ["MODERATOR"] : [], organizations: [cast.home], language: "fr" });
  const [threadId, postId] = [newId(), newId()];
  const words = { threadId, language: "en", renderer: 1 } as const;
  await db.thread.create({
    data: {
      id: threadId,
      categoryId: cast.place.id,
      starterId: cast.ids.member,
      language: "en",
      title: "How?",
      slug: "how",
      lastNumber: 2,
    },
  });
  await db.post.createMany({
    data: [
      { ...words, number: 1, authorId: cast.ids.member, body: "How?", html: "<p>How?</p>" },
      { ...words, id: postId, number: 2, authorId: author.id, body: "Like this.", html: "<p>Like this.</p>" },
    ],
  });
  return { cast, authorId: author.id, email: `author${number}@example.org`, postId };
}

/** Someone as they may act now; null for who is suspended. */
export const as = ({ cast, authorId }: Scene, who: Who) => findActor(who === "author" ? authorId : cast.ids[who]);
