import type { Actor } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";

export type ForumTraces = Awaited<ReturnType<typeof forumTraces>>;

/** What someone leaves behind in the forums: words of theirs among those of others, and everything that only they see. */
export async function forumTraces(actor: Actor, other: Actor) {
  const place = await category();
  const own = await thread({ by: actor, category: place, title: "Who walks in winter?", posts: ["We walk on Tuesdays.", "Bring spikes."] });
  const theirs = await thread({
    by: other,
    writers: [other, actor, actor],
    category: place,
    posts: ["Who has a van?", "We have.", "Gone."],
  });
  const [asked = "", answer = "", removed = ""] = theirs.posts;
  await db.post.update({
    where: { id: removed },
    data: {
      body: "Call Zéphyrine at 506 555 0188",
      html: "<p>506 555 0188</p>",
      text: "506 555 0188",
      removedAt: new Date(),
      removerId: actor.id,
    },
  });
  await db.postRevision.create({ data: { postId: removed, number: 1, body: "506 555 0188", editorId: actor.id, at: new Date() } });
  await db.postRevision.create({ data: { postId: answer, number: 1, body: "We have one.", editorId: actor.id, at: new Date() } });
  await db.post.update({ where: { id: asked }, data: { reactions: { THANKS: 1 }, editorId: actor.id } });
  await privateTraces(actor, { thread: theirs.id, post: asked, category: place.id });
  const poll = await pollOf(actor, other, own.posts[0] ?? "");
  const files = await filesOf(actor, own.posts[1] ?? "");

  return { own, theirs, asked, answer, removed, poll, files };
}

/** What they alone saw, and what others were told because of them. */
async function privateTraces(actor: Actor, place: { thread: string; post: string; category: string }) {
  const accountId = actor.id;
  await db.postDraft.create({
    data: { id: newId(), accountId, kind: "REPLY", threadId: place.thread, fields: { body: "I am Zéphyrine, 506 555 0188" } },
  });
  await db.bookmark.create({ data: { accountId, postId: place.post, note: "Ask Quillfeather" } });
  await db.reaction.create({ data: { accountId, postId: place.post, kind: "THANKS" } });
  await db.reading.create({ data: { accountId, threadId: place.thread, lastNumber: 2, seconds: 90 } });
  await db.follow.create({ data: { accountId, subjectType: "CATEGORY", subjectId: place.category, level: "TRACKING" } });
  const about = { subjectType: "POST", subjectId: place.post };
  await db.notification.create({ data: { accountId, kind: "replied", ...about } });
}

async function pollOf(actor: Actor, other: Actor, postId: string) {
  const options = { create: [{ position: 0, label: "Tuesday", votes: 2 }] };
  await db.poll.create({ data: { postId, question: "Which day?", voters: 2, options } });
  const { id: optionId } = await db.pollOption.findFirstOrThrow({ where: { postId } });
  await db.pollVote.createMany({ data: [actor, other].map(({ id }) => ({ optionId, postId, accountId: id })) });
  await db.notification.create({
    data: { accountId: other.id, kind: "posted", subjectType: "POST", subjectId: postId, actorId: actor.id },
  });
  return postId;
}

/** A file that stands in a post, and one that stands nowhere. */
async function filesOf(actor: Actor, postId: string) {
  const file = { uploaderId: actor.id, type: "application/pdf", size: 3 };
  const shown = await db.attachment.create({ data: { ...file, name: "route.pdf", bytes: Buffer.from("map") } });
  await db.postAttachment.create({ data: { postId, attachmentId: shown.id } });
  const loose = await db.attachment.create({ data: { ...file, name: "Zéphyrine.pdf", bytes: Buffer.from("Zéphyrine Quillfeather") } });
  return { shown: shown.id, loose: loose.id };
}
