import { describe, expect, test } from "vitest";

import type { Actor, Viewer } from "~/features/accounts/actor";
import { findEvent } from "~/features/activity/queries.server";
import { describePosts } from "~/features/forums/described.server";
import { editPost } from "~/features/forums/editing.server";
import { listLinkable } from "~/features/forums/finding.server";
import { getPost, getPostHistory } from "~/features/forums/post-history.server";
import { getThreadPage } from "~/features/forums/thread-page.server";
import { keepers } from "~/features/moderation/keepers.server";
import { reopenForRepair } from "~/features/moderation/repair.server";
import type { Flaggable } from "~/features/moderation/subject.server";
import { noFilters as noOrganizationFilters } from "~/features/organizations/filters";
import { listOrganizations } from "~/features/organizations/list.server";
import { getOrganization } from "~/features/organizations/queries.server";
import { listPeople } from "~/features/people/directory.server";
import { getPerson } from "~/features/people/queries.server";
import { noFilters } from "~/features/practices/filters";
import { listPractices } from "~/features/practices/list.server";
import { getPractice } from "~/features/practices/queries.server";
import { db } from "~/platform/db.server";
import { category, thread } from "#tests/support/forums";
import { guide, organization, person } from "#tests/support/world";

const noPeopleFilters = { q: "", topic: "", language: "", province: "", organization: "" };

const CANARY = "Quillfeather";

const to = (move: "hide" | "show" | "remove", type: Flaggable, id: string) => db.$transaction((tx) => keepers[type][move](tx, id, null));

/** Whether the word comes out of any of these, refusals included. */
async function tells(asked: Promise<unknown>[]): Promise<boolean> {
  const answers = await Promise.all(
    asked.map((one) => one.catch(async (refusal) => (refusal instanceof Response ? refusal.text() : Promise.reject(refusal)))),
  );
  return JSON.stringify(answers.map((answer) => (answer instanceof Map ? [...answer] : answer))).includes(CANARY);
}

describe("a hidden post", () => {
  async function world() {
    const [amara, bela, mona] = await Promise.all([person("Amara"), person("Bela"), person("Mona", { roles: ["MODERATOR"] })]);
    const place = await category();
    const one = await thread({ by: amara, writers: [bela, amara], category: place, posts: ["A question.", `Mrs ${CANARY} came by.`] });
    const id = one.posts[1] ?? "";
    await db.postRevision.create({ data: { postId: id, number: 0, body: `${CANARY} before`, at: new Date(), editorId: amara.id } });
    const routes = (viewer: Viewer) => [
      getThreadPage(viewer, "en", one.id, 1),
      getPost(viewer, id),
      getPostHistory(viewer, id),
      describePosts(viewer, [id]),
      db.$transaction((tx) => keepers.POST.find(tx, viewer, "en", id)),
    ];
    return { amara, bela, mona, id, threadId: one.id, routes };
  }

  test("is read by its author alone, and by everyone once it is shown", async () => {
    const { amara, bela, mona, id, routes } = await world();
    await to("hide", "POST", id);
    for (const viewer of [null, bela, mona]) expect(await tells(routes(viewer))).toBe(false);
    expect(await tells(routes(amara))).toBe(true);
    expect(await tells(routes({ ...amara, isSilenced: true }))).toBe(true);

    await to("remove", "POST", id);
    for (const viewer of [null, bela, mona, amara]) expect(await tells(routes(viewer))).toBe(false);
    await to("show", "POST", id);
    for (const viewer of [null, bela, mona, amara]) expect(await tells(routes(viewer))).toBe(true);
  });

  test("is mended by its author, stays hidden, opens a case once, and never tells its old words again", async () => {
    const { amara, bela, id, threadId, routes } = await world();
    await to("hide", "POST", id);
    expect((await getThreadPage(amara, "en", threadId, 1)).posts[1]).toMatchObject({
      measure: "HIDDEN",
      may: { repair: true, edit: false },
    });
    await expect(editPost(bela, id, { version: 1, body: "Mine now.", language: "en" }, "en")).rejects.toMatchObject({ status: 403 });
    await editPost(amara, id, { version: 1, body: "Someone came by.", language: "en" }, "en");
    const { id: eventId } = await db.event.findFirstOrThrow({ where: { name: "post.edited" } });
    const event = await findEvent(eventId);
    if (!event) throw new Error("nothing was recorded");
    await reopenForRepair(event);
    await reopenForRepair(event);

    expect(event.details.hidden).toBe(1);
    expect(await db.case.findMany()).toMatchObject([{ kind: "REPAIR", subjectId: id, repairedAt: event.at, words: "Someone came by." }]);
    expect(await db.event.count({ where: { name: "case.repaired" } })).toBe(1);
    expect((await getThreadPage(bela, "en", threadId, 1)).posts[1]).toMatchObject({ html: "", measure: "HIDDEN" });
    await to("show", "POST", id);
    for (const viewer of [null, bela, amara]) expect(await tells(routes(viewer))).toBe(false);
  });

  test("that was a whole thread is still found by its author", async () => {
    const [amara, bela, mona] = await Promise.all([person("Amara"), person("Bela"), person("Mona", { roles: ["MODERATOR"] })]);
    const one = await thread({ by: amara, category: await category(), posts: [CANARY] });
    await to("hide", "POST", one.posts[0] ?? "");
    for (const viewer of [null, bela, mona]) await expect(getThreadPage(viewer, "en", one.id, 1)).rejects.toMatchObject({ status: 410 });
    expect((await getThreadPage(amara, "en", one.id, 1)).posts).toMatchObject([{ may: { repair: true } }]);
  });
});

test("a hidden guide and its discussion are there for those who write and review it, in no list, and for all once it is shown", async () => {
  const home = await organization();
  const writer = await person("Wanda", { roles: ["PRACTITIONER"], organizations: [home] });
  const colleague = await person("Cleo", { roles: ["PRACTITIONER"], organizations: [home] });
  const [editor, mona] = await Promise.all([person("Edda", { roles: ["EDITOR"] }), person("Mona", { roles: ["MODERATOR"] })]);
  const { id, slug } = await guide({ by: writer, state: "PUBLISHED", fields: { title: `About ${CANARY}` } });
  const talk = await thread({ by: writer, category: await category(), title: `Talk of ${CANARY}` });
  await db.thread.update({ where: { id: talk.id }, data: { contributionId: id } });
  const lists = (viewer: Viewer) => [
    listPractices(viewer, "en", noFilters),
    getThreadPage(viewer, "en", talk.id, 1),
    ...(viewer ? [listLinkable(viewer, "en", CANARY)] : []),
  ];
  await to("hide", "CONTRIBUTION", id);

  for (const viewer of [null, colleague, mona]) expect(await tells([...lists(viewer), getPractice(viewer, "en", slug)])).toBe(false);
  for (const viewer of [writer, editor] as Actor[]) {
    expect(await tells(lists(viewer))).toBe(false);
    expect(await getPractice(viewer, "en", slug)).toMatchObject({ isHidden: true, may: { retire: false } });
  }
  await to("show", "CONTRIBUTION", id);
  for (const viewer of [null, colleague, mona, writer])
    for (const list of [...lists(viewer), getPractice(viewer, "en", slug)]) expect(await tells([list])).toBe(true);
});

test("a hidden profile is there for its owner alone", async () => {
  const [wanda, mona] = await Promise.all([person(`Wanda ${CANARY}`), person("Mona", { roles: ["ADMINISTRATOR"] })]);
  await db.$transaction((tx) => keepers.ACCOUNT.load(tx, wanda.id));
  const { slug } = await db.profile.findUniqueOrThrow({ where: { accountId: wanda.id } });
  const routes = (viewer: Viewer) => [getPerson(viewer, "en", slug), listPeople(viewer, "en", noPeopleFilters)];
  expect(await tells(routes(mona))).toBe(true);
  await to("hide", "ACCOUNT", wanda.id);
  for (const viewer of [null, mona]) expect(await tells(routes(viewer))).toBe(false);
  expect(await getPerson(wanda, "en", slug)).toMatchObject({ isHiddenByModeration: true, isPublic: false });
  expect(await tells([listPeople(wanda, "en", noPeopleFilters)])).toBe(false);
  await to("show", "ACCOUNT", wanda.id);
  for (const route of routes(mona)) expect(await tells([route])).toBe(true);
});

test("a hidden organization is there for its own people and administrators", async () => {
  const home = await organization(`${CANARY} House`);
  const member = await person("Mira", { organizations: [home] });
  const [ada, admin] = await Promise.all([person("Ada"), person("Al", { roles: ["ADMINISTRATOR"] })]);
  const { slug } = await db.organizationFace.findFirstOrThrow({ where: { organizationId: home.id, language: "en" } });
  const lists = (viewer: Viewer) => [listOrganizations("en", noOrganizationFilters), listPeople(viewer, "en", noPeopleFilters)];
  await db.$transaction((tx) => keepers.ACCOUNT.load(tx, member.id));
  await to("hide", "ORGANIZATION", home.id);

  expect(await tells([...lists(ada), getOrganization(ada, "en", slug), ...lists(null)])).toBe(false);
  for (const viewer of [member, admin]) expect(await getOrganization(viewer, "en", slug)).toMatchObject({ isHidden: true });
  await to("show", "ORGANIZATION", home.id);
  for (const one of [...lists(ada), getOrganization(null, "en", slug)]) expect(await tells([one])).toBe(true);
});
