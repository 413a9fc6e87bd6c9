import { expect, test } from "vitest";

import { removePost, restorePost } from "~/features/forums/removal.server";
import { audienceOf, keepers } from "~/features/moderation/keepers.server";
import type { Flaggable } from "~/features/moderation/subject.server";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { eventNames, guide, organization, person } from "#tests/support/world";

const to = (move: "hide" | "show" | "remove", type: Flaggable, id: string, actorId: string | null = null) =>
  db.$transaction((tx) => keepers[type][move](tx, id, actorId));

const load = (type: Flaggable, id: string) => db.$transaction((tx) => keepers[type].load(tx, id));

const postAt = (id: string) =>
  db.post.findUniqueOrThrow({ where: { id }, select: { removedAt: true, removerId: true, hiddenAt: true, barredAt: true } });

const live = { removedAt: null, removerId: null, hiddenAt: null, barredAt: null };

async function twoPosts() {
  const [amara, bela, mona] = await Promise.all([person("Amara"), person("Bela"), person("Mona", { roles: ["MODERATOR"] })]);
  const place = await category();
  const { id, posts } = await thread({ by: amara, writers: [amara, bela], category: place, posts: ["First words.", "An answer."] });
  return { amara, bela, mona, place, id, first: posts[0] ?? "", second: posts[1] ?? "" };
}

test("a post is hidden, shown, and taken away for good, each of which done twice is done once", async () => {
  const { second, mona, id } = await twoPosts();
  await db.thread.update({ where: { id }, data: { acceptedPostId: second } });
  await to("hide", "POST", second, null);
  await to("hide", "POST", second, mona.id);
  const hidden = await postAt(second);

  expect(hidden).toMatchObject({ removerId: null, barredAt: null });
  expect(hidden.hiddenAt).toEqual(hidden.removedAt);
  expect(await db.thread.findUniqueOrThrow({ where: { id } })).toMatchObject({ postCount: 1, acceptedPostId: null, removedAt: null });
  expect(await load("POST", second)).toMatchObject({ isHidden: true, isGone: false });

  await to("remove", "POST", second, mona.id);
  await to("remove", "POST", second, mona.id);
  expect(await postAt(second)).toMatchObject({ hiddenAt: null, removerId: mona.id, barredAt: hidden.removedAt });
  expect(await load("POST", second)).toMatchObject({ isHidden: false, isGone: true });
  await to("hide", "POST", second, mona.id);
  expect((await postAt(second)).hiddenAt).toBeNull();

  await to("show", "POST", second, mona.id);
  await to("show", "POST", second, mona.id);
  expect(await postAt(second)).toEqual(live);
  expect((await db.thread.findUniqueOrThrow({ where: { id } })).postCount).toBe(2);
  const told = (await eventNames()).filter((name) => name.startsWith("post."));
  expect(told).toEqual(["post.hidden", "post.barred", "post.shown"]);
});

test("the only post of a thread takes it along and brings it back, and a guide keeps its discussion", async () => {
  const amara = await person("Amara");
  const place = await category();
  const { id, posts } = await thread({ by: amara, category: place });
  const post = posts[0] ?? "";
  const count = async () => (await db.category.findUniqueOrThrow({ where: { id: place.id } })).threadCount;
  await to("hide", "POST", post);
  const gone = await db.thread.findUniqueOrThrow({ where: { id } });

  expect(gone.removedAt).toEqual((await postAt(post)).removedAt);
  expect(await count()).toBe(0);
  await to("show", "POST", post);
  expect((await db.thread.findUniqueOrThrow({ where: { id } })).removedAt).toBeNull();
  expect(await count()).toBe(1);

  const home = await organization();
  const writer = await person("Wanda", { roles: ["PRACTITIONER"], organizations: [home] });
  const about = await guide({ by: writer, state: "PUBLISHED" });
  const discussion = await thread({ by: amara, category: place, title: "About the guide" });
  await db.thread.update({ where: { id: discussion.id }, data: { contributionId: about.id } });
  await to("remove", "POST", discussion.posts[0] ?? "");
  expect((await db.thread.findUniqueOrThrow({ where: { id: discussion.id } })).removedAt).toBeNull();
});

test("what its author took away before or meanwhile stays away when moderation shows it again", async () => {
  const { amara, first, second, bela } = await twoPosts();
  await removePost(bela, second);
  const before = await postAt(second);
  await to("hide", "POST", second);

  expect(await postAt(second)).toMatchObject({ removedAt: before.removedAt, removerId: bela.id, hiddenAt: expect.any(Date) });
  expect(await status(restorePost(bela, second))).toBe(409);
  await to("remove", "POST", second, amara.id);
  await to("show", "POST", second);
  expect(await postAt(second)).toEqual(before);
  expect(await status(restorePost(bela, second))).toBe(200);

  await to("hide", "POST", first);
  await removePost(amara, first);
  await to("show", "POST", first);
  expect(await postAt(first)).toMatchObject({ removedAt: expect.any(Date), removerId: amara.id, hiddenAt: null });
});

test("a thread that lost its last words to two people comes back with the first that comes back", async () => {
  const { id, first, second, bela } = await twoPosts();
  await to("hide", "POST", first);
  expect(await removePost(bela, second)).toEqual({ isThreadGone: true });
  await to("show", "POST", first);

  expect(await db.thread.findUniqueOrThrow({ where: { id } })).toMatchObject({ removedAt: null, postCount: 1 });
});

test("a guide, a profile and an organization are hidden and shown, and one that was barred is recovered by an appeal alone", async () => {
  const home = await organization();
  const steward = await person("Stella", { organizations: [home], steward: true });
  const writer = await person("Wanda", { roles: ["PRACTITIONER"], organizations: [home] });
  const { id } = await guide({ by: writer, state: "PUBLISHED" });
  const things: [Flaggable, string][] = [
    ["CONTRIBUTION", id],
    ["ACCOUNT", writer.id],
    ["ORGANIZATION", home.id],
  ];
  for (const [type, which] of things) {
    await to("hide", type, which);
    await to("hide", type, which);
    expect(await load(type, which)).toMatchObject({ isHidden: true, isGone: false });
    await to("show", type, which);
    await to("show", type, which);
    expect(await load(type, which)).toMatchObject({ isHidden: false, isGone: false });
  }
  await to("remove", "CONTRIBUTION", id);
  expect(await load("CONTRIBUTION", id)).toMatchObject({ isHidden: true, isGone: true });
  await to("show", "CONTRIBUTION", id);
  expect(await load("CONTRIBUTION", id)).toMatchObject({ isHidden: false, isGone: false, authorId: writer.id, organizationIds: [home.id] });

  const [about] = await Promise.all(["ORGANIZATION" as const].map((type) => load(type, home.id)));
  expect(about && (await db.$transaction((tx) => audienceOf(tx, about)))).toEqual([steward.id]);
  const told = (await eventNames()).filter((name) => /\.(hidden|shown|barred)$/.test(name));
  expect(told).toHaveLength(8);
});

test("two moderators who hide and show at once leave a post that is wholly one or the other", async () => {
  const { first, second, id } = await twoPosts();
  await Promise.all([to("hide", "POST", first), to("hide", "POST", second), to("show", "POST", first), to("remove", "POST", second)]);
  const posts = await Promise.all([postAt(first), postAt(second)]);
  const { postCount } = await db.thread.findUniqueOrThrow({ where: { id } });

  for (const post of posts) expect((post.hiddenAt ?? post.barredAt)?.getTime()).toBe(post.removedAt?.getTime());
  expect(postCount).toBe(posts.filter(({ removedAt }) => removedAt === null).length);
});
