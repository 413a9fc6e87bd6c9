import { randomUUID } from "node:crypto";

import type { Answer } from "../ask";
import { type Case, type Decision, everyone, except, only, type Row, signedIn } from "../decision";
import { all, but, design, guideWritersOfRiverside, members, ofRiverside, people, type Who } from "../design";
import type { Forums } from "../forums";
import type { World } from "../world";

/** Who sees what, by the circle of its category, as the design has it. */
const circles = {
  open: people,
  members,
  affiliated: all(ofRiverside, ["practitioner of elsewhere", "steward of elsewhere"]),
  staff: ["silenced", "editor", "moderator", "administrator"],
  riverside: ofRiverside,
} as const satisfies Record<string, readonly Who[]>;

type Circle = keyof typeof circles;

/** Who keeps the places of the portal, and who that of Riverside. */
const keepers: readonly Who[] = ["moderator", "administrator"];
const keepersOf = (circle: Circle): readonly Who[] =>
  (circle === "riverside" ? ["steward", "bare steward"] : keepers).filter((who) => circles[circle].includes(who as never)) as Who[];

/** Who goes on with a guide of Riverside, and so decides what of others' words it takes. */
const reviseOfRiverside = all(guideWritersOfRiverside, design.reviewGuides);

const writers = but(members, "silenced");

/** To read: the page, or nothing that exists. */
const seenIn = (circle: Circle, answer: Answer = "page"): Row => only(circles[circle], answer, "404", circle === "open" ? answer : "404");

/** To do something there with an account: by some; by others who see it not; and for who does not see it there is nothing. */
const done = (circle: Circle, doers: readonly Who[], answer: Answer, others: Answer = "403"): Row => {
  const seers = circles[circle].filter((who) => (members as readonly Who[]).includes(who));
  return except(
    only(seers, others, "404"),
    all(doers).filter((who) => seers.includes(who as never)),
    answer,
  );
};

/** Only stewards take words away by a button, in the spaces of their organization. */
const byClearers = (circle: Circle, answer: Answer) => done(circle, circle === "riverside" ? keepersOf(circle) : [], answer);

const byKeepers = (circle: Circle, answer: Answer) => done(circle, keepersOf(circle), answer);

type Rule = (forums: Forums, world: World) => Case[];

const forums =
  (rule: Rule): Decision =>
  (world) =>
    rule(world.forums, world);

const readable = ["open", "members", "affiliated", "staff", "riverside"] as const;

/** A thread of each circle. */
const inEach = (about: (circle: Circle) => Omit<Case, "what" | "values">, more: Case["values"] = {}): Decision =>
  forums(({ threads }) =>
    readable.map((circle) => ({ what: circle, values: { id: threads[circle].id, slug: threads[circle].slug, ...more }, ...about(circle) })),
  );

/** The first post of a thread of each circle. */
const onPosts = (about: (circle: Circle) => Omit<Case, "what" | "values">): Decision =>
  forums(({ threads }) => readable.map((circle) => ({ what: circle, values: { id: threads[circle].posts[1] ?? "" }, ...about(circle) })));

/** What stands on no page of its own: whoever opens it is led to where the form stands. */
const led = everyone("moved");
const ledIn = (circle: Circle) => seenIn(circle, "moved");

/** The form tells everyone with an account what is missing, and nothing of the place: the page itself is refused to the others. */
const again = (get: Row): Pick<Case, "get" | "post"> => ({ get, post: signedIn("422") });

/** The place is asked for before the form is. */
const first = (get: Row): Pick<Case, "get" | "post"> => ({
  get,
  post: Object.fromEntries(people.map((who) => [who, get[who] === "page" ? "422" : get[who]])) as Row,
});

const words = () => ({ id: randomUUID(), language: "en", body: "" });

export const forumDecisions: Record<string, Decision> = {
  "forums/index": () => [{ get: everyone("page") }],
  "forums/threads": () => [
    { what: "latest", get: everyone("page") },
    { what: "unread", query: { list: "unread" }, get: everyone("page") },
  ],
  "forums/topic": () => [
    { what: "known", values: { key: "food" }, get: everyone("page") },
    { what: "unknown", values: { key: "no-such-topic" }, get: everyone("404") },
  ],
  "forums/category": forums(({ categories }) =>
    readable.map((circle) => ({ what: circle, values: { slug: categories[circle].slug }, get: seenIn(circle) })),
  ),
  "forums/thread": forums(({ threads }, world) => [
    ...readable.map((circle) => ({ what: circle, values: { ...place(threads[circle]) }, get: seenIn(circle) })),
    ...(["locked", "archived"] as const).map((what) => ({ what, values: place(threads[what]), get: everyone("page") })),
    // What is gone is gone for moderators too: they read it where they decide about it, and stewards in the spaces that they keep.
    { what: "removed", values: place(threads.removed), get: everyone("410") },
    {
      what: "removed in a space",
      values: place(threads.cleared),
      get: except(only(circles.riverside, "410", "404", "404"), keepersOf("riverside"), "page"),
    },
    { what: "of a guide", values: place(threads.guide), get: seenIn("riverside") },
    { what: "of nobody", values: { id: world.stranger, slug: "nothing" }, get: everyone("404") },
  ]),
  "forums/unread": inEach((circle) => ({ get: ledIn(circle) })),
  "forums/post": inEach((circle) => ({ get: ledIn(circle) }), { number: 2 }),
  "forums/post-place": onPosts((circle) => ({ get: ledIn(circle) })),

  "forums/similar": () => [{ query: { title: "Canary title" }, get: only(members, "page", "403", "403"), isDrawnAlone: true }],
  "forums/similar-page": () => [{ query: { title: "Canary title" }, get: signedIn("page") }],
  "forums/names": () => [{ query: { q: "a" }, get: only(members, "page", "403", "403") }],
  "forums/links": () => [{ query: { q: "canary" }, get: only(members, "page", "403", "403") }],
  // A file comes in a form of another kind; this is none.
  "forums/attachments": () => [{ get: led, post: only(writers, "400", "403", "403") }],

  "forums/new-thread": forums(({ categories }) => [
    ...readable.map((circle) => ({
      what: circle,
      values: { slug: categories[circle].slug },
      form: words,
      ...again(done(circle, writers, "page")),
    })),
    { what: "at rest", values: { slug: categories.atRest.slug }, get: done("open", writers, "409"), isOnlyRead: true },
  ]),
  // Who may never write there is told so; to who does not see the thread the form comes back, as from a thread that is gone.
  "forums/reply": inEach((circle) => ({
    form: words,
    get: done(circle, writers, "page"),
    post: except(
      signedIn("422"),
      circles[circle].filter((who) => who === "silenced"),
      "403",
    ),
  })),
  "forums/post-edit": onPosts((circle) => ({ form: words, ...again(byKeepers(circle, "page")) })),

  "forums/thread-follow": inEach((circle) => ({ get: led, post: done(circle, members, "moved"), form: { level: "TRACKING" } })),
  "forums/category-follow": forums(({ categories }) =>
    readable.map((circle) => ({
      what: circle,
      values: { slug: categories[circle].slug },
      get: led,
      post: done(circle, members, "moved"),
      form: { level: "TRACKING" },
    })),
  ),
  "forums/topic-follow": () => [{ values: { key: "food" }, get: led, post: signedIn("moved"), form: { level: "TRACKING" } }],
  "forums/thread-reading": inEach((circle) => ({ get: led, post: done(circle, members, "moved"), form: { number: "1" } })),
  "settings/follows": () => [{ get: signedIn("page") }],

  "forums/reaction": onPosts((circle) => ({ get: led, post: done(circle, writers, "moved"), form: { kind: "THANKS", value: "off" } })),
  "forums/bookmark": onPosts((circle) => ({ get: led, post: done(circle, members, "moved"), form: { note: "", remind: "keep" } })),
  "forums/bookmark-removal": onPosts(() => ({ get: led, post: signedIn("moved") })),
  "forums/bookmarks": () => [{ get: signedIn("page") }],
  "forums/acceptance": onPosts((circle) => ({ get: led, post: byKeepers(circle, "moved") })),
  "forums/acceptance-removal": onPosts((circle) => ({ get: led, post: byKeepers(circle, "moved") })),
  "forums/wiki": forums(({ threads }) => [
    { what: "pinned", values: { id: threads.pinned.posts[0] ?? "" }, get: led, post: byKeepers("open", "moved") },
    { what: "staff", values: { id: threads.staff.posts[0] ?? "" }, get: led, post: byKeepers("staff", "moved") },
  ]),
  "forums/wiki-removal": onPosts((circle) => ({ get: led, post: byKeepers(circle, "moved") })),
  "forums/vote": forums(({ poll, option, threads }) => [
    { what: "open", values: { id: poll }, get: led, post: done("open", writers, "moved"), form: { option } },
    { what: "no poll", values: { id: threads.staff.posts[0] ?? "" }, get: led, post: done("staff", writers, "404"), form: { option } },
  ]),
  "forums/poll-closure": forums(({ threads }) => [
    { what: "no poll", values: { id: threads.staff.posts[0] ?? "" }, get: led, post: byKeepers("staff", "404") },
  ]),
  "forums/proposal": onPosts((circle) => again(except(done(circle, writers, "page"), ["silenced"], "403"))),

  "forums/post-history": onPosts((circle) => ({ get: seenIn(circle) })),
  "forums/post-source": onPosts((circle) => ({ get: seenIn(circle), isDrawnAlone: true })),
  "forums/post-removal": onPosts((circle) => ({ get: byClearers(circle, "page"), isOnlyRead: true })),
  // What was not removed stays as it is.
  "forums/post-restoration": onPosts((circle) => ({ get: led, post: byClearers(circle, "moved") })),
  "forums/preview": forums(({ threads }) => [
    {
      get: everyone("page"),
      post: only(writers, "page", "403"),
      form: () => ({ id: randomUUID(), kind: "REPLY", thread: threads.open.id, language: "en", body: "A walk a week." }),
    },
  ]),
  "forums/drafts": () => [{ get: signedIn("page") }],
  "forums/draft": forums(({ draft, threads }) => [
    {
      what: "of someone else",
      values: { id: draft },
      get: led,
      post: only(writers, "404", "403"),
      form: { id: draft, kind: "REPLY", thread: threads.open.id, sequence: "1", language: "en", body: "Mine." },
    },
  ]),
  "forums/draft-removal": forums(({ draft }) => [{ what: "of someone else", values: { id: draft }, get: led, post: signedIn("404") }]),
  "routes/live": (world) => [{ what: "of nothing", query: { thread: world.stranger }, get: everyone("404") }],

  "practices/suggestions": ({ guides }, language) => [
    { values: { slug: guides[language].open }, get: only(reviseOfRiverside, "page", "403") },
  ],
  "practices/suggestion-taking": ({ guides, stranger }, language) => [
    { what: "none", values: { slug: guides[language].open, id: stranger }, get: led, post: only(reviseOfRiverside, "404", "403") },
  ],
  "practices/suggestion-refusal": ({ guides, stranger }, language) => [
    { what: "none", values: { slug: guides[language].open, id: stranger }, get: only(reviseOfRiverside, "404", "403"), isOnlyRead: true },
  ],
  "practices/suggestion-consent": ({ stranger }) => [
    { what: "none", values: { id: stranger }, get: signedIn("404"), post: signedIn("404") },
  ],
  "practices/suggestion-withdrawal": ({ stranger }) => [{ what: "none", values: { id: stranger }, get: led, post: signedIn("404") }],

  "threads/title": inEach((circle) => again(byKeepers(circle, "page"))),
  "threads/category": inEach((circle) => again(byKeepers(circle, "page"))),
  "threads/merger": inEach((circle) => again(byKeepers(circle, "page"))),
  "threads/split": inEach((circle) => again(byKeepers(circle, "page"))),
  "threads/removal": forums(({ threads }) => [
    ...readable.map((circle) => ({ what: circle, values: place(threads[circle]), get: byClearers(circle, "page"), isOnlyRead: true })),
  ]),
  "threads/lock": forums(({ threads }) => [{ values: place(threads.locked), get: led, post: byKeepers("open", "409") }]),
  "threads/unlocking": inEach((circle) => ({ get: led, post: byKeepers(circle, "409") })),
  "threads/pin": forums(({ threads }) => [{ values: place(threads.pinned), get: led, post: byKeepers("open", "409") }]),
  "threads/unpinning": inEach((circle) => ({ get: led, post: byKeepers(circle, "409") })),
  "threads/archive": forums(({ threads }) => [{ values: place(threads.archived), get: led, post: byKeepers("open", "409") }]),
  "threads/reopening": inEach((circle) => ({ get: led, post: byKeepers(circle, "409") })),
  "threads/restoration": inEach((circle) => ({ get: led, post: byClearers(circle, "409") })),

  "notifications/index": () => [{ get: signedIn("page") }],
  "notifications/reading": () => [{ get: led, post: signedIn("moved") }],

  "practices/discussion": ({ guides, forums: { threads } }, language) => [
    { what: "nothing said", values: { slug: guides[language].open }, get: everyone("page"), post: signedIn("422"), form: words },
    { what: "for members", values: { slug: guides[language].forMembers }, get: only(members, "page", "404", "404"), isOnlyRead: true },
    {
      what: "for Riverside",
      values: { slug: guides.en.forRiverside },
      get: seenIn("riverside", threads.guide ? "moved" : "page"),
      isOnlyRead: true,
    },
  ],
  // Nobody has said anything about any of them yet.
  "evidence/discussion": ({ summaries }, language) => {
    const { open, forMembers, forRiverside, draft, inReview, retired } = summaries[language];
    return [
      { what: "open", values: { slug: open }, get: everyone("page"), post: signedIn("422"), form: words },
      { what: "for members", values: { slug: forMembers }, get: only(members, "page", "404", "404"), isOnlyRead: true },
      { what: "for Riverside", values: { slug: forRiverside }, get: seenIn("riverside"), isOnlyRead: true },
      { what: "retired", values: { slug: retired }, get: everyone("409"), isOnlyRead: true },
      ...[draft, inReview].map((slug) => ({ what: slug, values: { slug }, get: everyone("404"), isOnlyRead: true })),
    ];
  },

  "organizations/spaces": ({ organizations: { riverside } }) => [
    { values: { slug: riverside.slug }, get: only(ofRiverside, "page", "404") },
  ],
  "organizations/new-space": ({ organizations: { riverside } }) => [
    { values: { slug: riverside.slug }, ...first(except(only(ofRiverside, "403", "404"), keepersOf("riverside"), "page")) },
  ],
  "organizations/space": ({ organizations: { riverside }, forums: { categories } }) => [
    {
      what: "theirs",
      values: { slug: riverside.slug, id: categories.riverside.id },
      ...first(except(only(ofRiverside, "403", "404"), keepersOf("riverside"), "page")),
    },
    {
      what: "of the portal",
      values: { slug: riverside.slug, id: categories.staff.id },
      get: except(only(ofRiverside, "403", "404"), keepersOf("riverside"), "404"),
      isOnlyRead: true,
    },
  ],
  "organizations/space-archive": ({ organizations: { riverside }, forums: { categories } }) => [
    {
      values: { slug: riverside.slug, id: categories.staff.id },
      get: led,
      post: except(only(ofRiverside, "403", "404"), keepersOf("riverside"), "404"),
    },
  ],
  "organizations/space-reopening": ({ organizations: { riverside }, forums: { categories } }) => [
    {
      values: { slug: riverside.slug, id: categories.riverside.id },
      get: led,
      post: except(only(ofRiverside, "403", "404"), keepersOf("riverside"), "409"),
    },
  ],
  "admin/categories": () => [{ get: only(design.runThePortal, "page", "403") }],
  "admin/new-category": () => [again(only(design.runThePortal, "page", "403"))],
  "admin/category-order": ({ forums: { categories } }) => [
    {
      get: led,
      post: only(design.runThePortal, "404", "403"),
      form: { id: categories.riverside.id, direction: "up" },
    },
  ],
  "admin/category": ({ forums: { categories } }) => [
    { what: "of the portal", values: { id: categories.open.id }, ...again(only(design.runThePortal, "page", "403")) },
    { what: "of Riverside", values: { id: categories.riverside.id }, get: only(design.runThePortal, "404", "403"), isOnlyRead: true },
  ],
  "admin/category-archive": ({ forums: { categories } }) => [
    { values: { id: categories.atRest.id }, get: led, post: only(design.runThePortal, "409", "403") },
  ],
  "admin/category-reopening": ({ forums: { categories } }) => [
    { values: { id: categories.open.id }, get: led, post: only(design.runThePortal, "409", "403") },
  ],
};

const place = ({ id, slug }: { id: string; slug: string }) => ({ id, slug });
