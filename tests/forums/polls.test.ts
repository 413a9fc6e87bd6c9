import { describe, expect, test } from "vitest";

import { closePoll, openPoll, vote } from "~/features/forums/poll.server";
import { pollOf } from "~/features/forums/poll-schema.server";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { eventNames, organization, person } from "#tests/support/world";

async function asked(changes: { isMultiple?: boolean; closesAt?: Date | null } = {}) {
  const noor = await person("Noor");
  const begun = await thread({ by: noor, category: await category() });
  const [postId = ""] = begun.posts;
  const poll = { question: "Which day?", options: ["Tuesday", "Thursday", "Friday"], isMultiple: false, closesAt: null, ...changes };
  await db.$transaction((tx) => openPoll(tx, postId, { ...poll, results: "VOTED" }));
  const options = await db.pollOption.findMany({ where: { postId }, orderBy: { position: "asc" }, select: { id: true } });
  const [tuesday = "", thursday = "", friday = ""] = options.map(({ id }) => id);
  return { noor, threadId: begun.id, postId, tuesday, thursday, friday };
}

const counts = async (postId: string) => {
  const poll = await db.poll.findUniqueOrThrow({ where: { postId }, include: { options: { orderBy: { position: "asc" } } } });
  return [poll.voters, ...poll.options.map(({ votes }) => votes)];
};

test("a vote is counted once, and can be changed until the poll closes", async () => {
  const { noor, postId, tuesday, thursday } = await asked();
  const kim = await person("Kim");

  await vote(kim, postId, [tuesday]);
  await vote(kim, postId, [tuesday]);
  await vote(noor, postId, [tuesday]);
  expect(await counts(postId)).toEqual([2, 2, 0, 0]);
  await vote(kim, postId, [thursday]);

  expect(await counts(postId)).toEqual([2, 1, 1, 0]);
  expect(await eventNames()).toEqual(["poll.voted", "poll.voted", "poll.voted"]);
  expect(JSON.stringify(await db.event.findMany())).not.toContain(thursday);
});

test("where several may be chosen each counts, and a person counts once", async () => {
  const { postId, tuesday, thursday, friday } = await asked({ isMultiple: true });
  const kim = await person("Kim");

  await vote(kim, postId, [tuesday, friday]);
  await vote(kim, postId, [friday, thursday]);

  expect(await counts(postId)).toEqual([1, 0, 1, 1]);
});

test("many who vote at once are all counted, and who sends twice at once is counted once", async () => {
  const { postId, tuesday, thursday } = await asked();
  const kim = await person("Kim");
  const others = [await person("Ana"), await person("Ben"), await person("Cleo"), await person("Dov")];

  await Promise.all([...others.map((one) => vote(one, postId, [thursday])), vote(kim, postId, [tuesday]), vote(kim, postId, [tuesday])]);

  expect(await counts(postId)).toEqual([5, 1, 4, 0]);
});

test("no answer, too many, or one of another poll is refused", async () => {
  const { postId, tuesday, thursday } = await asked();
  const kim = await person("Kim");
  const stranger = "0190a000-0000-7000-8000-000000000000";

  await expect(vote(kim, postId, [])).rejects.toMatchObject({ status: 422 });
  await expect(vote(kim, postId, [tuesday, thursday])).rejects.toMatchObject({ status: 422 });
  await expect(vote(kim, postId, [stranger])).rejects.toMatchObject({ status: 422 });
  expect(await counts(postId)).toEqual([0, 0, 0, 0]);
});

test("who is silenced may not vote, nor where they do not see, nor where there is no poll", async () => {
  const { postId, tuesday, threadId } = await asked();
  await expect(vote(await person("Zed", { isSilenced: true }), postId, [tuesday])).rejects.toMatchObject({ status: 403 });
  const org = await organization();
  await db.category.updateMany({ data: { seenBy: "ORGANIZATION", organizationId: org.id } });
  await expect(vote(await person("Kim"), postId, [tuesday])).rejects.toMatchObject({ status: 404 });

  await db.category.updateMany({ data: { seenBy: "EVERYONE", organizationId: null } });
  const other = await thread({ by: await person("Ana"), category: await category("Other") });
  await expect(vote(await person("Ben"), other.posts[0] ?? "", [tuesday])).rejects.toMatchObject({ status: 404 });
  expect(await db.pollVote.count()).toBe(0);
  expect(threadId).not.toBe(other.id);
});

test("a poll that has closed by the clock, or whose post was removed, takes no votes", async () => {
  const { postId, tuesday } = await asked({ closesAt: new Date(Date.now() - 1000) });
  const kim = await person("Kim");

  const refusal = await vote(kim, postId, [tuesday]).catch((response: Response) => response);
  expect(refusal).toMatchObject({ status: 409 });
  expect(await (refusal as Response).text()).toBe("polls.poll.error.closed");
  await db.poll.update({ where: { postId }, data: { closesAt: null } });
  await db.post.update({ where: { id: postId }, data: { removedAt: new Date() } });

  await expect(vote(kim, postId, [tuesday])).rejects.toMatchObject({ status: 409 });
  expect(await counts(postId)).toEqual([0, 0, 0, 0]);
});

test("its author and those who keep the place close a poll early, once; others may not", async () => {
  const { noor, postId, tuesday } = await asked();
  const kim = await person("Kim");
  await expect(closePoll(kim, postId)).rejects.toMatchObject({ status: 403 });

  await closePoll(noor, postId);
  await closePoll(await person("Mod", { roles: ["MODERATOR"] }), postId);

  await expect(vote(kim, postId, [tuesday])).rejects.toMatchObject({ status: 409 });
  expect(await eventNames()).toEqual(["poll.closed"]);
});

describe("the fields of a poll", () => {
  const now = new Date("2026-11-22T15:00:00Z");
  const fields = {
    pollQuestion: "Which day?",
    pollOptions: "Tuesday\n\n Thursday ",
    pollMultiple: "",
    pollClosesAt: "",
    pollResults: "",
  } as const;
  const read = (changes: Partial<Parameters<typeof pollOf>[0]>) => pollOf({ ...fields, ...changes }, "America/Halifax", now);

  test("make a poll, with times of the writer's zone", () => {
    expect(read({ pollClosesAt: "2026-11-23T12:00", pollMultiple: "on", pollResults: "CLOSED" }).poll).toEqual({
      question: "Which day?",
      options: ["Tuesday", "Thursday"],
      isMultiple: true,
      results: "CLOSED",
      closesAt: new Date("2026-11-23T16:00:00Z"),
    });
  });

  test("make none where nothing was typed", () => {
    expect(read({ pollQuestion: " ", pollOptions: "\n" })).toEqual({ poll: null });
  });

  test.each([
    ["pollQuestion", { pollQuestion: "" }],
    ["pollQuestion", { pollQuestion: "x".repeat(201) }],
    ["pollOptions", { pollOptions: "One" }],
    ["pollOptions", { pollOptions: Array.from({ length: 21 }, (_, index) => `${index}`).join("\n") }],
    ["pollOptions", { pollOptions: "Yes\nNo\nyes" }],
    ["pollOptions", { pollOptions: `Yes\n${"x".repeat(201)}` }],
    ["pollClosesAt", { pollClosesAt: "2026-11-22T10:59" }],
    ["pollClosesAt", { pollClosesAt: "2028-01-01T00:00" }],
    ["pollClosesAt", { pollClosesAt: "tomorrow" }],
  ])("are refused at %s for %j", (field, changes) => {
    expect(Object.keys(read(changes).errors ?? {})).toEqual([field]);
  });
});
