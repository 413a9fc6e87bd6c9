import { readdirSync } from "node:fs";
import path from "node:path";

import type { Actor } from "~/features/accounts/actor";
import { acceptAnswer } from "~/features/forums/acceptance.server";
import { openSpace } from "~/features/forums/category.server";
import { discuss } from "~/features/forums/discussion.server";
import { vote } from "~/features/forums/poll.server";
import { replyTo } from "~/features/forums/post.server";
import { proposePost } from "~/features/forums/proposal.server";
import { quoteOf } from "~/features/forums/quote";
import { reactTo } from "~/features/forums/reaction.server";
import { startThread } from "~/features/forums/thread.server";
import { lockThread, pinThread } from "~/features/forums/thread-keeping.server";
import { openToAll } from "~/features/forums/wiki.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import type { ReactionKind } from "~/generated/prisma/enums";
import { Faults, readText, readYaml } from "~/platform/content-files.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { pathTo } from "~/platform/paths";

import { demoThreadShape, type DemoPost, type DemoThread } from "./demo-threads";
import { moveIntoThePast } from "./demo-past";

const FOLDER = "content/demo/threads";
const AT_ONCE = 4;

type People = (name: string) => Promise<Actor>;

/** A post as it now stands. */
type Written = DemoPost & { id: string; number: number; actor: Actor };

/** The private spaces of the two organizations of the demo world, by the word that its threads use for them. */
const spaces = {
  riverside: {
    by: "steward",
    nameEn: "Riverside team (example)",
    nameFr: "Équipe Riverside (exemple)",
    descriptionEn: "An example of a space that only the people of one organization see.",
    descriptionFr: "Un exemple d’espace que seules les personnes d’un organisme voient.",
    colour: "moss",
    icon: "house",
  },
  baie: {
    by: "steward.b",
    nameEn: "La Baie team (example)",
    nameFr: "Équipe de la Baie (exemple)",
    descriptionEn: "An example of a space that only the people of one organization see.",
    descriptionFr: "Un exemple d’espace que seules les personnes d’un organisme voient.",
    colour: "blue",
    icon: "house",
  },
} as const;

/** Reads the threads of the demo world. Throws with every line that is wrong. */
export function readDemoThreads(folder = FOLDER): DemoThread[] {
  const faults = new Faults();
  const threads = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      return readYaml(readText(file, faults) ?? "", demoThreadShape, file, faults)?.value ?? [];
    });
  if (faults.lines().length > 0) throw new Error(faults.lines().join("\n"));
  return threads;
}

/** Lets the people of the demo world talk with each other, through the verbs that people use, and then moves what they said into the past. Gives the places. */
export async function buildDemoForums(actorOf: People): Promise<Record<string, string>> {
  // They have been here for a while: what strangers may not do on their first day does not hold for them.
  await db.$executeRaw`UPDATE "Account" SET "createdAt" = now() - interval '100 days' WHERE "isDemo"`;
  const places = { ...(await placesOfThePortal()), ...(await openSpaces(actorOf)) };
  const left = readDemoThreads().toSorted((a, b) => b.begun - a.begun);
  const work = async () => {
    for (let thread = left.shift(); thread; thread = left.shift()) await tell(thread, places, actorOf);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return places;
}

/** The address word of each category that ships, by its key. */
async function placesOfThePortal(): Promise<Record<string, string>> {
  const faces = await db.categoryFace.findMany({
    where: { language: "en", category: { contentKey: { not: null } } },
    select: { slug: true, category: { select: { contentKey: true } } },
  });
  return Object.fromEntries(faces.map(({ slug, category }) => [category.contentKey, slug]));
}

async function openSpaces(actorOf: People): Promise<Record<string, string>> {
  const slugs: Record<string, string> = {};
  for (const [key, { by, ...space }] of Object.entries(spaces)) {
    const steward = await actorOf(by);
    const { id } = await openSpace(steward, steward.organizations[0]?.id ?? "", { seal: "", ...space });
    slugs[key] = (await db.categoryFace.findFirstOrThrow({ where: { categoryId: id, language: "en" } })).slug;
  }
  return slugs;
}

async function tell(thread: DemoThread, places: Record<string, string>, actorOf: People) {
  const posts: Written[] = [];
  const { threadId, first } = await begin(thread, places, actorOf);
  posts.push(first);
  for (const post of thread.posts.slice(1)) {
    const actor = await actorOf(post.by);
    const id = newId();
    const answered = post.replyTo ? posts[post.replyTo - 1] : undefined;
    await replyTo(actor, threadId, {
      id,
      language: post.language ?? thread.language,
      body: wordsOf(post, posts),
      replyTo: answered?.id ?? null,
    });
    posts.push({ ...post, id, actor, number: posts.length + 1 });
  }
  for (const post of posts) await respond(post, posts, actorOf);
  await keep(thread, threadId, posts, actorOf);
  await moveIntoThePast(threadId, thread.begun, posts);
}

async function begin(thread: DemoThread, places: Record<string, string>, actorOf: People) {
  const [post] = thread.posts;
  const actor = await actorOf(post.by);
  const id = newId();
  const { poll } = post;
  const words = {
    id,
    language: post.language ?? thread.language,
    body: post.body,
    poll: poll
      ? { question: poll.question, options: poll.options, isMultiple: poll.isMultiple, results: "VOTED" as const, closesAt: null }
      : null,
  };
  if (thread.guide) {
    await discuss(actor, practiceKind.kind, thread.language, thread.guide, words);
    const { threadId } = await db.post.findUniqueOrThrow({ where: { id }, select: { threadId: true } });
    return { threadId, first: { ...post, id, actor, number: 1 } };
  }
  const place = places[thread.category];
  if (!place) throw new Error(`the demo world has no category ${thread.category}`);
  const started = await startThread(actor, "en", place, { ...words, title: thread.title, topics: thread.topics });
  return { threadId: started.id, first: { ...post, id, actor, number: 1 } };
}

/** What someone wrote, behind the words of another post that they quote. */
function wordsOf({ body, quote }: DemoPost, posts: Written[]): string {
  const quoted = quote && posts[quote.of - 1];
  if (!quote || !quoted) return body;
  const { id, number, actor, language = "en" } = quoted;
  return quoteOf({ name: actor.name, number, address: pathTo(language, "postPlace", { id }), text: quote.words }) + body;
}

/** What others do with a post: they thank for it, vote, take it as the answer. */
async function respond(post: Written, [first]: Written[], actorOf: People) {
  for (const [kind, names] of Object.entries(post.reactions))
    for (const name of names) await reactTo(await actorOf(name), post.id, { kind: kind as ReactionKind, value: "on" });
  if (post.wiki) await openToAll(post.actor, post.id, true);
  if (post.accepted && first) await acceptAnswer(first.actor, post.id);
  if (!post.poll) return;
  const options = await db.pollOption.findMany({ where: { postId: post.id }, orderBy: { position: "asc" }, select: { id: true } });
  for (const [name, chosen] of Object.entries(post.poll.votes))
    await vote(
      await actorOf(name),
      post.id,
      chosen.flatMap((position) => options[position]?.id ?? []),
    );
}

async function keep({ isPinned, isLocked, proposal }: DemoThread, threadId: string, posts: Written[], actorOf: People) {
  if (isPinned) await pinThread(await actorOf("moderator"), threadId);
  if (isLocked) await lockThread(await actorOf("moderator"), threadId);
  const post = proposal && posts[proposal.of - 1];
  if (!proposal || !post) return;
  const { guide, section, words, note, by } = proposal;
  const address = pathTo("en", "practice", { slug: guide });
  await proposePost(practiceKind, await actorOf(by), post.id, { guide: address, section, body: words, note });
}
