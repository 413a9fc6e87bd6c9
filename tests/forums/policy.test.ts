import { expect, test } from "vitest";

import { may, type PostSubject, type Space, type ThreadSubject } from "~/features/forums/policy";
import { seenSpaces, seenThreads } from "~/features/forums/seen.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { mayFor } from "~/features/publishing/policy";
import { CategoryKind, Circle, Visibility } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import "#tests/support/database";

import { everyone, idOf, OURS, people, THEIRS, type Who } from "./people";

/* The design once more, in lists of names, so that the code can be found to differ. */

const accounts = everyone.filter((who) => who !== "visitor");
const silenced: Who[] = ["silenced member", "silenced colleague", "silenced steward", "silenced moderator"];
const ofOurs: Who[] = ["colleague", "silenced colleague", "steward", "silenced steward", "of both", "moderator of ours"];
const ofTheirs: Who[] = ["stranger", "steward of elsewhere", "of both"];
const circles: Record<Circle, Who[]> = {
  EVERYONE: everyone,
  MEMBERS: accounts,
  AFFILIATED: everyone.filter((who) => ofOurs.includes(who) || ofTheirs.includes(who)),
  ORGANIZATION: ofOurs,
  STAFF: ["editor", "moderator", "moderator of ours", "silenced moderator", "administrator"],
};
const keepers: Who[] = ["moderator", "moderator of ours", "administrator"];
const flags = [false, true];

/** Those of a circle of a category; one that belongs to nobody has no people of its own. */
const among = (circle: Circle, { organizationId }: Space): Who[] =>
  circle === "ORGANIZATION" && organizationId !== OURS ? [] : circles[circle];

const both = (one: Who[], other: Who[]) => one.filter((who) => other.includes(who));
const seen = (space: Space) => among(space.seenBy, space);
const speaking = (space: Space) => both(seen(space), accounts).filter((who) => !silenced.includes(who));
const writing = (space: Space, circle: Circle) => (space.isArchived ? [] : both(speaking(space), among(circle, space)));
const keeping = (space: Space): Who[] => (space.organizationId === OURS ? ["steward"] : both(keepers, seen(space)));
/** Only stewards take away and bring back by a button, in their own spaces. */
const clearing = (space: Space): Who[] => (space.organizationId === OURS ? ["steward"] : []);
const or = (one: Who[], other: Who[]) => everyone.filter((who) => one.includes(who) || other.includes(who));

const spaces: Space[] = Object.values(CategoryKind).flatMap((kind) =>
  [null, OURS].flatMap((organizationId) =>
    flags.flatMap((isArchived) =>
      Object.values(Circle).flatMap((seenBy) =>
        Object.values(Circle).map((circle) => ({ kind, organizationId, isArchived, seenBy, startedBy: circle, repliedBy: circle })),
      ),
    ),
  ),
);

const threads: ThreadSubject[] = spaces.flatMap((space) =>
  flags.flatMap((isLocked) =>
    flags.flatMap((isArchived) =>
      flags.map((isRemoved) => ({ space, isLocked, isArchived, isRemoved, hasOwnHidden: false, starterId: idOf("starter") })),
    ),
  ),
);

const posts = threads.flatMap((thread): PostSubject[] =>
  flags.flatMap((isWiki) =>
    flags.flatMap((isPostRemoved) =>
      flags.map((isNotice) => ({ ...thread, isWiki, isPostRemoved, isNotice, measure: null, authorId: isNotice ? null : idOf("author") })),
    ),
  ),
);

const who = (asks: (viewer: (typeof people)[Who]) => boolean) => everyone.filter((name) => asks(people[name]));

/** Where the answers differ from the design: the first few, in words. */
function differences<Subject>(subjects: Subject[], asked: (subject: Subject) => Who[], right: (subject: Subject) => Who[]): string[] {
  const found: string[] = [];
  for (const subject of subjects) {
    const [is, should] = [asked(subject).join(", "), right(subject).join(", ")];
    if (is !== should) found.push(`${JSON.stringify(subject)}: ${is} instead of ${should}`);
    if (found.length === 5) break;
  }
  return found;
}

test("a category is seen by its circle, started in by those who may, and kept by who is named for it", () => {
  expect(
    differences(
      spaces,
      (space) => who((viewer) => may.see(viewer, space)),
      (space) => seen(space),
    ),
  ).toEqual([]);
  expect(
    differences(
      spaces,
      (space) => who((viewer) => may.start(viewer, space)),
      (space) => (space.kind === "FORUM" ? writing(space, space.startedBy) : []),
    ),
  ).toEqual([]);
  expect(
    differences(
      spaces,
      (space) => who((viewer) => may.discuss(viewer, space)),
      (space) => (space.kind === "DISCUSSIONS" ? writing(space, space.repliedBy) : []),
    ),
  ).toEqual([]);
  expect(
    differences(
      spaces,
      (space) => who((viewer) => may.keep(viewer, space)),
      (space) => keeping(space),
    ),
  ).toEqual([]);
});

test("a thread is replied to while it is open, by its circle; its keepers also while it is locked", () => {
  const isOpen = ({ isArchived, isRemoved }: ThreadSubject) => !isArchived && !isRemoved;

  expect(
    differences(
      threads,
      (thread) => who((viewer) => may.reply(viewer, thread)),
      (thread) => {
        const writers = writing(thread.space, thread.space.repliedBy);
        if (!isOpen(thread)) return [];
        return thread.isLocked ? both(writers, keeping(thread.space)) : writers;
      },
    ),
  ).toEqual([]);
  expect(
    differences(
      threads,
      (thread) => who((viewer) => may.rename(viewer, thread)),
      (thread) => {
        const mayStarter = isOpen(thread) && !thread.isLocked && writing(thread.space, thread.space.repliedBy).includes("starter");
        return or(keeping(thread.space), mayStarter ? ["starter"] : []);
      },
    ),
  ).toEqual([]);
  expect(
    differences(
      threads,
      (thread) => who((viewer) => may.readRemoved(viewer, thread)),
      (thread) => clearing(thread.space),
    ),
  ).toEqual([]);
});

test("a post is changed by its author, by its keepers, and where it is a wiki by all who may reply", () => {
  const open = (post: PostSubject, list: Who[]) => {
    if (post.isPostRemoved || post.isNotice || post.isRemoved || post.isArchived || post.space.isArchived) return [];
    return post.isLocked ? both(list, keeping(post.space)) : list;
  };
  const own = (post: PostSubject): Who[] => (post.isNotice ? [] : ["author"]);
  const closest = (post: PostSubject, more: Who[] = []) => or(or(own(post), more), keeping(post.space));
  const rights: [keyof typeof may & ("edit" | "remove" | "openToAll" | "react" | "vote" | "accept"), (post: PostSubject) => Who[]][] = [
    [
      "edit",
      (post) => {
        const writers = writing(post.space, post.space.repliedBy);
        return open(post, post.isWiki ? writers : both(writers, closest(post)));
      },
    ],
    ["remove", (post) => (post.isNotice ? [] : both(speaking(post.space), or(own(post), clearing(post.space))))],
    ["openToAll", (post) => open(post, both(speaking(post.space), closest(post)))],
    ["react", (post) => open(post, speaking(post.space)).filter((name) => name !== "author")],
    ["vote", (post) => open(post, speaking(post.space))],
    ["accept", (post) => open(post, both(speaking(post.space), or(["starter"], keeping(post.space))))],
  ];

  for (const [verb, right] of rights)
    expect(
      differences(posts, (post) => who((viewer) => may[verb](viewer, post)), right),
      verb,
    ).toEqual([]);
});

test("administrators run categories, and stewards the spaces of their own organization", () => {
  expect(who((viewer) => may.runCategories(viewer))).toEqual(["administrator"]);
  expect(who((viewer) => may.runSpaces(viewer, OURS))).toEqual(["steward"]);
  expect(who((viewer) => may.runSpaces(viewer, THEIRS))).toEqual(["steward of elsewhere"]);
});

test("the lists show the categories and threads that the policy lets be seen, and no others", async () => {
  await db.organization.createMany({ data: [OURS, THEIRS].map((id) => ({ id, kind: "network", status: "MEMBER" })) });
  const made = [null, OURS, THEIRS].flatMap((organizationId) =>
    Object.values(Circle).map((seenBy): Space => ({ ...openSpace, organizationId, seenBy })),
  );
  const places = new Map<string, Space>();
  for (const space of made) places.set(await threadIn(space, null), space);

  for (const name of everyone) {
    const viewer = people[name];
    const right = [...places].filter(([, space]) => may.see(viewer, space)).map(([id]) => id);
    const threads = await db.$queryRaw<{ id: string }[]>`
      SELECT t.id FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" WHERE ${seenThreads(viewer)}`;
    const categories = await db.$queryRaw<{ id: string }[]>`
      SELECT t.id FROM "Category" k JOIN "Thread" t ON k.id = t."categoryId" WHERE ${seenSpaces(viewer)}`;

    expect([name, threads.map(({ id }) => id).sort()]).toEqual([name, right.sort()]);
    expect([name, categories.map(({ id }) => id).sort()]).toEqual([name, right]);
  }
});

test("the discussion of a guide is seen by those who see both its category and the guide as its readers do", async () => {
  await db.organization.createMany({ data: [OURS, THEIRS].map((id) => ({ id, kind: "network", status: "MEMBER" })) });
  const { id: creatorId } = await db.account.create({
    data: { id: idOf("author"), name: "Author", email: "a@example.org", language: "en" },
  });
  const category = await db.category.create({ data: { ...looks, kind: "DISCUSSIONS", seenBy: "EVERYONE", ...asked } });
  const now = new Date();
  const states = { draft: {}, published: { publishedAt: now }, retired: { publishedAt: now, retiredAt: now } };
  const discarded = { publishedAt: now, discardedAt: now };
  const guides: Guide[] = [];
  for (const visibility of Object.values(Visibility))
    for (const [state, dates] of Object.entries({ ...states, discarded })) {
      const about = { kind: "PRACTICE", organizationId: OURS, creatorId, visibility, sourceLanguage: "en", licence: "cc-by-4.0" } as const;
      const { id } = await db.contribution.create({ data: { ...about, ...dates } });
      guides.push({ id: await threadIn(category.id, id), state, visibility });
    }

  for (const seenBy of Object.values(Circle)) {
    await db.category.update({ where: { id: category.id }, data: { seenBy } });
    for (const name of everyone) {
      const viewer = people[name];
      const isIn = may.see(viewer, { ...openSpace, seenBy });
      const right = guides.filter((guide) => isIn && reads(name, guide)).map(({ id }) => id);
      const threads = await db.$queryRaw<{ id: string }[]>`
        SELECT t.id FROM "Thread" t JOIN "Category" k ON k.id = t."categoryId" WHERE ${seenThreads(viewer)}`;

      expect([seenBy, name, threads.map(({ id }) => id).sort()]).toEqual([seenBy, name, right.sort()]);
    }
  }
});

type Guide = { id: string; state: string; visibility: Visibility };

/** A discussion is for readers: who only reviews a guide, and does not read it otherwise, finds none. */
function reads(name: Who, { state, visibility }: Guide): boolean {
  const isShown = state === "published" || state === "retired";
  const subject = {
    organizationId: OURS,
    visibility,
    isPublished: isShown,
    isRetired: false,
    isDiscarded: false,
    isHidden: false,
    isInReview: false,
    writerIds: [idOf("author")],
  };
  const reviewer = name === "editor" || name === "administrator";

  return isShown && (reviewer ? visibility !== "ORGANIZATION" : mayFor(practiceKind).read(people[name], subject));
}

const looks = { colour: "teal", icon: "question" };
const asked = { startedBy: "MEMBERS", repliedBy: "MEMBERS" } as const;
const openSpace: Space = { kind: "FORUM", organizationId: null, seenBy: "EVERYONE", isArchived: false, ...asked };

/** A thread in a category, or in a new one; gives its id. */
async function threadIn(place: string | Space, contributionId: string | null): Promise<string> {
  const { isArchived: _, ...space } = typeof place === "string" ? openSpace : place;
  const categoryId = typeof place === "string" ? place : (await db.category.create({ data: { ...looks, ...space } })).id;
  const words = { language: "en", title: "A thread", slug: "a-thread" } as const;
  return (await db.thread.create({ data: { categoryId, contributionId, ...words } })).id;
}
