import sharp from "sharp";
import { expect, test } from "vitest";

import type { Viewer } from "~/features/accounts/actor";
import { db } from "~/platform/db.server";
import { loader as file } from "~/routes/files";
import { action as save, loader as form } from "~/routes/settings/profile";
import { action as savePhoto } from "~/routes/settings/profile-photo";
import { action as removePhoto } from "~/routes/settings/profile-photo-removal";
import { profileForm, show, words } from "#tests/people/cast";
import { submission, visit } from "#tests/support/request";
import { person } from "#tests/support/world";

const PATH = "/en/settings/profile";

const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: "#0a7" } })
    .jpeg()
    .toBuffer();

/** A form with one file, as a browser sends it. */
async function sending(viewer: Viewer, files: Record<string, Uint8Array | string>) {
  const args = submission(viewer, `${PATH}/photo`, {});
  const body = new FormData();
  for (const [name, content] of Object.entries(files))
    body.append(name, typeof content === "string" ? content : new File([new Uint8Array(content)], "me.jpg", { type: "image/jpeg" }));
  return { ...args, request: new Request(args.request.url, { method: "POST", body }) };
}

const photoIdOf = async (accountId: string) => (await db.profile.findUnique({ where: { accountId } }))?.photoId ?? null;

test("visitors are sent to sign in first", async () => {
  await expect(form(visit(null, PATH))).rejects.toMatchObject({ status: 302 });
  await expect(save(submission(null, PATH, {}, profileForm()))).rejects.toMatchObject({ status: 302 });
  await expect(savePhoto(await sending(null, { picture: await photo() }))).rejects.toMatchObject({ status: 302 });
  await expect(removePhoto(submission(null, `${PATH}/photo/removal`, {}))).rejects.toMatchObject({ status: 302 });
});

test("a profile is saved, and a fault keeps what was typed", async () => {
  await words();
  const amira = await person("Amira");

  expect((await save(submission(amira, PATH, {}, profileForm()))).headers.get("Location")).toBe(PATH);
  expect(await db.profile.findFirst()).toMatchObject({ accountId: amira.id, position: "Link worker", topics: ["food"] });

  const faulty = { position: "x".repeat(121), languages: ["fr", "klingon"], topics: ["alchemy"], listing: "" };
  const again = await save(submission(amira, PATH, {}, profileForm(faulty)));
  expect(again.status).toBe(422);
  expect(await again.json()).toMatchObject({
    errors: { position: ["people.errors.tooLong"], languages: ["people.errors.languages"], listing: ["people.errors.audience"] },
    values: { ...faulty, about: "I walk with people." },
  });
  const unknown = await save(submission(amira, PATH, {}, profileForm({ topics: ["alchemy"] })));
  expect([unknown.status, (await unknown.json()).errors]).toEqual([422, { topics: ["people.errors.topics"] }]);
});

test("fields that are not in the form are refused, and nobody writes into another's profile", async () => {
  const [amira, farid] = [await person("Amira"), await person("Farid")];
  await show(amira, { position: "Mine" });

  for (const field of ["slug", "sortName", "accountId", "photoId", "facets", "name", "email"])
    await expect(save(submission(farid, PATH, {}, profileForm({ [field]: amira.id })))).rejects.toMatchObject({ status: 400 });
  await save(submission(farid, PATH, {}, profileForm({ position: "Theirs" })));
  expect(await db.profile.findUnique({ where: { accountId: amira.id } })).toMatchObject({ position: "Mine" });
});

test("a photo is shown, replaced and removed, and the one before is forgotten", async () => {
  const amira = await person("Amira");
  expect((await savePhoto(await sending(amira, { picture: await photo() }))).status).toBe(302);
  const first = await photoIdOf(amira.id);
  await savePhoto(await sending(amira, { picture: await photo() }));
  const second = await photoIdOf(amira.id);

  expect(second).not.toBe(first);
  expect((await db.picture.findMany()).map(({ id }) => id)).toEqual([second]);
  await removePhoto(submission(amira, `${PATH}/photo/removal`, {}));
  expect([await photoIdOf(amira.id), await db.picture.count()]).toEqual([null, 0]);
});

test("what is no picture comes back with a fault, and odd forms are refused", async () => {
  const amira = await person("Amira");
  for (const [bytes, fault] of [
    [new Uint8Array(), "none"],
    [Buffer.from("<svg/>"), "notPicture"],
  ] as const) {
    const again = await savePhoto(await sending(amira, { picture: bytes }));
    expect([again.status, await again.json()]).toEqual([422, { errors: { picture: [`uploads.errors.${fault}`] }, values: {} }]);
  }
  const odd: Record<string, Uint8Array | string>[] = [
    {},
    { picture: "text" },
    { photo: await photo() },
    { picture: await photo(), more: "x" },
  ];
  for (const files of odd) await expect(savePhoto(await sending(amira, files))).rejects.toMatchObject({ status: 400 });

  const silenced = await person("Silke", { isSilenced: true });
  await expect(savePhoto(await sending(silenced, { picture: await photo() }))).rejects.toMatchObject({ status: 403 });
  expect(await db.picture.count()).toBe(0);
});

test("a photo is given to whoever may see it, and is 404 for everyone else", async () => {
  const [amira, mo] = [await person("Amira"), await person("Mo")];
  await show(amira);
  await savePhoto(await sending(amira, { picture: await photo() }));
  const key = (await photoIdOf(amira.id)) ?? "";
  const open = (viewer: Viewer, id = key) => file(visit(viewer, `/files/${id}`, { key: id }));

  const shown = await open(null);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    "content-type": "image/webp",
    "content-disposition": `inline; filename="${key}.webp"`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "public, no-cache",
    etag: `"${key}"`,
  });
  expect((await sharp(await shown.arrayBuffer()).metadata()).format).toBe("webp");
  const known = visit(null, `/files/${key}`, { key });
  known.request.headers.set("If-None-Match", `W/"${key}"`);
  expect((await file(known)).status).toBe(304);

  await show(amira, { photoAudience: "MEMBERS" });
  await expect(open(null)).rejects.toMatchObject({ status: 404 });
  expect((await open(mo)).headers.get("Cache-Control")).toBe("no-store");
  await show(amira, { listing: "NOBODY" });
  await expect(open(mo)).rejects.toMatchObject({ status: 404 });
  expect((await open(amira)).status).toBe(200);

  await db.account.update({ where: { id: amira.id }, data: { suspendedUntil: new Date(Date.now() + 60_000) } });
  for (const id of [key, "nothing", "../../etc/passwd", "00000000-0000-7000-8000-00000000000a"])
    await expect(open(mo, id)).rejects.toMatchObject({ status: 404 });
});
