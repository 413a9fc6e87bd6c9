import type { Actor } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { quoteOf } from "~/features/forums/quote";
import { replyTo } from "~/features/forums/post.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";

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
  const named = await namedBy(other, actor, theirs.id, answer);

  return { own, theirs, asked, answer, removed, poll, files, named };
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

/** Others call them, quote them, and are about to. */
async function namedBy(other: Actor, actor: Actor, threadId: string, quotedId: string) {
  const words = "Thank you @zephyrine-quillfeather!";
  const quotation = quoteOf({ name: actor.name, number: 2, address: `/en/posts/${quotedId}`, text: "We have." });
  const calling = { id: newId(), language: "en", body: words } as const;
  const quoting = { id: newId(), language: "fr", body: `${quotation}Un camion ?` } as const;
  await replyTo(other, threadId, calling);
  await replyTo(other, threadId, quoting);
  const { id } = calling;
  await db.postRevision.createMany({
    data: [
      { postId: id, number: 7, body: words, editorId: other.id, at: new Date() },
      { postId: quoting.id, number: 8, body: quotation, editorId: other.id, at: new Date() },
    ],
  });
  await db.postDraft.create({
    data: { id: newId(), accountId: other.id, kind: "THREAD", fields: { body: `${words}\n\n${quotation}`, language: "en" } },
  });
  return { calling: id, quoting: quoting.id };
}
