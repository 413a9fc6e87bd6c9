import type { Actor } from "~/features/accounts/actor";
import { recordConsents } from "~/features/accounts/consent.server";
import { DEMO_PASSWORD } from "~/features/accounts/demo.server";
import { hashPassword } from "~/features/accounts/password.server";
import { replyTo } from "~/features/forums/post.server";
import { startThread } from "~/features/forums/thread.server";
import { appealDecision } from "~/features/moderation/appeal.server";
import { claimCase } from "~/features/moderation/claim.server";
import { decideCase } from "~/features/moderation/decide.server";
import { flagThing } from "~/features/moderation/flag.server";
import { openHeldCase } from "~/features/moderation/held-case.server";
import { decisionSchema } from "~/features/moderation/schema.server";
import { addWatchedWord } from "~/features/moderation/watched-words.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";

import { moveIntoThePast } from "./demo-past";

type People = (name: string) => Promise<Actor>;

const DAYS_AGO = 2;

/** Who begins to write looks at the form for a while. */
const FORM_OPEN_MS = 60_000;

/** Whose first words wait: nobody speaks for them yet. */
const newcomer = { email: "newcomer@example.org", name: "Nadia Petrov (example)", language: "en" as const };

const title = "How do you invite someone who says no? (example)";

type Key = "opening" | "sharp" | "advert" | "beside" | "telling";

/** What was written in the thread of the examples, by whom. Nobody in it exists. */
const posts: { key: Key; by: string; language: Language; body: string }[] = [
  {
    key: "opening",
    by: "practitioner",
    language: "en",
    body: "Some people say no three times before they say yes. How do you go on inviting them, without pressing?\n\n*This thread is an example. Some of its posts were reported, so that moderators see what that looks like.*",
  },
  {
    key: "sharp",
    by: "researcher",
    language: "en",
    body: "(Example) Whoever says no should come off the list. Link workers who keep calling them have not understood their job.",
  },
  {
    key: "advert",
    by: "member",
    language: "en",
    body: "(Example) My cousin sells step counters, twenty dollars each, and ships anywhere. Ask me for the price of a hundred.",
  },
  {
    key: "beside",
    by: "steward",
    language: "en",
    body: "(Example) We also have a question about parking: does anyone share a lot with a school?",
  },
  {
    key: "telling",
    by: "practitioner.b",
    language: "fr",
    body: "(Exemple fictif : cette personne n’existe pas.) Ma cliente, Mme Fictive Exemple, 82 ans, du 12, rue Inventée, a dit non quatre fois. Puis sa voisine est venue avec un gâteau.",
  },
];

const heldWords =
  "(Example) Hello! I am new here. I bring a second cup of tea and ask nothing the first three times. Is that something that others do too?";

/** Shows what moderation looks like: reports, decisions, an appeal and words that wait, through the verbs that people use. Built once. */
export async function buildDemoModeration(actorOf: People, place: string) {
  if ((await db.flag.count()) > 0) return;
  const { threadId, ids } = await writePosts(actorOf, place);

  await report(actorOf, "member", ids.sharp, "respect", "Please look at the tone. (Example)");
  await report(actorOf, "practitioner.b", ids.sharp, "respect", "C’est blessant pour les agentes et agents de liaison. (Exemple)");
  await report(actorOf, "host", ids.telling, "client-data", "On pourrait reconnaître cette dame. (Exemple)");
  await reportGuide(actorOf);
  await dismissed(actorOf, ids.beside);
  await warned(actorOf, ids.advert);

  const moderator = await actorOf("moderator");
  await addWatchedWord(moderator, "miracle cure");
  await addWatchedWord(moderator, "remède miracle");
  await holdFirstWords(actorOf, threadId);
}

async function writePosts(actorOf: People, place: string) {
  const ids = {} as Record<Key, string>;
  let threadId = "";
  for (const { key, by, language, body } of posts) {
    ids[key] = newId();
    const words = { id: ids[key], language, body };
    const actor = await actorOf(by);
    if (key === "opening") threadId = (await startThread(actor, "en", place, { ...words, title, topics: [] })).id;
    else await replyTo(actor, threadId, words);
  }
  const said = posts.map(({ key }, index) => ({ id: ids[key], number: index + 1, after: index * 2 }));
  await moveIntoThePast(threadId, DAYS_AGO, said);
  return { threadId, ids };
}

async function report(actorOf: People, by: string, id: string, rule: "respect" | "client-data" | "off-topic" | "spam", words: string) {
  return flagThing(await actorOf(by), { type: "POST", id, rule, words });
}

async function reportGuide(actorOf: People) {
  const reporter = await actorOf("steward.b");
  const guide = await db.contribution.findFirst({
    where: { publishedAt: { not: null }, creator: { email: "practitioner@example.org" } },
    select: { id: true },
  });
  const words = "La photo de la page 2 vient-elle de vous? (Exemple)";
  if (guide) await flagThing(reporter, { type: "CONTRIBUTION", id: guide.id, rule: "rights", words });
}

async function decide(actorOf: People, caseId: string, form: Record<string, string>) {
  const moderator = await actorOf("moderator");
  const versionOf = async () => (await db.case.findUniqueOrThrow({ where: { id: caseId }, select: { version: true } })).version;
  await claimCase(moderator, caseId, await versionOf());
  return decideCase(moderator, caseId, decisionSchema.parse({ ...form, version: String(await versionOf()) }));
}

/** A report of which nothing came. */
async function dismissed(actorOf: People, id: string) {
  const { caseId } = await report(actorOf, "member", id, "off-topic", "This is about something else. (Example)");
  await decide(actorOf, caseId, {
    rule: "off-topic",
    content: "NONE",
    person: "NONE",
    note: "Un aparté fait partie d’une conversation. (Exemple)",
  });
}

/** A post that was taken away with a warning, and an appeal that waits for someone else. */
async function warned(actorOf: People, id: string) {
  const { caseId } = await report(actorOf, "practitioner", id, "spam", "Somebody sells something here. (Example)");
  const { decisionId } = await decide(actorOf, caseId, { rule: "spam", content: "REMOVE", person: "WARN" });
  const words = "It was meant as a tip for those who run walking groups, and nobody has to buy anything. (Example)";
  await appealDecision(await actorOf("member"), decisionId, words);
}

async function holdFirstWords(actorOf: People, threadId: string) {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const { id } = await db.account.create({ data: { ...newcomer, passwordHash, isDemo: true }, select: { id: true } });
  await db.$transaction((tx) => recordConsents(tx, id, newcomer.language));
  const held = await replyTo(await actorOf("newcomer"), threadId, {
    id: newId(Date.now() - FORM_OPEN_MS),
    language: "en",
    body: heldWords,
  });
  await openHeldCase({ subject: { type: "HELD_POST", id: held.postId } });
}
