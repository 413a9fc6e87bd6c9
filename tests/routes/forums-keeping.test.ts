import { beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { action as orderCategories } from "~/routes/admin/category-order";
import { action as changeCategory, loader as showCategory } from "~/routes/admin/category";
import { loader as listCategories } from "~/routes/admin/categories";
import { action as openCategory, loader as newCategory } from "~/routes/admin/new-category";
import { action as openSpace } from "~/routes/organizations/new-space";
import { loader as listSpaces } from "~/routes/organizations/spaces";
import { action as archiveSpace } from "~/routes/organizations/space-archive";
import { action as discuss, loader as showDiscussion } from "~/routes/contributions/discussion";
import { action as move, loader as showMove } from "~/routes/threads/category";
import { action as lock } from "~/routes/threads/lock";
import { action as merge, loader as showMerger } from "~/routes/threads/merger";
import { action as remove, loader as showRemoval } from "~/routes/threads/removal";
import { action as split, loader as showSplit } from "~/routes/threads/split";
import { action as rename, loader as showTitle } from "~/routes/threads/title";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { submission, visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

let ada: Actor;
let moderator: Actor;
let admin: Actor;
let questions: Awaited<ReturnType<typeof category>>;

beforeEach(async () => {
  ada = await person("Ada Marsh");
  moderator = await person("Mo Keeper", { roles: ["MODERATOR"] });
  admin = await person("Al Admin", { roles: ["ADMINISTRATOR"] });
  questions = await category();
});

/** The answer, also where it was thrown. */
const answer = (work: Promise<unknown> | unknown) =>
  Promise.resolve(work).then(
    (given) => given as Response,
    (refusal: unknown) => {
      if (!(refusal instanceof Response)) throw refusal;
      return refusal;
    },
  );
const placeOf = ({ headers }: Response) => headers.get("Location");

describe("a thread", () => {
  test("is locked from its page, to which the form leads back with a word", async () => {
    const { id, slug } = await thread({ by: ada, category: questions });
    const done = await answer(lock(submission(moderator, `/en/threads/${id}/${slug}/lock`, { id, slug })));
    expect([done.status, placeOf(done)]).toEqual([302, `/en/threads/${id}/${slug}`]);
    expect((await answer(lock(submission(moderator, `/en/threads/${id}/${slug}/lock`, { id, slug })))).status).toBe(409);
    expect((await answer(lock(submission(ada, `/en/threads/${id}/${slug}/lock`, { id, slug })))).status).toBe(403);
    expect((await answer(lock(submission(moderator, `/en/threads/${id}/${slug}/lock`, { id, slug }, { force: "1" })))).status).toBe(400);
    expect((await answer(lock(submission(null, `/en/threads/${id}/${slug}/lock`, { id, slug })))).status).toBe(302);
  });

  test("gets another title, and the form keeps what was typed where it is refused", async () => {
    const { id, slug, title } = await thread({ by: ada, category: questions });
    const path = `/en/threads/${id}/${slug}/title`;
    expect((await (await answer(showTitle(visit(ada, path, { id, slug })))).json()).thread).toMatchObject({ title, topics: [] });
    const again = await answer(rename(submission(ada, path, { id, slug }, { title: "Hm", before: title })));
    expect(again.status).toBe(422);
    expect(await again.json()).toMatchObject({ errors: { title: ["threads.errors.title"] }, values: { title: "Hm" } });
    const done = await answer(rename(submission(ada, path, { id, slug }, { title: "A better title", before: title })));
    expect(placeOf(done)).toBe(`/en/threads/${id}/a-better-title`);
  });

  test("moves to a category that its keeper chooses, who is told how many fewer will see it", async () => {
    const { id, slug } = await thread({ by: ada, category: questions });
    const plans = await category("Plans", { seenBy: "STAFF", startedBy: "STAFF", repliedBy: "STAFF" });
    const path = `/en/threads/${id}/${slug}/category`;
    const { thread: page } = await (await answer(showMove(visit(moderator, path, { id, slug })))).json();
    expect(page.destinations).toEqual([{ id: plans.id, name: "Plans", seenBy: "STAFF", change: "narrower" }]);
    expect((await answer(showMove(visit(ada, path, { id, slug })))).status).toBe(403);
    expect((await answer(move(submission(moderator, path, { id, slug })))).status).toBe(422);
    expect((await answer(move(submission(moderator, path, { id, slug }, { category: plans.id })))).status).toBe(302);
    expect((await answer(showMove(visit(ada, path, { id, slug })))).status).toBe(404);
  });

  test("is merged into one that was found by its title or address, among those that its keeper may keep", async () => {
    const { id, slug } = await thread({ by: ada, category: questions });
    const other = await thread({ by: ada, category: questions, title: "Welcoming newcomers warmly" });
    const ours = await organization();
    const space = await category("Our space", {
      organizationId: ours.id,
      seenBy: "ORGANIZATION",
      startedBy: "ORGANIZATION",
      repliedBy: "ORGANIZATION",
    });
    const steward = await person("Sol Steward", { organizations: [ours], steward: true });
    const hidden = await thread({ by: steward, category: space, title: "Welcoming newcomers in secret" });
    const path = `/en/threads/${id}/${slug}/merger`;
    const found = async (query: string) =>
      (await (await answer(showMerger(visit(moderator, path + query, { id, slug })))).json()).thread.found;
    expect((await found("?q=newcomers")).map((one: { id: string }) => one.id)).toEqual([other.id]);
    expect((await found(`?q=https://portal.example/en/threads/${other.id}/x`)).length).toBe(1);
    expect(await found(`?q=${hidden.id}`)).toEqual([]);
    expect((await answer(showMerger(visit(moderator, `${path}?into=${hidden.id}`, { id, slug })))).status).toBe(404);
    const done = await answer(merge(submission(moderator, path, { id, slug }, { into: other.id })));
    expect(placeOf(done)).toBe(`/en/threads/${other.id}/welcoming-newcomers-warmly`);
  });

  test("gives posts to a new one; its first post cannot be chosen", async () => {
    const { id, slug, posts } = await thread({ by: ada, category: questions, posts: ["One.", "Two.", "Three."] });
    const path = `/en/threads/${id}/${slug}/split`;
    const { thread: page } = await (await answer(showSplit(visit(moderator, path, { id, slug })))).json();
    expect(page.posts.map(({ isStart }: { isStart: boolean }) => isStart)).toEqual([true, false, false]);
    const send = (fields: Record<string, string | string[]>) =>
      answer(split(submission(moderator, path, { id, slug }, { title: "Another matter", category: questions.id, ...fields })));
    expect((await (await send({})).json()).errors).toEqual({ posts: ["threads.errors.posts"] });
    expect((await (await send({ posts: [posts[0] ?? ""] })).json()).errors).toEqual({ posts: ["threads.errors.start"] });
    expect((await send({ posts: [posts[1] ?? "", posts[2] ?? ""] })).status).toBe(302);
    expect((await send({ posts: [posts[1] ?? ""] })).status).toBe(409);
  });

  test("is removed after a question, and gone for everyone", async () => {
    const { id, slug } = await thread({ by: ada, category: questions });
    const path = `/en/threads/${id}/${slug}/removal`;
    expect((await (await answer(showRemoval(visit(ada, path, { id, slug })))).json()).thread.posts).toBe(1);
    expect(placeOf(await answer(remove(submission(ada, path, { id, slug }))))).toBe("/en/forums");
    expect((await answer(showTitle(visit(ada, path, { id, slug })))).status).toBe(410);
    expect((await answer(showTitle(visit(moderator, path, { id, slug })))).status).toBe(410);
  });
});

describe("categories", () => {
  const fields = { nameEn: "Tools", nameFr: "Outils", descriptionEn: "", descriptionFr: "", colour: "plum", icon: "tools" };
  const access = { seenBy: "EVERYONE", startedBy: "STAFF", repliedBy: "MEMBERS" };

  test("are opened, changed and ordered by administrators alone", async () => {
    expect((await answer(listCategories(visit(moderator, "/en/admin/categories")))).status).toBe(403);
    expect((await answer((async () => newCategory(visit(moderator, "/en/admin/categories/new")))())).status).toBe(403);
    const done = await answer(openCategory(submission(admin, "/en/admin/categories/new", {}, { ...fields, ...access })));
    expect(placeOf(done)).toBe("/en/admin/categories");
    const { id } = await db.category.findFirstOrThrow({ where: { icon: "tools" } });
    const path = `/en/admin/categories/${id}`;
    const page = await (await answer(showCategory(visit(admin, path, { id })))).json();
    const again = await answer(
      changeCategory(submission(admin, path, { id }, { ...fields, ...access, nameFr: "", seal: page.category.fields.seal })),
    );
    expect(await again.json()).toMatchObject({ errors: { nameFr: ["threads.categories.errors.name"] }, isStale: false });
    const stale = await answer(changeCategory(submission(admin, path, { id }, { ...fields, ...access, seal: "older" })));
    expect(await stale.json()).toMatchObject({ isStale: true, values: { nameEn: "Tools" } });
    expect((await answer(orderCategories(submission(admin, "/en/admin/categories/order", {}, { id, direction: "sideways" })))).status).toBe(
      422,
    );
    expect((await answer(orderCategories(submission(admin, "/en/admin/categories/order", {}, { id, direction: "up" })))).status).toBe(302);
  });

  test("of an organization are for its people; strangers find nothing there", async () => {
    const ours = await organization();
    const slug = "riverside-health-centre";
    const steward = await person("Sol Steward", { organizations: [ours], steward: true });
    const colleague = await person("Col League", { organizations: [ours] });
    const path = `/en/organizations/${slug}/spaces`;
    expect(placeOf(await answer(openSpace(submission(steward, `${path}/new`, { slug }, fields))))).toBe(path);
    expect((await answer(openSpace(submission(colleague, `${path}/new`, { slug }, fields)))).status).toBe(403);
    expect((await answer(openSpace(submission(admin, `${path}/new`, { slug }, fields)))).status).toBe(404);
    expect((await answer(openSpace(submission(steward, `${path}/new`, { slug }, { ...fields, seenBy: "EVERYONE" })))).status).toBe(400);
    const { spaces, mayRun } = await (await answer(listSpaces(visit(colleague, path, { slug })))).json();
    expect([spaces.length, mayRun]).toEqual([1, false]);
    expect((await answer(listSpaces(visit(admin, path, { slug })))).status).toBe(404);
    const { id } = spaces[0];
    expect((await answer(archiveSpace(submission(steward, `${path}/${id}/archive`, { slug, id })))).status).toBe(302);
    expect((await answer(archiveSpace(submission(steward, `${path}/${newId()}/archive`, { slug, id: newId() })))).status).toBe(404);
  });
});

test("the discussion of a guide begins on its page, and leads to its thread from then on", async () => {
  const ours = await organization();
  const author = await person("Au Thor", { roles: ["PRACTITIONER"], organizations: [ours] });
  const { slug } = await guide({ by: author, state: "PUBLISHED" });
  const path = `/en/practices/${slug}/discussion`;
  expect((await (await answer(showDiscussion(visit(null, path, { slug })))).json()).mayWrite).toBe(false);
  const page = await (await answer(showDiscussion(visit(ada, path, { slug })))).json();
  expect(page).toMatchObject({ mayWrite: true, title: "Start a walking group" });
  const fields = {
    id: page.values.id,
    kind: "REPLY",
    contribution: page.values.contribution,
    language: "en",
    body: "How long did it take you?",
  };
  const done = await answer(discuss(submission(ada, path, { slug }, fields)));
  expect(placeOf(done)).toBe(`/en/posts/${page.values.id}`);
  const { id, slug: threadSlug } = await db.thread.findFirstOrThrow();
  expect(placeOf(await answer(showDiscussion(visit(null, path, { slug }))))).toBe(`/en/threads/${id}/${threadSlug}`);
});
