import { expect, test } from "vitest";

import type { Actor, Viewer } from "~/features/accounts/actor";
import { forgetOrphanedAttachments } from "~/features/forums/attachments.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";
import { loader as file } from "~/routes/files";
import { action as upload, loader as uploadPage } from "~/routes/forums/attachments";
import { category, thread } from "#tests/support/forums";
import { submission, visit } from "#tests/support/request";
import { organization, person } from "#tests/support/world";

const PDF = "%PDF-1.7\ntrailer\n<< >>\n%%EOF\n";

function sending(viewer: Viewer, path: string, ...fields: [string, File | string][]) {
  const args = submission(viewer, path, {});
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return upload({ ...args, request: new Request(args.request.url, { method: "POST", body }) }).catch((thrown: Response) => thrown);
}

const pdf = (name = "Plan d’été.pdf") => new File([PDF], name, { type: "application/pdf" });

async function sent(actor: Actor): Promise<string> {
  const { markdown } = (await (await sending(actor, "/en/attachments", ["file", pdf()])).json()) as { markdown: string };
  return /\/files\/([0-9a-f-]{36})/.exec(markdown)?.[1] ?? "";
}

async function fetched(viewer: Viewer, id: string, headers: Record<string, string> = {}): Promise<Response> {
  const args = visit(viewer, `/files/${id}`, { key: id });
  for (const [name, value] of Object.entries(headers)) args.request.headers.set(name, value);
  return file(args).catch((thrown: Response) => thrown);
}

const trusted = async (name: string) => person(name, { organizations: [await organization(`Centre of ${name}`)] });

test("a file is sent, and answered with the line that leads to it", async () => {
  const actor = await trusted("Ada");
  const answer = await sending(actor, "/en/attachments", ["file", pdf()]);

  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ markdown: expect.stringMatching(/^\[Plan d’été\.pdf\]\(\/files\/[0-9a-f-]{36}\)$/) });
});

test("a visitor is refused, and what is no file of ours; the words are those of the page", async () => {
  const actor = await trusted("Ada");
  const refused = await sending(actor, "/fr/pieces-jointes", ["file", new File(["<svg/>"], "a.svg")]);

  expect(refused.status).toBe(422);
  expect(await refused.json()).toEqual({
    errors: ["Seuls les images (JPEG, PNG, WebP, AVIF) et les fichiers PDF peuvent être joints."],
  });
  expect((await sending(null, "/en/attachments", ["file", pdf()])).status).toBe(403);
  expect((await sending(await person("Sid", { isSilenced: true }), "/en/attachments", ["file", pdf()])).status).toBe(403);
  expect((await sending(actor, "/en/attachments", ["file", pdf()], ["other", "x"])).status).toBe(400);
  expect((await sending(actor, "/en/attachments", ["file", "text"])).status).toBe(400);
  expect((await sending(actor, "/en/attachments")).status).toBe(400);
  expect((await Promise.resolve(uploadPage(visit(actor, "/en/attachments")))).headers.get("Location")).toBe("/en/forums");
});

test("a file that stands nowhere is there for who sent it alone", async () => {
  const actor = await trusted("Ada");
  const id = await sent(actor);

  const own = await fetched(actor, id);
  expect(own.status).toBe(200);
  expect(own.headers.get("Cache-Control")).toBe("no-store");
  expect((await fetched(null, id)).status).toBe(404);
  expect((await fetched(await person("Eve", { roles: ["ADMINISTRATOR", "MODERATOR"] }), id)).status).toBe(404);
});

test("a file in a public post is for everyone, to be kept and not opened, and known by its tag", async () => {
  const actor = await trusted("Ada");
  const id = await sent(actor);
  const started = await thread({ by: actor, category: await category() });
  await db.postAttachment.create({ data: { postId: started.posts[0] ?? "", attachmentId: id } });

  const answer = await fetched(null, id);
  expect(await answer.text()).toBe(PDF);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "public, no-cache",
    "content-type": "application/pdf",
    "content-disposition": "attachment; filename=\"Plan d__t_.pdf\"; filename*=UTF-8''Plan%20d%E2%80%99%C3%A9t%C3%A9.pdf",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  expect((await fetched(null, id, { "If-None-Match": `"${id}"` })).status).toBe(304);
});

test("a file in a private post is for its readers, in a removed one for those who keep the place, in a hidden one for who decides", async () => {
  const home = await organization("Riverside");
  const actor = await person("Ada", { organizations: [home] });
  const steward = await person("Stu", { organizations: [home], steward: true });
  const moderator = await person("Mo", { roles: ["MODERATOR"] });
  const stranger = await person("Eve");
  const id = await sent(actor);
  const own = await category("Own", { seenBy: "ORGANIZATION", organizationId: home.id });
  const started = await thread({ by: actor, category: own });
  const postId = started.posts[0] ?? "";
  await db.postAttachment.create({ data: { postId, attachmentId: id } });
  const statuses = async () =>
    Promise.all([actor, steward, moderator, stranger, null].map(async (viewer) => (await fetched(viewer, id)).status));

  expect(await statuses()).toEqual([200, 200, 404, 404, 404]);
  expect((await fetched(actor, id)).headers.get("Cache-Control")).toBe("no-store");
  expect((await fetched(stranger, id, { "If-None-Match": `"${id}"` })).status).toBe(404);
  expect((await fetched(actor, id, { "If-None-Match": `"${id}"` })).status).toBe(200);

  await db.post.update({ where: { id: postId }, data: { removedAt: new Date() } });
  expect(await statuses()).toEqual([404, 200, 404, 404, 404]);

  const open = await thread({ by: actor, category: await category("Open") });
  await db.postAttachment.create({ data: { postId: open.posts[0] ?? "", attachmentId: id } });
  expect(await statuses()).toEqual([200, 200, 200, 200, 200]);
  await db.thread.update({ where: { id: open.id }, data: { removedAt: new Date() } });
  expect(await statuses()).toEqual([404, 200, 404, 404, 404]);

  const hidden = new Date();
  await db.post.update({ where: { id: postId }, data: { removedAt: hidden, hiddenAt: hidden } });
  expect(await statuses()).toEqual([200, 404, 200, 404, 404]); // its author, and who decides about it
});

test("files that stand nowhere for two days are forgotten, but not those of posts and drafts", async () => {
  const actor = await trusted("Ada");
  const [posted, drafted, young, lost] = [await sent(actor), await sent(actor), await sent(actor), await sent(actor)];
  const started = await thread({ by: actor, category: await category() });
  await db.postAttachment.create({ data: { postId: started.posts[0] ?? "", attachmentId: posted } });
  await db.postDraft.create({
    data: { id: newId(), accountId: actor.id, kind: "REPLY", threadId: started.id, fields: { body: `[a](/files/${drafted})` } },
  });
  await db.attachment.updateMany({ where: { id: { not: young } }, data: { createdAt: new Date(Date.now() - 49 * 3_600_000) } });
  await forgetOrphanedAttachments();

  expect((await db.attachment.findMany({ select: { id: true } })).map(({ id }) => id).sort()).toEqual([posted, drafted, young].sort());
  expect((await fetched(actor, lost)).status).toBe(404);
});
