import { randomBytes } from "node:crypto";

import sharp from "sharp";
import { expect, inject, test } from "vitest";

import { pathTo } from "~/platform/paths";
import { newPage } from "#tests/support/browser";
import { desk } from "#tests/support/desk";
import { COOKIE, sessionOf } from "#tests/support/people";

const noise = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } }).jpeg({ quality: 95 });

test("a member shows themselves with a photo, without JavaScript, and is found in French by topic, language and province", async () => {
  const own = desk(await newPage({ language: "fr", javaScript: false, as: "member" }), "fr");
  const { page, t } = own;
  await page.goto(pathTo("fr", "profileSettings"));
  await page.getByLabel("Prescription alimentaire").check();
  await page.getByLabel("Français", { exact: true }).check();
  await page.locator("[name=province]").selectOption({ label: "Nouveau-Brunswick" });
  await page.getByLabel(t("people.settings.position"), { exact: true }).fill("Bénévole");
  await page.getByRole("radio", { name: t("people.settings.audiences.EVERYONE") }).check();
  for (const select of await page.locator("select[name$=Audience]:not([name=emailAudience])").all()) await select.selectOption("EVERYONE");
  await own.press("people.settings.save");
  await own.reads("people.flash.saved");

  await own.follow("people.settings.photoAdd");
  await page.locator("[name=picture]").setInputFiles({ name: "moi.jpg", mimeType: "image/jpeg", buffer: Buffer.from("pas une image") });
  await own.press("people.photo.save");
  await page.locator("#field-picture-errors").waitFor();
  const photo = await noise(900, 1200)
    .withExif({ IFD0: { Artist: "Maya" } })
    .toBuffer();
  await page.locator("[name=picture]").setInputFiles({ name: "moi.jpg", mimeType: "image/jpeg", buffer: photo });
  await own.press("people.photo.save");
  await own.reads("people.flash.photoSaved");

  const visitor = desk(await newPage({ language: "fr", width: 390 }), "fr");
  await visitor.page.goto(pathTo("fr", "people", { topic: "food", language: "fr", province: "nb" }));
  const card = visitor.page.getByRole("article").filter({ hasText: "Maya Osei" });
  expect(await card.getByRole("img").evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(512);
  await card.getByRole("link").click();
  await visitor.page.getByRole("heading", { level: 1, name: "Maya Osei" }).waitFor();
  expect(await visitor.page.content()).not.toContain("member@example.org");
});

test("only who is signed in may send a large picture, and only to the page for it", async () => {
  const portal = inject("portalUrl");
  const bytes = await noise(1500, 1500).toBuffer();
  expect(bytes.length).toBeGreaterThan(1_500_000);
  const send = (path: string, token: string) => {
    const body = new FormData();
    body.append("picture", new File([new Uint8Array(bytes)], "me.jpg"));
    return fetch(portal + path, { method: "POST", redirect: "manual", body, headers: { Origin: portal, Cookie: `${COOKIE}=${token}` } });
  };
  const token = await sessionOf("member");

  expect((await send(pathTo("en", "profilePhoto"), token)).status).toBe(302);
  for (const [path, who] of [
    [pathTo("en", "profilePhoto"), ""],
    [pathTo("en", "profilePhoto"), "a".repeat(40)],
    [pathTo("en", "profileSettings"), token],
  ] as const)
    expect((await send(path, who)).status).toBe(413);
});
