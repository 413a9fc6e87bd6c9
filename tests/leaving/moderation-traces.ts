import type { Actor } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";

const rule = "respect";

/** Rows as moderation leaves them: about someone, by them, and to them. All are closed but one about their profile and one about waiting words. */
export async function moderationTraces(actor: Actor, other: Actor, postId: string) {
  const about = {
    kind: "FLAG" as const,
    language: "en" as const,
    authorId: actor.id,
    ownerIds: [actor.id],
    title: "Zéphyrine Quillfeather",
    rule,
  };
  const past = { closedAt: new Date(), outcome: "DECIDED", words: "Call me at 506 555 0188" };
  const decided = await db.case.create({ data: { ...about, ...past, subjectType: "POST", subjectId: postId } });
  const decision = await db.decision.create({
    data: {
      caseId: decided.id,
      deciderId: other.id,
      rule,
      content: "NONE",
      person: "WARN",
      toAuthor: "Dear Zéphyrine",
      note: "MarshNick again",
    },
  });
  const appealed = await db.case.create({
    data: { ...about, ...past, kind: "APPEAL", subjectType: "DECISION", subjectId: decision.id },
  });
  await db.appeal.create({
    data: { decisionId: decision.id, caseId: appealed.id, appellantId: actor.id, words: "I am Zéphyrine.", toAuthor: "Dear Zéphyrine" },
  });
  await db.sanction.create({ data: { accountId: actor.id, decisionId: decision.id, kind: "WARNING", rule } });
  await db.caseNotice.create({
    data: {
      caseId: decided.id,
      accountId: actor.id,
      role: "AUTHOR",
      about: "DECIDED",
      language: "en",
      subject: "Zéphyrine",
      paragraphs: ["Zéphyrine"],
    },
  });
  await db.case.create({ data: { ...about, subjectType: "ACCOUNT", subjectId: actor.id } });
  await heldWords(actor, about);

  const others = { kind: "FLAG", subjectType: "POST", subjectId: newId(), language: "en", assigneeId: actor.id } as const;
  const open = await db.case.create({ data: others });
  await db.flag.create({ data: { caseId: open.id, reporterId: actor.id, rule, words: "They called me Zéphyrine the wren." } });
  await db.distance.create({ data: { accountId: actor.id, otherId: other.id, isBlocked: true } });
  await db.distance.create({ data: { accountId: other.id, otherId: actor.id } });
  await db.linkedHost.create({ data: { host: "wren-lodge.example.org", accountId: actor.id } });
  await db.moderatorScope.create({ data: { accountId: actor.id, kind: "LANGUAGE", value: "en" } });
  await db.watchedWord.create({ data: { word: "casino", folded: "casino", adderId: actor.id } });
  return { decided, open };
}

async function heldWords(actor: Actor, about: { kind: "FLAG"; language: "en"; authorId: string; ownerIds: string[]; title: string }) {
  const id = newId();
  const fields = { title: "", body: "Zéphyrine Quillfeather waits." };
  await db.heldPost.create({ data: { id, authorId: actor.id, kind: "REPLY", language: "en", fields, reasons: ["FIRST_POST"] } });
  await db.case.create({ data: { ...about, kind: "HELD", subjectType: "HELD_POST", subjectId: id, words: fields.body } });
}
