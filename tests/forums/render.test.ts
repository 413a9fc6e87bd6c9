import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { renameMentions, replaceMentions } from "~/features/forums/mentions.server";
import { linkWords, renderPost } from "~/features/forums/render.server";
import { keepProfile } from "~/features/people/profile.server";
import { keepAttachments } from "~/features/uploads/attachment.server";
import type { Audience, Circle } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { category, thread } from "#tests/support/forums";
import { guide, organization, person } from "#tests/support/world";

const draw = (actor: Actor, body: string, seenBy: Circle = "EVERYONE", postId = newId()) =>
  renderPost({ language: "en", body, postId, actor, seenBy });

async function listed(name: string, listing: Audience = "EVERYONE", organizations: { id: string }[] = []) {
  const actor = await person(name, { organizations });
  await keepProfile(actor.id);
  await db.profile.update({ where: { accountId: actor.id }, data: { listing } });
  return actor;
}

test("people and organizations are called by name, each once", async () => {
  const writer = await listed("Ada Writer");
  const jane = await listed("Jane Doe");
  const { id } = await organization("Riverside");

  const { html, text, mentions } = await draw(writer, "@jane-doe, @Jane-Doe and @riverside: see @nobody");

  const link = '<a class="mention" href="/en/people/jane-doe">@Jane Doe</a>';
  expect(html).toBe(`<p>${link}, ${link} and <a class="mention" href="/en/organizations/riverside">@Riverside</a>: see @nobody</p>\n`);
  expect(text).toBe("@Jane Doe, @Jane Doe and @Riverside: see @nobody");
  expect(mentions).toEqual({ accountIds: [jane.id], organizationIds: [id] });
});

test("whom the writer may not see cannot be called", async () => {
  const riverside = await organization("Riverside");
  const stranger = await listed("Ada Stranger");
  const colleague = await listed("Bea Colleague", "EVERYONE", [riverside]);
  await listed("Jane Doe", "ORGANIZATIONS", [riverside]);
  await listed("Jim Hidden", "NOBODY");
  const suspended = await listed("Sam Away");
  await db.account.update({ where: { id: suspended.id }, data: { suspendedUntil: new Date(Date.now() + 86_400_000) } });
  await db.organization.create({
    data: { kind: "other", status: "APPLIED", faces: { create: { language: "en", name: "Secret", slug: "secret" } } },
  });

  const body = "@jane-doe @jim-hidden @sam-away @secret";
  expect((await draw(stranger, body)).html).toBe(`<p>${body}</p>\n`);
  expect((await draw(stranger, body)).mentions).toEqual({ accountIds: [], organizationIds: [] });
  expect((await draw(colleague, body)).mentions.accountIds).toHaveLength(1);
});

test("a name that not all readers may know is not told: the handle stands, and calls all the same", async () => {
  const writer = await listed("Ada Writer");
  const jane = await listed("Jane Doe", "MEMBERS");

  const open = await draw(writer, "@jane-doe");
  expect(open.html).toContain('<a class="mention" href="/en/people/jane-doe">@jane-doe</a>');
  expect(open.mentions.accountIds).toEqual([jane.id]);
  expect((await draw(writer, "@jane-doe", "MEMBERS")).html).toContain("@Jane Doe</a>");

  await thread({ by: jane, category: await category("Members", { seenBy: "MEMBERS" }) });
  expect((await draw(writer, "@jane-doe")).html).not.toContain("Jane Doe");
  await thread({ by: jane, category: await category("Open") });
  expect((await draw(writer, "@jane-doe")).html).toContain("@Jane Doe</a>");
});

test("bare addresses say the titles of what everyone may read, and of nothing else", async () => {
  const riverside = await organization("Riverside");
  const writer = await person("Ada Writer", { roles: ["PRACTITIONER", "ADMINISTRATOR"], organizations: [riverside] });
  const open = await thread({ by: writer, category: await category("Open"), title: "An open question", posts: ["a", "b"] });
  const hidden = await Promise.all(
    (["MEMBERS", "AFFILIATED", "STAFF"] as const).map(async (seenBy) =>
      thread({ by: writer, category: await category(`For ${seenBy.toLowerCase()}`, { seenBy }), title: `Secret of ${seenBy}` }),
    ),
  );
  const own = await category("Own", { seenBy: "ORGANIZATION", organizationId: riverside.id });
  hidden.push(await thread({ by: writer, category: own, title: "Secret of ours" }));
  const removed = await thread({ by: writer, category: await category("Other"), title: "Secret that was removed" });
  await db.thread.update({ where: { id: removed.id }, data: { removedAt: new Date() } });
  const published = await guide({ by: writer, state: "PUBLISHED" });
  const unfinished = await guide({ by: writer, fields: { title: "Secret draft" } });
  const members = await guide({ by: writer, state: "PUBLISHED", fields: { title: "Secret of members" } });
  await db.contribution.updateMany({ where: { faces: { some: { slug: members.slug } } }, data: { visibility: "MEMBERS" } });

  const address = (one: { id: string; slug: string }) => `http://127.0.0.1:3000/en/threads/${one.id}/${one.slug}`;
  const body = [
    address(open),
    `/fr/fils/${open.id}/${open.slug}/2`,
    `/en/posts/${open.posts[1]}`,
    `/en/threads/${open.id}/${open.slug}?page=1#post-2`,
    `/en/practices/${published.slug}`,
    ...hidden.flatMap((one) => [address(one), `/en/posts/${one.posts[0]}`]),
    address(removed),
    `/en/practices/${unfinished.slug}`,
    `/en/practices/${members.slug}`,
  ].join("\n\n");
  const { html } = await draw(writer, body, "STAFF");

  expect([...html.matchAll(/>([^<>]*)<\/a>/g)].map(([, words]) => words).slice(0, 5)).toEqual([
    "An open question",
    "An open question, post 2",
    "An open question, post 2",
    "An open question, post 2",
    "Start a walking group",
  ]);
  expect(html).not.toContain(">Secret");
  expect(html).not.toContain(`http://127.0.0.1:3000/en/threads/${open.id}`);
});

test("pictures of the writer are shown, those of others are links; what stands in the post already stays", async () => {
  const { default: sharp } = await import("sharp");
  const writer = await person("Ada Writer");
  const other = await person("Bea Other");
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#0a0" } })
    .png()
    .toBuffer();
  const [kept] = await keepAttachments(writer, [new File([new Uint8Array(bytes)], "Map of paths.png", { type: "image/png" })]);
  const body = `![Paths](/files/${kept?.id})`;
  const started = await thread({ by: writer, category: await category() });
  const postId = started.posts[0] ?? "";

  const own = await draw(writer, body, "EVERYONE", postId);
  expect(own.html).toContain(`<img src="/files/${kept?.id}" width="60" height="40"`);
  expect(own.attachmentIds).toEqual([kept?.id]);
  expect(await draw(other, body)).toMatchObject({ html: `<p><a href="/files/${kept?.id}">Paths</a></p>\n`, attachmentIds: [] });

  await db.$transaction((tx) => linkWords(tx, postId, own));
  expect((await draw(other, body, "EVERYONE", postId)).attachmentIds).toEqual([kept?.id]);
  await db.$transaction(async (tx) => linkWords(tx, postId, await draw(writer, "none", "EVERYONE", postId)));
  expect(await db.postAttachment.count()).toBe(0);
});

test("more than ten files in a post are refused", async () => {
  const writer = await person("Ada Writer");
  const files = Array.from({ length: 11 }, () => ({
    id: newId(),
    name: "a.pdf",
    type: "application/pdf",
    bytes: new Uint8Array(1),
    size: 1,
  }));
  await db.attachment.createMany({ data: files.map((file) => ({ ...file, uploaderId: writer.id })) });

  await expect(draw(writer, files.map(({ id }) => `[a](/files/${id})`).join(" "))).rejects.toMatchObject({ status: 422 });
});

test("who leaves for good is named nowhere, and who takes another name by that one", async () => {
  const writer = await listed("Ada Writer");
  const jane = await listed("Jane Doe");
  const started = await thread({ by: writer, category: await category() });
  const postId = started.posts[0] ?? "";
  const body = "Thanks @jane-doe, and @jane-doe-2! `@jane-doe`";
  const rendered = await draw(writer, body, "EVERYONE", postId);
  await db.post.update({ where: { id: postId }, data: { body, html: rendered.html, text: rendered.text } });
  await db.postRevision.create({ data: { postId, number: 1, body, at: new Date() } });
  await db.$transaction((tx) => linkWords(tx, postId, rendered));

  await db.$transaction((tx) => replaceMentions(tx, jane.id, "jane-doe", { handle: "june-doe", name: "June <Doe>" }));
  const renamed = await db.post.findUniqueOrThrow({ where: { id: postId }, include: { revisions: true } });
  expect(renamed.body).toBe("Thanks @june-doe, and @jane-doe-2! `@june-doe`");
  expect(renamed.html).toContain('<a class="mention" href="/en/people/june-doe">@June &lt;Doe&gt;</a>');
  expect(renamed.text).toContain("@June <Doe>");
  expect(renamed.revisions[0]?.body).toBe(renamed.body);

  await db.$transaction((tx) => replaceMentions(tx, jane.id, "june-doe", null));
  const left = await db.post.findUniqueOrThrow({ where: { id: postId }, include: { revisions: true } });
  expect(left.body).toBe("Thanks (former member), and @jane-doe-2! `(former member)`");
  expect(JSON.stringify([left.html, left.text, left.revisions])).not.toMatch(/ju?[na]ne?-doe(?!-2)|June/i);
  expect(left.version).toBe(3);
});

test("who takes another name is called by it in older posts, whose handle nobody remembers", async () => {
  const writer = await listed("Ada Writer");
  const [jane] = [await listed("Jane Doe"), await listed("Sam Smith")];
  const started = await thread({ by: writer, category: await category() });
  const postId = started.posts[0] ?? "";
  const body = "Thanks @jane-doe and @sam-smith!";
  const rendered = await draw(writer, body, "EVERYONE", postId);
  await db.post.update({ where: { id: postId }, data: { body, html: rendered.html, text: rendered.text } });
  await db.$transaction((tx) => linkWords(tx, postId, rendered));

  await db.account.update({ where: { id: jane.id }, data: { name: "June Roe" } });
  await keepProfile(jane.id);
  await renameMentions(jane.id);
  await renameMentions(jane.id);

  const post = await db.post.findUniqueOrThrow({ where: { id: postId } });
  expect(post.body).toBe("Thanks @june-roe and @sam-smith!");
  expect(post.text).toBe("Thanks @June Roe and @Sam Smith!");
  expect(post.html).toContain('<a class="mention" href="/en/people/june-roe">@June Roe</a>');
  expect(post.version).toBe(2);
});

test("1,000 handles cost one look-up, and are not more than the people behind them", async () => {
  const writer = await listed("Ada Writer");
  const body = Array.from({ length: 1_000 }, (_, index) => `@someone-${index}`).join(" ");

  expect((await draw(writer, `@ada-writer ${body}`)).mentions.accountIds).toEqual([writer.id]);
});
