import { describe, expect, test } from "vitest";

import { keepBookmark, removeBookmark } from "~/features/forums/bookmark.server";
import { listBookmarks } from "~/features/forums/bookmark-list.server";
import { reminderOf } from "~/features/forums/bookmark-schema.server";
import { remindOfBookmarks } from "~/features/forums/reminder.server";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { eventNames, organization, person } from "#tests/support/world";

const plain = { note: "", remind: "keep", date: "" } as const;

async function world() {
  const noor = await person("Noor");
  const kim = await person("Kim", { language: "fr" });
  const begun = await thread({ by: noor, category: await category(), title: "Welcoming people", posts: ["How?", "Like this."] });
  const [first = "", second = ""] = begun.posts;
  return { noor, kim, threadId: begun.id, first, second };
}

const hide = async () => {
  const org = await organization();
  await db.category.updateMany({ data: { seenBy: "ORGANIZATION", organizationId: org.id } });
};

const mails = () =>
  db.$queryRaw<{ to: string; subject: string }[]>`
    SELECT payload->>'to' AS to, payload->>'subject' AS subject FROM graphile_worker._private_jobs WHERE payload->>'to' IS NOT NULL`;

test("a bookmark is kept with its note, changed, listed and removed, and is no event", async () => {
  const { kim, first, second } = await world();
  await keepBookmark(kim, first, plain);
  await keepBookmark(kim, second, { ...plain, note: "Ask Sam" });
  await keepBookmark(kim, first, { ...plain, note: "For Monday" });

  const { bookmarks, next } = await listBookmarks(kim, null);
  expect(bookmarks.map(({ postId, note, post }) => [postId, note, post?.title, post?.number])).toEqual([
    [second, "Ask Sam", "Welcoming people", 2],
    [first, "For Monday", "Welcoming people", 1],
  ]);
  expect(next).toBeNull();
  await removeBookmark(kim, first);
  await removeBookmark(kim, first);
  expect(await db.bookmark.count()).toBe(1);
  expect(await eventNames()).toEqual([]);
});

test("a bookmark of a post that is no longer visible says so, without a title, and can be removed", async () => {
  const { kim, first } = await world();
  await keepBookmark(kim, first, plain);
  await hide();

  expect((await listBookmarks(kim, null)).bookmarks).toMatchObject([{ postId: first, post: null }]);
  await expect(keepBookmark(kim, first, plain)).rejects.toMatchObject({ status: 404 });
  await removeBookmark(kim, first);
  expect(await db.bookmark.count()).toBe(0);
});

test("a list of bookmarks goes on page by page", async () => {
  const { noor, kim } = await world();
  const begun = await thread({
    by: noor,
    category: await category("Long"),
    posts: Array.from({ length: 23 }, (_, index) => `Post ${index}`),
  });
  for (const id of begun.posts) await keepBookmark(kim, id, plain);

  const page = await listBookmarks(kim, null);
  const rest = await listBookmarks(kim, page.next);

  expect([...page.bookmarks, ...rest.bookmarks].map(({ postId }) => postId)).toEqual(begun.posts.toReversed());
  expect(rest.next).toBeNull();
});

test("whose bookmark is due is reminded once: on the portal, and by mail in their language", async () => {
  const { kim, noor, first, second } = await world();
  await keepBookmark(kim, first, { ...plain, note: "Sous la main", remind: "later" });
  await keepBookmark(noor, second, { ...plain, remind: "week" });
  await db.bookmark.updateMany({ where: { accountId: kim.id }, data: { remindAt: new Date(Date.now() - 1000) } });

  await Promise.all([remindOfBookmarks(), remindOfBookmarks()]);
  await remindOfBookmarks();

  expect(await db.notification.findMany()).toMatchObject([{ accountId: kim.id, kind: "bookmark_due", subjectId: first }]);
  expect(await mails()).toEqual([{ to: "kim@example.org", subject: "Rappel\u00a0: «\u00a0Welcoming people\u00a0»" }]);
});

test("nobody is reminded of what they no longer see, or of what was removed", async () => {
  const { kim, noor, first, second } = await world();
  await keepBookmark(kim, first, plain);
  await keepBookmark(noor, second, plain);
  await db.bookmark.updateMany({ data: { remindAt: new Date(Date.now() - 1000) } });
  await db.post.update({ where: { id: second }, data: { removedAt: new Date() } });
  await hide();

  await remindOfBookmarks();

  expect(await db.notification.count()).toBe(0);
  expect(await mails()).toEqual([]);
});

describe("a reminder", () => {
  const now = new Date("2026-11-23T02:30:00Z"); // still the 22nd in Vancouver
  const at = (remind: Parameters<typeof reminderOf>[0]["remind"], date = "") =>
    reminderOf({ note: "", remind, date }, "America/Vancouver", now);

  test("comes when the person's own clocks say so", () => {
    expect(at("later")).toEqual(new Date("2026-11-23T05:30:00Z"));
    expect(at("tomorrow")).toEqual(new Date("2026-11-23T17:00:00Z"));
    expect(at("week")).toEqual(new Date("2026-11-29T17:00:00Z"));
    expect(at("date", "2027-07-01")).toEqual(new Date("2027-07-01T16:00:00Z"));
    expect(at("none")).toBeNull();
    expect(at("keep")).toBe("keep");
  });

  test.each(["", "2026-11-22", "2020-01-01", "2028-01-01"])("is refused for the day %j", (date) => {
    expect(at("date", date)).toBeUndefined();
  });
});
