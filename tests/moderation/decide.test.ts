import { expect, test } from "vitest";

import { hashOf } from "~/features/accounts/token.server";
import { decideCase } from "~/features/moderation/decide.server";
import { hideMeanwhile } from "~/features/moderation/hiding.server";
import { db } from "~/platform/db.server";
import { decisionForm, openedCase } from "#tests/support/cases";
import { category, thread } from "#tests/support/forums";
import { status } from "#tests/support/refusals";
import { guide, organization, person } from "#tests/support/world";

async function world() {
  const author = await person("Ada");
  const reporter = await person("Rita");
  const { posts } = await thread({ by: author, category: await category(), posts: ["First words.", "You are all fools."] });
  const postId = posts[1] ?? "";
  const { id } = await openedCase({ type: "POST", id: postId, reporters: [reporter] });
  const [mona, marc] = [await person("Mona", { roles: ["MODERATOR"] }), await person("Marc", { roles: ["MODERATOR"] })];
  const one = () => db.case.findUniqueOrThrow({ where: { id }, include: { decision: true } });
  const post = () => db.post.findUniqueOrThrow({ where: { id: postId } });
  return { id, author, reporter, postId, mona, marc, one, post };
}

const reason = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (refusal: unknown) => (refusal as Response).text(),
  );

test("a dismissal closes the case, shows what was hidden meanwhile, and cannot be contested", async () => {
  const { id, mona, one, post } = await world();
  await hideMeanwhile(mona, id, 1);
  await decideCase(mona, id, decisionForm({ version: "2" }));

  expect(await post()).toMatchObject({ hiddenAt: null, removedAt: null });
  expect(await one()).toMatchObject({
    outcome: "DECIDED",
    closedAt: expect.any(Date),
    hiddenAt: null,
    version: 3,
    decision: { content: "NONE", person: "NONE", tokenHash: null, appealableUntil: null, deciderId: mona.id },
  });
});

test("hiding leaves the post to its author, removing takes it away for good", async () => {
  const { id, mona, post, author } = await world();
  await decideCase(mona, id, decisionForm({ content: "HIDE" }));
  expect(await post()).toMatchObject({ hiddenAt: expect.any(Date), removedAt: expect.any(Date) });

  const other = await thread({ by: author, category: await category("News"), title: "Another", posts: ["One.", "Two."] });
  const removed = other.posts[1] ?? "";
  const second = await openedCase({ type: "POST", id: removed });
  await decideCase(mona, second.id, decisionForm({ content: "REMOVE" }));
  expect(await db.post.findUniqueOrThrow({ where: { id: removed } })).toMatchObject({
    hiddenAt: null,
    removedAt: expect.any(Date),
    removerId: mona.id,
  });
});

test("an edit changes the words, keeps the old ones out of the public history, and shows what was hidden", async () => {
  const { id, mona, post, postId, author } = await world();
  await db.postRevision.create({ data: { postId, number: 0, body: "Worse.", editorId: author.id, at: new Date() } });
  await hideMeanwhile(mona, id, 1);
  await decideCase(mona, id, decisionForm({ version: "2", content: "EDIT", body: "I see it **differently**." }));

  expect(await post()).toMatchObject({
    body: "I see it **differently**.",
    html: expect.stringContaining("<strong>differently</strong>"),
    version: 2,
    editorId: mona.id,
    editedAt: expect.any(Date),
    hiddenAt: null,
    removedAt: null,
  });
  expect(await db.postRevision.findMany({ where: { postId }, orderBy: { number: "asc" } })).toMatchObject([
    { number: 0, isHidden: true },
    { number: 1, body: "You are all fools.", editorId: author.id, isHidden: true },
  ]);
});

test("an edit needs other words, and words at all", async () => {
  const { id, mona, one } = await world();
  expect(await reason(decideCase(mona, id, decisionForm({ content: "EDIT", body: "You are all fools. " })))).toBe(
    "decisions.errors.sameWords",
  );
  expect(await reason(decideCase(mona, id, decisionForm({ content: "EDIT", body: " " })))).toBe("posting.error.bodyMissing");
  expect(await one()).toMatchObject({ closedAt: null, version: 1, decision: null });
});

test("what was decided goes on record in keys and counts alone", async () => {
  const { id, mona } = await world();
  await db.case.update({ where: { id }, data: { openedAt: new Date(Date.now() - 5.5 * 3_600_000) } });
  await decideCase(mona, id, decisionForm({ content: "HIDE", person: "SILENCE", length: "7d", toAuthor: "Secret words" }));

  const events = await db.event.findMany({
    where: { name: { in: ["case.decided", "sanction.imposed", "case.closed"] } },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ name, actorId, details }) => ({ name, actorId, details }))).toEqual([
    { name: "sanction.imposed", actorId: mona.id, details: { account: expect.any(String), kind: "SILENCE", rule: "respect", days: 7 } },
    {
      name: "case.decided",
      actorId: mona.id,
      details: { rule: "respect", content: "HIDE", person: "SILENCE", kind: "FLAG", subject: "POST", hours: 5, language: "en" },
    },
    { name: "case.closed", actorId: mona.id, details: { outcome: "DECIDED" } },
  ]);
});

test("the token of the mail is kept as a hash, and the decision can be contested for thirty days", async () => {
  const { id, mona, one, author } = await world();
  await decideCase(mona, id, decisionForm({ content: "HIDE" }));

  const [mail] = await db.$queryRaw<{ text: string }[]>`
    SELECT payload->>'text' AS text FROM graphile_worker._private_jobs WHERE payload->>'to' = ${`${author.name.toLowerCase()}@example.org`}`;
  const token = /\/en\/appeals\/([\w-]{40,})/.exec(mail?.text ?? "")?.[1] ?? "";
  const { decision } = await one();
  expect(decision?.tokenHash).toBe(hashOf(token));
  expect(Math.round(((decision?.appealableUntil?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(30);
  expect(JSON.stringify(await db.caseNotice.findMany())).not.toContain(token);
});

test("of two who decide at once exactly one wins, and the other is told so", async () => {
  const { id, mona, marc } = await world();
  const answers = await Promise.all([
    status(decideCase(mona, id, decisionForm({ content: "HIDE" }))),
    status(decideCase(marc, id, decisionForm())),
  ]);
  expect(answers.sort()).toEqual([200, 409]);
  expect(await db.decision.count()).toBe(1);
  expect(await reason(decideCase(marc, id, decisionForm({ version: "2" })))).toBe("moderation.conflict.closed");
});

test("nobody decides who is not a moderator, is the author, or of the author's organization, whatever they choose", async () => {
  const { id, author, reporter } = await world();
  const home = await organization();
  await db.membership.create({ data: { organizationId: home.id, accountId: author.id } });
  const colleague = await person("Cora", { roles: ["MODERATOR"], organizations: [home] });

  for (const content of ["NONE", "EDIT", "HIDE", "REMOVE"]) {
    const form = decisionForm({ content, body: "Other words." });
    expect(await status(decideCase(reporter, id, form))).toBe(404);
    expect(await status(decideCase({ ...author, roles: ["MODERATOR"] }, id, form))).toBe(403);
    expect(await status(decideCase(colleague, id, form))).toBe(403);
  }
  expect(await db.decision.count()).toBe(0);
});

test("what one has reported oneself, one may decide", async () => {
  const { postId } = await world();
  const marta = await person("Marta", { roles: ["MODERATOR"] });
  const { id } = await openedCase({ type: "POST", id: postId, reporters: [marta] });
  await decideCase(marta, id, decisionForm({ version: "2" }));
  expect(await db.decision.count()).toBe(1);
});

test("each thing knows its own measures", async () => {
  const home = await organization();
  const mona = await person("Mona", { roles: ["MODERATOR"] });
  const ada = await person("Ada", { roles: ["PRACTITIONER"], organizations: [home] });
  const { slug } = await guide({ by: ada, state: "PUBLISHED" });
  const face = await db.face.findFirstOrThrow({ where: { slugs: { some: { slug } } }, select: { contributionId: true } });
  const onGuide = await openedCase({ type: "CONTRIBUTION", id: face.contributionId });
  const onHome = await openedCase({ type: "ORGANIZATION", id: home.id });
  const onAda = await openedCase({ type: "ACCOUNT", id: ada.id });
  const tried = (id: string, changes: Record<string, string>) =>
    reason(decideCase(mona, id, decisionForm({ ...changes, body: "Other words." })));

  expect(await tried(onGuide.id, { content: "EDIT" })).toBe("decisions.errors.contentHere");
  expect(await tried(onHome.id, { content: "REMOVE" })).toBe("decisions.errors.contentHere");
  expect(await tried(onHome.id, { person: "SUSPEND", length: "24h" })).toBe("decisions.errors.personHere");
  expect(await tried(onAda.id, { content: "REMOVE" })).toBe("decisions.errors.contentHere");

  expect(await tried(onGuide.id, { content: "REMOVE" })).toBe("done");
  expect(await tried(onHome.id, { content: "HIDE", person: "WARN" })).toBe("done");
  expect(await tried(onAda.id, { content: "HIDE", person: "WARN" })).toBe("done");
  expect(await db.organization.findUniqueOrThrow({ where: { id: home.id } })).toMatchObject({ hiddenAt: expect.any(Date) });
  expect(await db.sanction.findMany()).toMatchObject([{ accountId: ada.id, kind: "WARNING", until: null }]);
});

test("what its author took away can still be judged, but not be changed", async () => {
  const { id, mona, author, postId, one } = await world();
  await db.post.update({ where: { id: postId }, data: { removedAt: new Date(), removerId: author.id } });
  for (const content of ["EDIT", "HIDE", "REMOVE"])
    expect(await reason(decideCase(mona, id, decisionForm({ content, body: "Other words." })))).toBe("moderation.conflict.gone");

  await decideCase(mona, id, decisionForm({ person: "WARN" }));
  expect(await one()).toMatchObject({ outcome: "DECIDED", decision: { person: "WARN" } });
});

test("against an author who has left there is no measure, but their post can be taken away", async () => {
  const { id, mona, one } = await world();
  await db.case.update({ where: { id }, data: { authorId: null, ownerIds: [] } });
  expect(await reason(decideCase(mona, id, decisionForm({ person: "WARN" })))).toBe("decisions.errors.noAuthor");
  await decideCase(mona, id, decisionForm({ content: "REMOVE" }));
  expect(await one()).toMatchObject({ outcome: "DECIDED" });
});

test("a request or an appeal is not decided by this form", async () => {
  const { id, mona } = await world();
  await db.case.update({ where: { id }, data: { kind: "HELD" } });
  expect(await reason(decideCase(mona, id, decisionForm()))).toBe("moderation.conflict.otherKind");
});
