import { openHeldCase } from "~/features/moderation/held-case.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";

/** Words of someone who does not come, which wait for a moderator, with their case. */
export async function heldBy(authorId: string, threadId: string): Promise<{ post: string; case: string }> {
  const post = newId();
  const fields = { body: "Words that wait.", language: "en", replyTo: "", title: "", topics: [], version: 0 };
  const poll = { pollQuestion: "", pollOptions: "", pollMultiple: "", pollClosesAt: "", pollResults: "VOTED" };
  await db.heldPost.create({
    data: { id: post, authorId, kind: "REPLY", threadId, language: "en", fields: { ...fields, ...poll }, reasons: ["FIRST_POST"] },
  });
  await openHeldCase({ subject: { type: "HELD_POST", id: post } });
  const opened = await db.case.findFirstOrThrow({ where: { subjectId: post }, select: { id: true } });
  return { post, case: opened.id };
}
