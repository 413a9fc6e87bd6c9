import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { openPoll } from "~/features/forums/poll.server";
import { action as accept } from "~/routes/forums/acceptance";
import { action as stopAccepting } from "~/routes/forums/acceptance-removal";
import { action as bookmark } from "~/routes/forums/bookmark";
import { action as removeBookmark } from "~/routes/forums/bookmark-removal";
import { loader as bookmarks } from "~/routes/forums/bookmarks";
import { action as closePoll } from "~/routes/forums/poll-closure";
import { action as react, loader as reaction } from "~/routes/forums/reaction";
import { action as vote } from "~/routes/forums/vote";
import { action as openToAll } from "~/routes/forums/wiki";
import { action as closeToOthers } from "~/routes/forums/wiki-removal";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

async function question() {
  const noor = await person("Noor");
  const kim = await person("Kim");
  const begun = await thread({ by: noor, category: await category(), posts: ["How?", "Like this."], writers: [noor, kim] });
  return { noor, kim, id: begun.posts[1] ?? "", first: begun.posts[0] ?? "" };
}

const send = (actor: Actor | null, id: string, fields: Record<string, string | string[]> = {}) =>
  submission(actor, `/fr/messages/${id}/x`, { id }, fields);

const place = (id: string) => `/fr/messages/${id}`;

test("what is done to a post leads back to it", async () => {
  const { noor, kim, id } = await question();
  const sent = [
    await react(send(noor, id, { kind: "HELPFUL", value: "on" })),
    await bookmark(send(noor, id)),
    await removeBookmark(send(noor, id)),
    await accept(send(noor, id)),
    await stopAccepting(send(noor, id)),
    await openToAll(send(kim, id)),
    await closeToOthers(send(kim, id)),
  ];

  expect(sent.map(({ status, headers }) => [status, headers.get("Location")])).toEqual(sent.map(() => [302, place(id)]));
  expect((await reaction(visit(null, place(id), { id }))).headers.get("Location")).toBe(place(id));
});

test("a visitor is sent to sign in, whatever they press", async () => {
  const { id } = await question();

  for (const action of [react, bookmark, removeBookmark, accept, stopAccepting, openToAll, closeToOthers, vote, closePoll])
    await expect(action(send(null, id))).rejects.toMatchObject({ status: 302 });
});

test("forms with other fields than ours are refused, and unknown reactions", async () => {
  const { noor, id } = await question();

  await expect(react(send(noor, id, { kind: "ANGER", value: "on" }))).rejects.toMatchObject({ status: 422 });
  await expect(react(send(noor, id, { kind: "THANKS", value: "on", accountId: noor.id }))).rejects.toMatchObject({ status: 400 });
  await expect(accept(send(noor, id, { isPinned: "true" }))).rejects.toMatchObject({ status: 400 });
  await expect(bookmark(send(noor, id, { note: "x".repeat(501) }))).rejects.toMatchObject({ status: 422 });
  await expect(bookmark(send(noor, id, { remind: "date", date: "2026-02-31" }))).rejects.toMatchObject({ status: 422 });
  await expect(react(send(noor, "not-an-id", { kind: "THANKS", value: "on" }))).rejects.toMatchObject({ status: 404 });
  expect([await db.reaction.count(), await db.bookmark.count()]).toEqual([0, 0]);
});

test("a poll is voted on and closed, and says why it takes no more", async () => {
  const { noor, kim, first } = await question();
  const poll = { question: "Which?", options: ["A", "B"], isMultiple: true, closesAt: null, results: "VOTED" } as const;
  await db.$transaction((tx) => openPoll(tx, first, { ...poll, options: [...poll.options] }));
  const option = (await db.pollOption.findMany({ where: { postId: first } })).map(({ id }) => id);

  expect((await vote(send(kim, first, { option, vote: "yes" }))).headers.get("Location")).toBe(place(first));
  await expect(vote(send(kim, first, { option: ["x"] }))).rejects.toMatchObject({ status: 422 });
  await expect(closePoll(send(kim, first))).rejects.toMatchObject({ status: 403 });
  expect((await closePoll(send(noor, first))).status).toBe(302);

  await expect(vote(send(kim, first, { option }))).rejects.toMatchObject({ status: 409 });
});

test("the list of bookmarks is one's own, and lets them go from there", async () => {
  const { noor, kim, id } = await question();
  await bookmark(send(noor, id, { note: "Ask", remind: "tomorrow" }));

  const own = await (await bookmarks(visit(noor, "/fr/signets"))).json();
  expect(own.bookmarks).toMatchObject([{ postId: id, note: "Ask", post: { number: 2 } }]);
  expect(own.bookmarks[0]?.remindAt).not.toBeNull();
  expect((await (await bookmarks(visit(kim, "/fr/signets"))).json()).bookmarks).toEqual([]);
  await expect(bookmarks(visit(null, "/fr/signets"))).rejects.toMatchObject({ status: 302 });

  await removeBookmark(send(kim, id, { from: "list" }));
  expect(await db.bookmark.count()).toBe(1);
  expect((await removeBookmark(send(noor, id, { from: "list" }))).headers.get("Location")).toBe("/fr/signets");
});
