import { expect, test, vi } from "vitest";

import { askForErasure, reactivateAccount } from "~/features/accounts/closing.server";
import { eraseDueAccounts } from "~/features/accounts/erasure.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { mailDecision } from "~/features/publishing/review-mail.server";
import { jobs } from "~/jobs/index.server";
import { db } from "~/platform/db.server";
import { eventNames, faceAt, guide, organization, person } from "#tests/support/world";
import { queuedMails, runQueued } from "#tests/support/mailbox";

import { dump, linesWith } from "./dump";
import { EMAIL, TRACES, zephyrine } from "./traces";

vi.setConfig({ testTimeout: 60_000 });

const erase = () => jobs["erase-accounts"]({});

const dueNow = (id: string) =>
  db.account.update({ where: { id }, data: { deactivatedAt: new Date(), erasureDueAt: new Date(Date.now() - 1_000) } });

test("an erased account leaves no trace of name, address, telephone or device in any table", async () => {
  const { actor } = await zephyrine();
  const before = linesWith(await dump(), TRACES);
  const tables = new Set(before.map((line) => line.split(":")[0]));
  for (const trace of TRACES) expect(linesWith(before, [trace]), trace).not.toEqual([]);
  expect(tables.size).toBeGreaterThan(18);

  await askForErasure(actor, null);
  await dueNow(actor.id);
  await erase();

  const last = (await queuedMails()).filter(({ to }) => to === EMAIL);
  expect(last.map(({ subject }) => subject)).toEqual(["Your account is deleted"]);
  vi.spyOn(jobs, "send-mail").mockResolvedValue();
  await runQueued("send-mail"); // as soon as it is sent it is gone
  expect(linesWith(await dump(), TRACES)).toEqual([]);
  expect((await eventNames()).at(-1)).toBe("account.erased");
});

test("the contact of an organization is erased with the very address, not with one that is like it", async () => {
  const [near, same] = [await organization("Near"), await organization("Same")];
  await db.organization.update({ where: { id: near.id }, data: { contactEmail: "jane.doe@example.org" } });
  await db.organization.update({ where: { id: same.id }, data: { contactEmail: "Jane_Doe@Example.org" } });
  const { id } = await person("Jane");
  await db.account.update({ where: { id }, data: { email: "jane_doe@example.org" } });
  await dueNow(id);

  await erase();

  expect((await db.organization.findMany({ orderBy: { id: "asc" } })).map(({ contactEmail }) => contactEmail)).toEqual([
    "jane.doe@example.org",
    null,
  ]);
});

test("what an erased person wrote stays readable, by a former member, with its history whole", async () => {
  const { actor, published, waiting, taken, judged, others } = await zephyrine();
  await dueNow(actor.id);
  await erase();

  const shown = await getPractice(null, "en", published.slug);
  expect(shown).toMatchObject({ guide: { title: "Start a walking group" }, authors: ["A former member"] });
  const { revisions } = await faceAt(published.slug);
  expect(revisions.map(({ number, authorId }) => [number, authorId])).toEqual([
    [1, null],
    [2, null],
    [3, null],
  ]);
  expect(await db.authorship.findMany({ where: { contributionId: published.id } })).toMatchObject([
    { accountId: null, en: "A former member", fr: "Une personne qui n’est plus membre" },
  ]);
  expect(await db.draft.count()).toBe(0);

  const reviews = await db.review.findMany({ include: { face: true }, orderBy: { submittedAt: "asc" } });
  const of = (slug: string) => reviews.filter(({ face }) => face.slug === slug);
  expect(of(waiting.slug)).toMatchObject([{ decision: null, submitterId: null }]);
  expect(of(taken.slug)).toMatchObject([{ decision: null, claimantId: null, claimedAt: null }]);
  expect(of(judged.slug)[0]).toMatchObject({ decision: "CHANGES_REQUESTED", deciderId: null, comment: "Say who pays for the groceries." });
  expect(await db.roleGrant.findMany({ where: { accountId: others.other.id, role: "HOST" } })).toMatchObject([{ granterId: null }]);
});

test("what an erased person said in the forums stays in its place, by a former member, and stays counted", async () => {
  const { actor, forums, published } = await zephyrine();
  const before = await db.thread.findMany({ orderBy: { id: "asc" }, select: { id: true, title: true, postCount: true, lastNumber: true } });
  await dueNow(actor.id);
  await erase();

  expect(
    await db.thread.findMany({ orderBy: { id: "asc" }, select: { id: true, title: true, postCount: true, lastNumber: true } }),
  ).toEqual(before);
  const posts = await db.post.findMany({ where: { threadId: forums.own.id }, orderBy: { number: "asc" } });
  expect(posts).toMatchObject([
    { body: "We walk on Tuesdays.", html: "<p>We walk on Tuesdays.</p>", authorId: null },
    { body: "Bring spikes.", authorId: null },
  ]);
  expect(await db.thread.findUnique({ where: { id: forums.own.id } })).toMatchObject({ starterId: null, lastPosterId: null });
  expect(await db.post.findUnique({ where: { id: forums.asked } })).toMatchObject({ reactions: { THANKS: 1 }, editorId: null });
  expect([
    await db.reaction.count(),
    await db.bookmark.count(),
    await db.reading.count(),
    await db.follow.count({ where: { accountId: actor.id } }),
  ]).toEqual([0, 0, 0, 0]);
  expect([await db.postDraft.count({ where: { accountId: actor.id } }), await db.pollVote.count()]).toEqual([0, 1]);
  expect(await db.pollOption.findFirst({ where: { postId: forums.poll } })).toMatchObject({ votes: 2 });
  expect(await db.notification.findMany({ where: { kind: "posted" } })).toMatchObject([{ actorId: null }]);
  expect(await db.attachment.findMany()).toMatchObject([{ id: forums.files.shown, uploaderId: null }]);
  // What they had taken away themselves is not kept either.
  expect(await db.post.findUnique({ where: { id: forums.removed } })).toMatchObject({ body: "", html: "", text: "" });
  expect(await db.postRevision.findMany({ where: { postId: { in: [forums.answer, forums.removed] } } })).toMatchObject([
    { postId: forums.answer, body: "We have one.", editorId: null },
  ]);
  const { id: faceId } = await faceAt(published.slug);
  expect(await db.suggestion.findMany({ where: { faceId }, orderBy: { id: "asc" } })).toMatchObject([
    { body: "Ask who drives.", state: "WITHDRAWN", authorId: null },
    { body: "Say how far it is.", state: "TAKEN", authorId: null },
    { body: "Bring water, says (former member).", state: "OPEN", proposerId: null },
  ]);
});

test("what was decided about an erased person stays as numbers, and what only they could go on with is closed", async () => {
  const { actor, cases } = await zephyrine();
  await dueNow(actor.id);
  await erase();

  expect(await db.decision.findMany()).toMatchObject([
    { caseId: cases.decided.id, rule: "respect", person: "WARN", toAuthor: "", note: "" },
  ]);
  expect(await db.case.findMany({ where: { closedAt: null } })).toMatchObject([{ id: cases.open.id, assigneeId: null }]);
  expect(await db.flag.findMany()).toMatchObject([{ reporterId: null, rule: "respect", words: "" }]);
  expect([await db.heldPost.count(), await db.sanction.count(), await db.distance.count()]).toEqual([0, 0, 0]);
});

test("others' words stay without the name of an erased person: where they called and quoted them, and where they are about to", async () => {
  const { actor, forums } = await zephyrine();
  await dueNow(actor.id);
  await erase();

  const [calling, quoting] = await Promise.all(
    [forums.named.calling, forums.named.quoting].map((id) => db.post.findUniqueOrThrow({ where: { id } })),
  );
  expect(calling).toMatchObject({
    body: "Thank you (former member)!",
    html: "<p>Thank you (former member)!</p>\n",
    text: "Thank you (former member)!",
  });
  expect(quoting?.body).toBe(`> [Une personne qui n’est plus membre, #2](/en/posts/${forums.answer})\n>\n> We have.\n\nUn camion ?`);
  expect(quoting?.html).toContain(`href="/en/posts/${forums.answer}">Une personne qui n’est plus membre, #2</a>`);
  expect(await db.postRevision.findMany({ where: { number: { gte: 7 } }, orderBy: { number: "asc" } })).toMatchObject([
    { body: "Thank you (former member)!" },
    { body: `> [Une personne qui n’est plus membre, #2](/en/posts/${forums.answer})\n>\n> We have.\n\n` },
  ]);
  const [draft] = await db.postDraft.findMany();
  expect(draft?.fields).toMatchObject({ body: expect.stringMatching(/^Thank you \(former member\)!\n\n> \[A former member, #2\]/) });
});

test("a quotation of someone else of the same name keeps it", async () => {
  const { actor, forums } = await zephyrine();
  const twin = await person("Twin");
  await db.account.update({ where: { id: twin.id }, data: { name: actor.name } });
  await db.post.update({ where: { id: forums.answer }, data: { authorId: twin.id } });
  await dueNow(actor.id);
  await erase();

  const { body, html } = await db.post.findUniqueOrThrow({ where: { id: forums.named.quoting } });
  expect(body).toContain("[Zéphyrine Quillfeather, #2]");
  expect(html).toContain("Zéphyrine Quillfeather, #2");
});

test("nothing is erased before its time, nor when its owner came back", async () => {
  const [amira, boris] = [await person("Amira"), await person("Boris")];
  await askForErasure(amira, null);
  await askForErasure(boris, null);
  await db.$transaction((tx) => reactivateAccount(tx, boris.id));

  await erase();

  expect(await db.account.count()).toBe(2);
});

test("the job may run twice, and twice at once: everyone is erased once, and told once", async () => {
  const amira = await person("Amira");
  await dueNow(amira.id);

  await Promise.all([erase(), erase()]);
  await erase();

  expect(await db.account.count()).toBe(0);
  expect(await eventNames()).toEqual(["account.erased"]);
  expect((await queuedMails()).map(({ subject }) => subject)).toEqual(["Your account is deleted"]);
});

test("what fails in the middle leaves nothing half, and keeps nobody else waiting", async () => {
  const riverside = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const { id } = await guide({ by: amira });
  const boris = await person("Boris");
  await dueNow(amira.id);
  await dueNow(boris.id);
  const failing = async (_: unknown, leaver: { id: string }) => {
    if (leaver.id === amira.id) throw new Error("the machine went away");
  };

  await expect(
    eraseDueAccounts([
      (tx, leaver) => tx.authorship.updateMany({ where: { accountId: leaver.id }, data: { en: "No one" } }).then(() => {}),
      failing,
    ]),
  ).rejects.toThrow("1 of 2");

  expect((await db.account.findMany()).map((account) => account.id)).toEqual([amira.id]);
  expect(await db.authorship.findMany({ where: { contributionId: id } })).toMatchObject([{ accountId: amira.id, en: "Amira" }]);
  await erase();
  expect(await db.account.count()).toBe(0);
});

test("a last mail that cannot be delivered within a day is forgotten, with the address", async () => {
  await dueNow((await person("Amira")).id);
  await erase();
  await erase();
  expect(await queuedMails()).toHaveLength(1);

  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET created_at = now() - interval '25 hours'`;
  await erase();
  expect(linesWith(await dump(), ["amira@example.org"])).toEqual([]);
});

test("while an account rests, its profile is hidden, reviews it had taken are free, and it gets no mail about texts", {
  timeout: 60_000,
}, async () => {
  const { actor, taken } = await zephyrine();
  await askForErasure(actor, null);
  await runQueued("fan-out");

  expect(await db.profile.findUniqueOrThrow({ where: { accountId: actor.id } })).toMatchObject({ sortName: "" });
  expect(await db.review.findFirstOrThrow({ where: { face: { slug: taken.slug } } })).toMatchObject({ claimantId: null });

  const own = await db.review.findFirstOrThrow({ where: { submitterId: actor.id, decision: null } });
  await db.review.update({ where: { id: own.id }, data: { decision: "APPROVED", decidedAt: new Date() } });
  await mailDecision(practiceKind, own.id);
  expect((await queuedMails()).filter(({ subject }) => subject.includes("Knit together"))).toEqual([]);

  await db.$transaction((tx) => reactivateAccount(tx, actor.id));
  await runQueued("fan-out");
  expect((await db.profile.findUniqueOrThrow({ where: { accountId: actor.id } })).sortName).toBe("zephyrine quillfeather");
});
