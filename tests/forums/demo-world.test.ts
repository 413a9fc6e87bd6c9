import { expect, test } from "vitest";

import { createDemoAccounts } from "~/features/accounts/demo.server";
import { findActor } from "~/features/accounts/session.server";
import { importCategories } from "~/features/forums/imported.server";
import { getThreadPage } from "~/features/forums/thread-page.server";
import { importFirstContent } from "~/features/library/imported.server";
import { db } from "~/platform/db.server";
import "#tests/support/database";

import { readDemoThreads } from "../../prisma/seed-forums";
import { buildDemoWorld } from "../../prisma/seed";

test("the demo world talks in its forums, as people do, over the last months", { timeout: 120_000 }, async () => {
  await importFirstContent("content", { importCategories });
  await createDemoAccounts();
  await buildDemoWorld();

  const told = readDemoThreads();
  const threads = await db.thread.findMany({ include: { posts: true, category: { include: { organization: true } } } });
  // One more thread shows what moderation looks like.
  expect(threads).toHaveLength(told.length + 1);
  for (const { createdAt, lastPostAt, posts } of threads) {
    expect(Date.now() - createdAt.getTime()).toBeGreaterThan(3_600_000);
    expect(lastPostAt.getTime()).toBeLessThan(Date.now());
    expect(lastPostAt).toEqual(
      posts
        .filter(({ notice, removedAt }) => !notice && !removedAt)
        .map((post) => post.createdAt)
        .sort((a, b) => +b - +a)[0],
    );
    expect(posts.map(({ createdAt }) => createdAt).sort((a, b) => +a - +b)).toEqual(
      posts.toSorted((a, b) => a.number - b.number).map(({ createdAt }) => createdAt),
    );
  }
  expect(threads.filter(({ category }) => category.organization)).toHaveLength(2);
  expect(threads.filter(({ acceptedPostId }) => acceptedPostId).length).toBeGreaterThanOrEqual(2);
  expect(threads.filter(({ contributionId }) => contributionId)).toHaveLength(1);
  expect(await db.suggestion.count({ where: { state: "ASKED" } })).toBe(1);
  expect(await db.postMention.count()).toBeGreaterThanOrEqual(3);
  expect(await db.pollVote.count()).toBeGreaterThan(8);

  const asked = threads.find(({ title }) => title.includes("first minute"));
  const member = await db.account.findUniqueOrThrow({ where: { email: "member@example.org" } });
  const page = await getThreadPage(await findActor(member.id), "en", asked?.id ?? "", 1);
  expect(page.posts.map(({ language }) => language)).toEqual(["en", "en", "fr", "en", "en"]);
  expect(page.posts[2]).toMatchObject({ isAccepted: true, html: expect.stringContaining("A familiar name opens the door.") });
  expect(page.posts[3]?.html).toContain('<a class="mention"');
});
