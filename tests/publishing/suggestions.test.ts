import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { getPostToPropose, isReadWider, isTakenFrom, proposePost } from "~/features/forums/proposal.server";
import { reviewPractice, revisePractice, savePracticeDraft, submitPractice } from "#tests/support/practices";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { getPractice } from "~/features/practices/queries.server";
import { appendTo } from "~/features/publishing/append-words";
import type { Fields } from "~/features/publishing/fields";
import { agreeToSuggestion, declineSuggestion, takeSuggestion, withdrawSuggestion } from "~/features/publishing/suggestion.server";
import { tellOfSuggestion, tellSuggestionDecision } from "~/features/publishing/suggestion-mail.server";
import { getOwnSuggestion, listOwnSuggestions, listSuggestions } from "~/features/publishing/suggestion-queries.server";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { eventNames, guide, guideFields, openReview, organization, person } from "#tests/support/world";

let amira: Actor; // writes the guide
let noor: Actor; // wrote the words
let kim: Actor; // proposes them
let slug = "";
let postId = "";
const words = "Call the day before.\n\nBring tea.";

beforeEach(async () => {
  const riverside = await organization();
  amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [riverside] });
  noor = await person("Noor", { language: "fr" });
  kim = await person("Kim");
  ({ slug } = await guide({ by: amira, state: "PUBLISHED" }));
  const begun = await thread({ by: kim, category: await category(), posts: ["How?", words], writers: [kim, noor] });
  postId = begun.posts[1] ?? "";
  await db.event.deleteMany();
});

const offer = (actor: Actor, changes: Partial<{ guide: string; section: string; body: string; note: string }> = {}) =>
  proposePost(practiceKind, actor, postId, { guide: `/en/practices/${slug}`, section: "steps", body: "Bring tea.", note: "", ...changes });

const stateOf = async (id: string) => (await db.suggestion.findUniqueOrThrow({ where: { id } })).state;
const draftOf = async (actor: Actor) => (await db.draft.findFirst({ where: { accountId: actor.id } }))?.fields as Fields | undefined;
const take = (actor: Actor, id: string) => takeSuggestion(practiceKind, actor, "en", slug, id);
const reasonOf = async (refused: Promise<unknown>) => {
  const refusal = (await refused.catch((response: Response) => response)) as Response;
  return [refusal.status, await refusal.text()];
};

const mails = () =>
  db.$queryRaw<{ to: string; subject: string }[]>`
    SELECT payload->>'to' AS to, payload->>'subject' AS subject FROM graphile_worker._private_jobs WHERE payload->>'to' IS NOT NULL ORDER BY id`;

describe("words for a guide", () => {
  test("of someone else wait for their author, who is asked in their language", async () => {
    const { id } = await offer(kim);

    expect(await stateOf(id)).toBe("ASKED");
    expect((await listSuggestions(practiceKind, amira, "en", slug)).waiting).toEqual([]);
    await tellOfSuggestion(id);
    expect(await db.notification.findMany()).toMatchObject([
      { accountId: noor.id, kind: "suggestion_offered", subjectId: id, actorId: kim.id },
    ]);
    expect(await mails()).toMatchObject([{ to: "noor@example.org", subject: expect.stringContaining("Vos mots") }]);
    expect(await getOwnSuggestion(practiceKind, noor, id)).toMatchObject({ body: "Bring tea.", heading: "Steps", proposer: "Kim" });
    await expect(getOwnSuggestion(practiceKind, kim, id)).rejects.toMatchObject({ status: 404 });

    await agreeToSuggestion(practiceKind, noor, id);
    await agreeToSuggestion(practiceKind, noor, id);
    expect(await stateOf(id)).toBe("OPEN");
    expect((await listSuggestions(practiceKind, amira, "en", slug)).waiting).toMatchObject([{ id, author: "Noor", proposer: "Kim" }]);
    expect(await eventNames()).toEqual(["practice.suggested", "practice.suggestion_consented"]);
    await tellOfSuggestion(id);
    expect(await db.notification.findMany({ where: { accountId: amira.id } })).toMatchObject([{ kind: "suggestion_made" }]);
  });

  test("of one's own are offered at once, and may say more than the post", async () => {
    const { id, isOwn } = await offer(noor, { body: "Bring tea and cake." });

    expect(isOwn).toBe(true);
    expect(await stateOf(id)).toBe("OPEN");
  });

  test("of others can be shortened, but not added to", async () => {
    expect(isTakenFrom(words, "Bring  tea.")).toBe(true);
    expect(isTakenFrom(words, words)).toBe(true);
    expect(await reasonOf(offer(kim, { body: "Bring tea.\nBring cake." }))).toEqual([422, "suggestions.error.notTheirs"]);
    expect(await db.suggestion.count()).toBe(0);
  });

  test("are refused for a section, a guide or an author that is not there, and twice", async () => {
    expect(await reasonOf(offer(kim, { section: "nowhere" }))).toEqual([422, "suggestions.error.section"]);
    expect(await reasonOf(offer(kim, { guide: "https://example.org/x" }))).toEqual([422, "suggestions.error.guide"]);
    await expect(offer(kim, { guide: "/en/practices/unknown" })).rejects.toMatchObject({ status: 404 });
    const sent = await Promise.allSettled([offer(kim), offer(kim)]);
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await db.suggestion.deleteMany();
    await db.post.update({ where: { id: postId }, data: { authorId: null } });
    expect(await reasonOf(offer(kim))).toEqual([422, "suggestions.error.noAuthor"]);
  });

  test("are nothing to who is silenced, who does not see the post, or the guide", async () => {
    await expect(offer(await person("Zed", { isSilenced: true }))).rejects.toMatchObject({ status: 403 });
    await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });
    await expect(offer(kim)).rejects.toMatchObject({ status: 404 });
    await db.contribution.updateMany({ data: { visibility: "PUBLIC" } });
    const elsewhere = await organization("Elsewhere");
    await db.category.updateMany({ data: { seenBy: "ORGANIZATION", organizationId: elsewhere.id } });
    await expect(offer(kim)).rejects.toMatchObject({ status: 404 });
    await expect(getPostToPropose(practiceKind, kim, "en", postId)).rejects.toMatchObject({ status: 404 });
  });

  test("are not asked for a guide that their author cannot read", async () => {
    await db.contribution.updateMany({ data: { visibility: "ORGANIZATION" } });

    expect(await reasonOf(offer(amira))).toEqual([422, "suggestions.error.cannotBeAsked"]);
  });

  test("stay with their author: nobody else agrees, and either side takes them back until they are decided", async () => {
    const { id } = await offer(kim);
    await expect(agreeToSuggestion(practiceKind, kim, id)).rejects.toMatchObject({ status: 404 });
    await expect(withdrawSuggestion(practiceKind, amira, id)).rejects.toMatchObject({ status: 404 });
    await expect(take(amira, id)).rejects.toMatchObject({ status: 404 });

    await withdrawSuggestion(practiceKind, noor, id);
    await withdrawSuggestion(practiceKind, kim, id);
    expect(await stateOf(id)).toBe("WITHDRAWN");
    await expect(agreeToSuggestion(practiceKind, noor, id)).rejects.toMatchObject({ status: 409 });
    expect(await listOwnSuggestions(practiceKind, kim, postId)).toEqual([]);
  });
});

describe("who writes the guide", () => {
  const opened = async () => (await offer(noor)).id;

  test("takes words to the end of their section in their own draft, which loses nothing", async () => {
    const mine = { ...guideFields(), title: "A new title", body: `${guideFields().body}\n## After {#after}\n\nMine.\n` };
    await savePracticeDraft(amira, "en", slug, { base: 2, sequence: 0, fields: mine });
    const id = await opened();

    await take(amira, id);

    const draft = await draftOf(amira);
    expect(draft?.title).toBe("A new title");
    expect(draft?.body).toContain("2. Invite people.\n\nBring tea.\n\n## After {#after}\n\nMine.\n");
    expect(await db.suggestion.findUnique({ where: { id } })).toMatchObject({ state: "TAKEN", deciderId: amira.id });
    expect(await db.revision.count()).toBe(2);
    await tellSuggestionDecision(id);
    expect(await db.notification.findMany()).toMatchObject([{ accountId: noor.id, kind: "suggestion_taken", subjectId: postId }]);
    await expect(withdrawSuggestion(practiceKind, noor, id)).rejects.toMatchObject({ status: 409 });
  });

  test("takes words once, of two who press at the same moment", async () => {
    const id = await opened();

    const outcomes = await Promise.allSettled([take(amira, id), take(amira, id)]);

    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await draftOf(amira))?.body.match(/Bring tea/g)).toHaveLength(1);
  });

  test("declines them for a reason, which both are told in their language", async () => {
    const { id } = await offer(kim);
    await agreeToSuggestion(practiceKind, noor, id);

    await declineSuggestion(practiceKind, amira, "en", slug, id, "It stands there already.");
    await tellSuggestionDecision(id);

    expect(await stateOf(id)).toBe("DECLINED");
    expect((await mails()).map(({ to }) => to).sort()).toEqual(["kim@example.org", "noor@example.org"]);
    expect((await mails()).find(({ to }) => to.startsWith("noor"))?.subject).toContain("pas été reprise");
    await expect(declineSuggestion(practiceKind, amira, "en", slug, id, "Once more, no.")).rejects.toMatchObject({ status: 409 });
  });

  test("is the only one who decides, and not while the guide is in review", async () => {
    const id = await opened();
    await expect(take(kim, id)).rejects.toMatchObject({ status: 403 });
    await expect(declineSuggestion(practiceKind, kim, "en", slug, id, "Not for me.")).rejects.toMatchObject({ status: 403 });
    await expect(listSuggestions(practiceKind, kim, "en", slug)).rejects.toMatchObject({ status: 403 });

    await revisePractice(amira, "en", slug, { base: 2, sequence: 0, fields: guideFields({ title: "Another title here" }) });
    await submitPractice(amira, "en", slug);
    expect(await reasonOf(take(amira, id))).toEqual([409, "suggestions.error.inReview"]);
    expect(await stateOf(id)).toBe("OPEN");
  });

  test("credits whose words they are once these are published, by their present name", async () => {
    await take(amira, await opened());
    const credits = async () => {
      const page = await getPractice(null, "en", slug);
      return page.outcome === "page" ? page.credits : null;
    };
    expect(await credits()).toEqual([]);

    const fields = (await draftOf(amira)) ?? guideFields();
    await revisePractice(amira, "en", slug, { base: 2, sequence: 1, fields });
    expect(await credits()).toEqual([]);
    await submitPractice(amira, "en", slug);
    const editor = await person("Second Editor", { roles: ["EDITOR"] });
    await reviewPractice(editor, "en", slug, { review: (await openReview(slug)).id, decision: "APPROVED", comment: "" });
    expect(await credits()).toEqual([{ accountId: noor.id, name: "Noor", postId }]);

    await db.account.update({ where: { id: noor.id }, data: { name: "Noor A." } });
    expect(await credits()).toMatchObject([{ name: "Noor A." }]);
    await db.suggestion.updateMany({ data: { authorId: null } });
    expect(await credits()).toMatchObject([{ name: null }]);
  });
});

describe("words that are taken up", () => {
  const text = "Intro\n\n## One {#one}\n\nFirst.\n\n## Two {#two}\n\nSecond.\n";

  test("come at the end of their section, or of the text", () => {
    expect(appendTo(text, "one", "More.")).toBe("Intro\n\n## One {#one}\n\nFirst.\n\nMore.\n\n## Two {#two}\n\nSecond.\n");
    expect(appendTo(text, "two", "More.\n")).toBe(`${text}\nMore.\n`);
    expect(appendTo(text, "gone", "More.")).toBe(`${text}\nMore.\n`);
    expect(appendTo("", "", "More.")).toBe("More.\n");
  });

  test("open no section of their own", () => {
    expect(appendTo(text, "two", "## Mine\n\nMore.\n\n```\n## code\n```")).toBe(`${text}\n### Mine\n\nMore.\n\n\`\`\`\n## code\n\`\`\`\n`);
  });
});

test("who proposes is told where a guide has more readers than the thread", () => {
  const one = { organizationId: "one" };
  const wider = (
    visibility: "PUBLIC" | "MEMBERS" | "ORGANIZATION",
    seenBy: "EVERYONE" | "MEMBERS" | "AFFILIATED" | "ORGANIZATION" | "STAFF",
    of = "one",
  ) => isReadWider({ visibility, ...one }, { seenBy, organizationId: of });

  expect([wider("PUBLIC", "EVERYONE"), wider("MEMBERS", "EVERYONE"), wider("ORGANIZATION", "ORGANIZATION")]).toEqual([false, false, false]);
  expect([wider("PUBLIC", "MEMBERS"), wider("MEMBERS", "AFFILIATED"), wider("PUBLIC", "ORGANIZATION")]).toEqual([true, true, true]);
  expect([wider("ORGANIZATION", "ORGANIZATION", "two"), wider("ORGANIZATION", "STAFF")]).toEqual([true, true]);
});
