import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { keepProfile } from "~/features/people/profile.server";
import type { Audience, Circle } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import { loader as links } from "~/routes/forums/links";
import { loader as names } from "~/routes/forums/names";
import { loader as similar } from "~/routes/forums/similar";
import { loader as similarPage } from "~/routes/forums/similar-page";
import { category, thread } from "#tests/support/forums";
import { visit } from "#tests/support/request";
import { guide, organization, person } from "#tests/support/world";

type Answer = { handle: string; name: string; kind: string; organization: string | null; title: string; path: string }[];

async function listed(name: string, listing: Audience = "MEMBERS", organizations: { id: string }[] = []) {
  const actor = await person(name, { organizations });
  await keepProfile(actor.id);
  await db.profile.update({ where: { accountId: actor.id }, data: { listing } });
  return actor;
}

const namesFor = async (viewer: Viewer, q: string, threadId = "") =>
  (await (await names(visit(viewer, `/en/forums/names?q=${encodeURIComponent(q)}&thread=${threadId}`))).json()) as unknown as Answer;

const linksFor = async (viewer: Viewer, q: string) =>
  (await (await links(visit(viewer, `/en/forums/links?q=${encodeURIComponent(q)}`))).json()) as unknown as Answer;

const similarFor = async (viewer: Viewer, title: string, language = "en") =>
  (await similar(visit(viewer, `/en/forums/similar?title=${encodeURIComponent(title)}&language=${language}`))).text();

test("people are found by the beginnings of their names, with or without accents, participants first", async () => {
  const riverside = await organization("Riverside Health Centre");
  const viewer = await listed("Ada Member");
  await listed("Élise Martin", "MEMBERS", [riverside]);
  const elio = await listed("Zoé Elio");
  await listed("Elias Hidden", "NOBODY");
  await listed("Eli Colleague", "ORGANIZATIONS", [riverside]);
  const started = await thread({ by: elio, category: await category() });

  expect((await namesFor(viewer, "el")).map(({ name }) => name)).toEqual(["Élise Martin", "Zoé Elio"]);
  expect((await namesFor(viewer, "él", started.id))[0]).toEqual({
    handle: "zoe-elio",
    name: "Zoé Elio",
    kind: "person",
    organization: null,
  });
  expect((await namesFor(viewer, "elise mar"))[0]).toMatchObject({ handle: "elise-martin", organization: "Riverside Health Centre" });
  expect(await namesFor(viewer, "ada")).toEqual([]);
  expect((await namesFor(viewer, "z")).map(({ name }) => name)).toEqual(["Zoé Elio"]);
  expect(await namesFor(viewer, "  ")).toEqual([]);
  expect(await namesFor(viewer, "%' | ( *:")).toEqual([]);
});

test("member organizations are found in either language, but none that shares a handle with a person", async () => {
  const viewer = await listed("Ada Member");
  await organization("Riverside Health Centre");
  await organization("River Doe");
  await listed("River Doe");
  const waiting = await organization("River Waiting");
  await db.organization.update({ where: { id: waiting.id }, data: { status: "APPLIED" } });

  expect(await namesFor(viewer, "river")).toEqual([
    { handle: "river-doe", name: "River Doe", kind: "person", organization: null },
    { handle: "riverside-health-centre", name: "Riverside Health Centre", kind: "organization", organization: "member organization" },
  ]);
});

test("eight are given at most, and a visitor gets none", async () => {
  const viewer = await listed("Ada Member");
  for (let index = 0; index < 10; index++) await listed(`Sam Number${"abcdefghij"[index]}`);
  for (const name of ["Sam One", "Sam Two", "Sam Three"]) await organization(name);

  const found = await namesFor(viewer, "sam");
  expect(found).toHaveLength(8);
  expect(found.filter(({ organization: of }) => of === "member organization")).toHaveLength(2);
  for (const loader of [names, links, similar])
    await expect(Promise.resolve(loader(visit(null, "/en/forums/names?q=sam")))).rejects.toMatchObject({ status: 403 });
  await expect(similarPage(visit(null, "/en/forums/similar/list?title=sam"))).rejects.toMatchObject({ status: 302 });
});

test("completion is limited to 120 a minute", async () => {
  const viewer = await person("Ada Member");
  await db.$transaction((tx) => tx.rateLimit.deleteMany());
  const answers = await Promise.all(
    Array.from({ length: 121 }, () =>
      names(visit(viewer, "/en/forums/names?q=")).then(
        () => 200,
        (refusal: Response) => refusal.status,
      ),
    ),
  );

  expect(answers.filter((status) => status === 429)).toHaveLength(1);
});

/** Threads of each circle and guides of each state, all of the same words; the titles tell which. */
async function manyPlaces() {
  const home = await organization("Riverside");
  const writer = await person("Walter Writer", { roles: ["PRACTITIONER", "ADMINISTRATOR"], organizations: [home] });
  for (const seenBy of ["EVERYONE", "MEMBERS", "AFFILIATED", "ORGANIZATION", "STAFF"] satisfies Circle[]) {
    const place = await category(`Place ${seenBy}`, { seenBy, ...(seenBy === "ORGANIZATION" ? { organizationId: home.id } : {}) });
    await thread({ by: writer, category: place, title: `Welcoming walkers ${seenBy.toLowerCase()}` });
    const gone = await thread({ by: writer, category: place, title: "Welcoming walkers removed" });
    await db.thread.update({ where: { id: gone.id }, data: { removedAt: new Date() } });
  }
  await guide({ by: writer, state: "PUBLISHED", fields: { title: "Welcome walkers published" } });
  await guide({ by: writer, fields: { title: "Welcome walkers unfinished" } });
  const members = await guide({ by: writer, state: "PUBLISHED", fields: { title: "Welcome walkers members-only" } });
  const own = await guide({ by: writer, state: "PUBLISHED", fields: { title: "Welcome walkers ours-only" } });
  await db.contribution.updateMany({ where: { faces: { some: { slug: members.slug } } }, data: { visibility: "MEMBERS" } });
  await db.contribution.updateMany({ where: { faces: { some: { slug: own.slug } } }, data: { visibility: "ORGANIZATION" } });
  return { home, writer };
}

const lastWords = (text: string) => [...text.matchAll(/walkers ([a-z-]+)/gi)].map(([, word]) => word).sort();

test("links and similar ones are those that this person sees, and no others", async () => {
  const { home, writer } = await manyPlaces();
  const member = await person("Mia Member");
  const elsewhere = await person("Ella Elsewhere", { organizations: [await organization("Elsewhere")] });
  const colleague = await person("Cora Colleague", { organizations: [home] });

  const seen = {
    member: ["everyone", "members", "members-only", "published"],
    elsewhere: ["affiliated", "everyone", "members", "members-only", "published"],
    colleague: ["affiliated", "everyone", "members", "members-only", "organization", "ours-only", "published"],
    staff: ["affiliated", "everyone", "members", "members-only", "organization", "ours-only", "published", "staff"],
  };
  for (const [viewer, expected] of [
    [member, seen.member],
    [elsewhere, seen.elsewhere],
    [colleague, seen.colleague],
    [writer, seen.staff],
  ] as const) {
    expect(lastWords((await linksFor(viewer, "welcoming walk")).map(({ title }) => title).join("\n"))).toEqual(expected);
    expect(lastWords(await similarFor(viewer, "How do you welcome walkers?"))).toEqual(expected);
  }
});

test("links lead to where the thing is, and odd words break nothing", async () => {
  const writer = await person("Ada Member", { roles: ["PRACTITIONER"], organizations: [await organization()] });
  const started = await thread({ by: writer, category: await category(), title: "L’accueil des nouvelles personnes", language: "fr" });
  const { slug } = await guide({ by: writer, state: "PUBLISHED" });

  expect(await linksFor(writer, "acc")).toEqual([
    { title: "L’accueil des nouvelles personnes", path: `/en/threads/${started.id}/${started.slug}`, lang: "fr", kind: "thread" },
  ]);
  expect((await linksFor(writer, "walking gr"))[0]).toMatchObject({ path: `/en/practices/${slug}`, kind: "guide" });
  for (const odd of ["'", "x & | !", "the", ":*", "\\", "(((", "'' <-> ''", "é".repeat(500)])
    expect(await linksFor(writer, odd)).toEqual([]);
});

test("one common word is no likeness, and nothing alike is an empty answer", async () => {
  const writer = await person("Ada Member");
  await thread({ by: writer, category: await category(), title: "How do you welcome people with <tags>?" });

  expect(await similarFor(writer, "Where do people meet on Tuesdays?")).toBe("");
  expect(await similarFor(writer, "'' & | ! :*")).toBe("");
  const found = await similarFor(writer, "Welcoming new people");
  expect(found).toContain("How do you welcome people with &lt;tags&gt;?");
  expect(found).toContain("1 post");
  expect(await similarFor(writer, "Bienvenue aux gens", "fr")).toBe("");
});

test("who opens similar ones as a page gets a page", async () => {
  const viewer = await person("Ada Member");
  const args = visit(viewer, "/en/forums/similar?title=Walk");
  args.request.headers.set("Sec-Fetch-Dest", "document");

  expect((await similar(args)).headers.get("Location")).toBe("/en/forums/similar/list?title=Walk&language=en");
  const page = await similarPage(visit(viewer, "/en/forums/similar/list?title=Walk"));
  expect(await page.json()).toEqual({ title: "Walk", threads: [], guides: [] });
});
