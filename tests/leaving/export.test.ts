import { strFromU8, unzipSync } from "fflate";
import { expect, test, vi } from "vitest";

import { askForExport, forgetOldExports, getOwnExport, listOwnExports, makeExport } from "~/features/accounts/export.server";
import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { jobs } from "~/jobs/index.server";
import { db } from "~/platform/db.server";
import { queuedMails, runQueued } from "#tests/support/mailbox";
import { eventNames, guide, organization, person } from "#tests/support/world";

import { linesWith } from "./dump";
import { EMAIL, zephyrine } from "./traces";

vi.setConfig({ testTimeout: 60_000 });

const DAY = 86_400_000;

async function archiveOf(actor: Actor) {
  await askForExport(actor);
  await runQueued("make-export");
  const [made] = await listOwnExports(actor);
  const { archive } = await getOwnExport(actor, made?.id ?? "");
  const files = Object.fromEntries(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  return {
    files,
    data: JSON.parse(files["data.json"] ?? "") as Record<string, Record<string, unknown>[]>,
    page: files["index.html"] ?? "",
  };
}

const speak = (actor: Actor, language: Language) => db.account.update({ where: { id: actor.id }, data: { language } });

test("the archive holds all that is one's own, in JSON and to be read, and is announced by mail", async () => {
  const { actor, published, judged } = await zephyrine();
  await db.account.update({ where: { id: actor.id }, data: { name: 'Zéphyrine <script>alert("x")</script>' } });

  const { files, data, page } = await archiveOf(actor);

  expect(data).toMatchObject({
    account: { email: EMAIL },
    roles: [{ role: "PRACTITIONER" }, { role: "EDITOR" }],
    sessions: [{ device: "Vivaldi · Haiku" }],
    secondFactors: [{ factor: "AUTHENTICATOR" }, { factor: "PASSKEY", name: "heron key" }, { factor: "RECOVERY_CODES", left: 1 }],
    memberships: [{ organization: "Riverside Health Centre", isSteward: true }],
    invitations: [{ organization: "Riverside Health Centre" }],
    applications: [{ organization: "Lakeside" }],
    reviewsGiven: [{ decision: "CHANGES_REQUESTED", comment: "Say who pays for the groceries." }],
    reviewsTaken: [{ title: "Sing together" }],
    references: [{ name: "doe2020", title: "Walking and company", doi: "10.1000/walks" }],
    referenceImports: [{ format: "bibtex", total: 1, text: { body: "@misc{Quillfeather}" } }],
    drafts: [{ text: { body: "By Zéphyrine Quillfeather, 506 555 0188" } }],
  });
  expect(data.consents?.filter(({ version }) => version === "1")).toMatchObject([{ document: "TERMS" }]);
  expect(data.profileFields).toContainEqual({ field: "ABOUT", value: "Call me at 506 555 0188, or MarshNick.", audience: "MEMBERS" });
  expect(data.revisions?.filter(({ title }) => title === "Start a slower walking group")).toHaveLength(1);
  expect(data.events?.map(({ event }) => event)).toEqual(expect.arrayContaining(["practice.drafted", "role.granted"]));

  expect(files[`texts/practice-${published.slug}-en-3.md`]).toMatch(/^# Start a slower walking group\n\nHow to begin/);
  expect(Object.keys(files).filter((name) => name.startsWith("pictures/"))).toHaveLength(2);
  for (const [, target = ""] of page.matchAll(/href="([^"]+)"/g)) expect(Object.keys(files)).toContain(target);
  expect(Object.keys(files).some((name) => name.includes(judged.slug))).toBe(false); // Pascal wrote that one
  expect((await queuedMails()).filter(({ to }) => to === EMAIL).map(({ subject }) => subject)).toEqual(["Your data is ready to download"]);
  expect(await eventNames()).toEqual(expect.arrayContaining(["account.export_asked", "account.export_made"]));
});

test("the archive holds one's own posts with what they said before, and what one follows, keeps, reads and is told of", async () => {
  const { actor, forums } = await zephyrine();

  const { files, data } = await archiveOf(actor);

  expect(data.threads).toMatchObject([{ title: "Who walks in winter?" }]);
  expect(data.posts?.map(({ thread, postNumber, text }) => [thread, postNumber, (text as { body: string }).body])).toEqual([
    ["Who walks in winter?", 1, "We walk on Tuesdays."],
    ["Who walks in winter?", 2, "Bring spikes."],
    ["How do you welcome people?", 2, "We have."],
    ["How do you welcome people?", 3, "Call Zéphyrine at 506 555 0188"],
  ]);
  expect(data.posts?.[0]?.text).toMatchObject({ poll: { question: "Which day?", options: ["Tuesday"] } });
  expect(data.postRevisions).toMatchObject([{ text: { body: "We have one." } }, { text: { body: "506 555 0188" } }]);
  expect(data.postDrafts).toMatchObject([{ draftOf: "REPLY", text: { body: "I am Zéphyrine, 506 555 0188" } }]);
  expect(data.bookmarks).toMatchObject([{ thread: "How do you welcome people?", postNumber: 1, note: "Ask Quillfeather" }]);
  expect(data.reactions).toMatchObject([{ postNumber: 1, reactions: ["THANKS"] }]);
  expect(data.votes).toMatchObject([{ thread: "Who walks in winter?", vote: "Tuesday" }]);
  expect(data.follows).toMatchObject([{ follows: "CATEGORY", name: "Questions", level: "TRACKING" }]);
  expect(data.readings).toMatchObject([{ thread: "How do you welcome people?", readUpTo: 2, seconds: 90 }]);
  expect(data.notifications).toMatchObject([{ kind: "replied", count: 1 }]);
  expect(data.attachments?.map(({ name }) => name)).toEqual(["route.pdf", "Zéphyrine.pdf"]);
  expect(data.suggestions).toMatchObject([{ isAuthor: true, text: { body: "Ask who drives." } }, { isAuthor: true }, { isProposer: true }]);
  expect(files[`texts/post-${forums.answer}.md`]).toBe("We have.\n");
  expect(files[`files/${forums.files.shown}-route.pdf`]).toBe("map");
});

test("the archive holds what moderation told, and what one reported, contests and keeps waiting, but nobody else's name", async () => {
  const { actor } = await zephyrine();

  const { data } = await archiveOf(actor);

  expect(data).toMatchObject({
    flags: [{ rule: "Respect", words: "They called me Zéphyrine the wren." }],
    sanctions: [{ sanction: "WARNING", rule: "Respect" }],
    appeals: [{ words: "I am Zéphyrine.", toAuthor: "Dear Zéphyrine" }],
    caseNotices: [{ title: "Zéphyrine" }],
    heldPosts: [{ text: { body: "Zéphyrine Quillfeather waits." } }],
    distances: [{ name: "Noor", isBlocked: true }],
  });
  expect(JSON.stringify(data)).not.toContain("MarshNick again");
});

test("the archive names no thread that its owner sees no more, and keeps their own words", async () => {
  const { actor, forums } = await zephyrine();
  await db.category.updateMany({ data: { seenBy: "STAFF" } });
  await db.roleGrant.deleteMany({ where: { accountId: actor.id } });

  const { files, data } = await archiveOf(actor);

  expect(Object.values(files).join("\n")).not.toContain("How do you welcome people?");
  expect(data.follows).toMatchObject([{ follows: "CATEGORY", name: "" }]);
  expect(data.votes).toMatchObject([{ thread: "", vote: "" }]);
  expect(data.posts?.find(({ file }) => file === `texts/post-${forums.answer}.md`)).toMatchObject({
    thread: "",
    text: { body: "We have." },
  });
});

test("the archive holds no secret and nobody else's address, and its page runs nothing", async () => {
  const { actor } = await zephyrine();
  await db.account.update({ where: { id: actor.id }, data: { name: '<script>alert("x")</script><img src=x onerror=alert(1)>' } });

  const { files, page } = await archiveOf(actor);

  const all = Object.values(files).join("\n");
  expect(all).not.toMatch(/passwordHash|tokenHash|codeHash|sealed|publicKey|unusable|heron key id/);
  const others = (await db.account.findMany({ where: { id: { not: actor.id } } })).map(({ email }) => email);
  expect(linesWith(all.split("\n"), [...others, "other@example.org"])).toEqual([]);
  expect(page).not.toMatch(/<script|<img src=x|javascript:|<link|<iframe/i);
  expect(page).toContain("&lt;script&gt;");
});

test.each(["en", "fr"] as const)("every heading, name and value of the page has words (%s)", async (language) => {
  const { actor } = await zephyrine();
  await speak(actor, language);

  const { page } = await archiveOf(actor);

  expect(page.match(/leaving\.[\w.]+/g)).toBeNull();
  expect(page).toContain(`<html lang="${language}">`);
  expect(page.slice(page.indexOf("<style>"), page.indexOf("</style>"))).not.toContain("&");
  expect(page).toContain(language === "en" ? "Where you belong" : "Organismes dont vous faites partie");
});

test("one archive is made at a time, five a day, and asking again while one is made changes nothing", async () => {
  const amira = await person("Amira");
  await Promise.all([askForExport(amira), askForExport(amira), askForExport(amira)]);
  expect(await db.dataExport.count()).toBe(1);

  for (let made = 1; made < 5; made += 1) {
    await runQueued("make-export");
    await askForExport(amira);
  }
  await runQueued("make-export");
  expect(await db.dataExport.count()).toBe(5);
  const refusal = await askForExport(amira).catch((error: Response) => error);
  expect(refusal).toMatchObject({ status: 429 });
  expect(Number((refusal as Response).headers.get("Retry-After"))).toBeGreaterThan(80_000);

  await db.dataExport.updateMany({ data: { askedAt: new Date(Date.now() - DAY - 1_000) } });
  await askForExport(amira);
  expect(await db.dataExport.count()).toBe(6);
});

test("the job may run twice, and twice at once: one archive, one mail", async () => {
  const amira = await person("Amira");
  await askForExport(amira);
  const { id } = await db.dataExport.findFirstOrThrow();

  await Promise.all([jobs["make-export"]({ exportId: id }), jobs["make-export"]({ exportId: id })]);
  await jobs["make-export"]({ exportId: id });

  expect(await queuedMails()).toHaveLength(1);
  expect((await eventNames()).filter((name) => name === "account.export_made")).toHaveLength(1);
});

test("an account that is gone meanwhile gets no archive and no mail", async () => {
  const amira = await person("Amira");
  await askForExport(amira);
  const { id } = await db.dataExport.findFirstOrThrow();

  await makeExport(id, [
    async () => {
      await db.account.delete({ where: { id: amira.id } });
      return { facts: {} };
    },
  ]);
  await jobs["make-export"]({ exportId: id });

  expect([await db.dataExport.count(), await queuedMails()]).toEqual([0, []]);
});

test("an archive belongs to its owner alone, and is gone after seven days", async () => {
  const amira = await person("Amira");
  const eve = await person("Eve", { roles: ["ADMINISTRATOR"] });
  await askForExport(amira);
  const { id } = await db.dataExport.findFirstOrThrow();
  await expect(getOwnExport(amira, id)).rejects.toMatchObject({ status: 404 }); // not made yet
  await runQueued("make-export");

  await expect(getOwnExport(eve, id)).rejects.toMatchObject({ status: 404 });
  expect((await getOwnExport(amira, id)).archive.byteLength).toBeGreaterThan(500);
  const { readyAt, expiresAt } = await db.dataExport.findUniqueOrThrow({ where: { id } });
  expect(((expiresAt?.getTime() ?? 0) - (readyAt?.getTime() ?? 0)) / DAY).toBe(7);

  await db.dataExport.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } });
  await expect(getOwnExport(amira, id)).rejects.toMatchObject({ status: 410 });
  expect(await listOwnExports(amira)).toEqual([]);
  await forgetOldExports();
  expect(await db.dataExport.count()).toBe(0);
});

test("someone with 2,000 revisions has their archive within a minute, with every text", { timeout: 120_000 }, async () => {
  const riverside = await organization();
  const amira = await person("Amira", { roles: ["PRACTITIONER"], organizations: [riverside] });
  const { id } = await guide({ by: amira, fields: { body: `## Steps {#steps}\n\n${"Ask, listen, and write it down. ".repeat(300)}` } });
  await db.$executeRaw`
    INSERT INTO "Revision" (id, "faceId", number, title, summary, body, sources, details, html, "sourcesHtml", sections, words, renderer, "authorId")
    SELECT gen_random_uuid(), r."faceId", n, r.title, r.summary, r.body || n, r.sources, r.details, r.html, r."sourcesHtml", r.sections, r.words, r.renderer, r."authorId"
    FROM "Revision" r JOIN "Face" f ON f.id = r."faceId", generate_series(3, 2000) n WHERE f."contributionId" = ${id}::uuid AND r.number = 2`;

  const begun = Date.now();
  const { files, data } = await archiveOf(amira);

  expect(Date.now() - begun).toBeLessThan(60_000);
  expect(data.revisions).toHaveLength(2000);
  expect(Object.keys(files).filter((name) => name.startsWith("texts/"))).toHaveLength(2000);
});
