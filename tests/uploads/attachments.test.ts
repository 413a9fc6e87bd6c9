import sharp from "sharp";
import { expect, test } from "vitest";

import type { Actor } from "~/features/accounts/actor";
import { attachmentsOf, keepAttachments } from "~/features/uploads/attachment.server";
import { cleanName, disposition } from "~/features/uploads/file-name";
import { db } from "~/platform/db.server";
import { organization, person } from "#tests/support/world";

const picture = (width = 300, height = 200) => sharp({ create: { width, height, channels: 3, background: "#07a" } });

const file = (bytes: Uint8Array | string, name: string, type = "") =>
  new File([typeof bytes === "string" ? bytes : new Uint8Array(bytes)], name, { type });

const PDF = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

const END_OF_ZIP = `PK\u0005\u0006${"\0".repeat(18)}`;

const trusted = async () => person("Ada Member", { organizations: [await organization()] });

const keep = async (actor: Actor, ...files: File[]) => {
  const outcome: unknown = await keepAttachments(actor, files).catch((refusal: unknown) => refusal);
  return outcome instanceof Response
    ? `${outcome.status} ${(await outcome.text()).replace(/^uploads\.(attachments\.)?errors\./, "")}`
    : "kept";
};

test.each(["jpeg", "png", "webp", "avif"] as const)("a picture as %s is drawn anew as WebP, without what came with it", async (format) => {
  const actor = await trusted();
  const sent = await picture(4_000, 1_000)
    .withExif({ IFD0: { Copyright: "secret place" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 3230/100" } })
    .toFormat(format)
    .toBuffer();
  const [kept] = await keepAttachments(actor, [file(sent, `../Our walk.${format}`)]);
  const row = await db.attachment.findUniqueOrThrow({ where: { id: kept?.id ?? "" } });

  expect(row).toMatchObject({ name: "Our walk.webp", type: "image/webp", width: 2048, height: 512, uploaderId: actor.id });
  expect(row.size).toBe(row.bytes.length);
  expect(kept?.markdown).toBe(`![](/files/${row.id})`);
  const { format: drawn, exif } = await sharp(row.bytes).metadata();
  expect([drawn, exif]).toEqual(["webp", undefined]);
  expect(Buffer.from(row.bytes).includes("secret place")).toBe(false);
});

test("a PDF is kept as it is, under a clean name", async () => {
  const actor = await trusted();
  const [kept] = await keepAttachments(actor, [file(PDF, "C:\\docs\\Plan [2026]_\u202egnp.exe.pdf", "application/pdf")]);
  const row = await db.attachment.findUniqueOrThrow({ where: { id: kept?.id ?? "" } });

  expect(row).toMatchObject({ name: "Plan [2026]_gnp.exe.pdf", type: "application/pdf", width: null, size: PDF.length });
  expect(Buffer.from(row.bytes).toString()).toBe(PDF);
  expect(kept?.markdown).toBe(`[Plan \\[2026\\]\\_gnp.exe.pdf](/files/${row.id})`);
});

test.each([
  ["nothing in it", file("", "a.pdf", "application/pdf"), "422 empty"],
  ["11 MB", file(new Uint8Array(11_000_000), "a.pdf", "application/pdf"), "422 tooLarge"],
  ["a page named as a PDF", file("<!doctype html><script>alert(1)</script>", "a.pdf", "application/pdf"), "422 notPdf"],
  ["a page before a PDF", file(`<html><script>alert(1)</script>${PDF}`, "a.pdf"), "422 notPdf"],
  ["a page in the head of a PDF", file(PDF.replace("1 0 obj", "<script>alert(1)</script>"), "a.pdf"), "422 notPdf"],
  ["a PDF with an archive behind it", file(`${PDF}${END_OF_ZIP}`, "a.pdf"), "422 notPdf"],
  ["a PDF without an end", file("%PDF-1.7\nnothing", "a.pdf"), "422 notPdf"],
  ["a PDF with much behind it", file(`${PDF}${"x".repeat(2_000)}`, "a.pdf"), "422 notPdf"],
  ["a picture and a PDF at once", file(`GIF89a${PDF}`, "a.gif", "image/gif"), "422 wrongType"],
  ["an SVG", file('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "a.svg", "image/svg+xml"), "422 wrongType"],
  ["a program", file("MZ\u0090\0", "a.exe", "application/pdf"), "422 notPdf"],
  ["an archive", file(`PK\u0003\u0004${"\0".repeat(30)}${END_OF_ZIP}`, "a.docx"), "422 wrongType"],
])("%s is refused", async (_, sent, expected) => {
  expect(await keep(await trusted(), sent)).toBe(expected);
  expect(await db.attachment.count()).toBe(0);
});

test("pictures that hide something, move, or are too large in pixels are refused", async () => {
  const actor = await trusted();
  const jpeg = await picture().jpeg().toBuffer();
  const bomb = await picture(9_000, 6_000).png({ compressionLevel: 9 }).toBuffer();

  expect(await keep(actor, file(Buffer.concat([jpeg, Buffer.from(END_OF_ZIP)]), "a.jpg"))).toBe("422 notPicture");
  expect(await keep(actor, file(Buffer.concat([jpeg.subarray(0, 20), Buffer.from("<script>"), jpeg.subarray(20)]), "a.jpg"))).toBe(
    "422 notPicture",
  );
  expect(await keep(actor, file(jpeg.subarray(0, 200), "a.jpg"))).toBe("422 notPicture");
  expect(await keep(actor, file(bomb, "a.png"))).toBe("422 tooManyPixels");
});

test("all files of a post are kept, or none", async () => {
  const actor = await trusted();

  expect(await keep(actor, file(PDF, "a.pdf"), file("<svg/>", "b.svg"))).toBe("422 wrongType");
  expect(await db.attachment.count()).toBe(0);
  expect(await keep(actor, ...Array.from({ length: 11 }, () => file(PDF, "a.pdf")))).toBe("422 tooMany");
  expect(await keep(actor, file(PDF, "a.pdf"), file(await picture().png().toBuffer(), "b.png"))).toBe("kept");
  expect((await attachmentsOf(actor.id)).map(({ name }) => name)).toEqual(["a.pdf", "b.webp"]);
});

test("the silenced send nothing, newcomers one file on their first day, and nobody more than 500 MB", async () => {
  expect(await keep(await person("Sid Silenced", { isSilenced: true }), file(PDF, "a.pdf"))).toBe("403 Forbidden");

  const newcomer = await person("Nia New");
  const both = await Promise.all([keep(newcomer, file(PDF, "a.pdf")), keep(newcomer, file(PDF, "b.pdf"))]);
  expect(both.sort()).toEqual(["422 newcomer", "kept"]);
  await db.account.update({ where: { id: newcomer.id }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
  expect(await keep(newcomer, file(PDF, "b.pdf"))).toBe("kept");

  await db.attachment.updateMany({ where: { uploaderId: newcomer.id }, data: { size: 249_999_990 } });
  expect(await keep(newcomer, file(PDF, "c.pdf"))).toBe("422 storage");
});

test("names are cleaned, and no header can be broken with one", () => {
  expect(cleanName("/etc/passwd", "pdf", "document")).toBe("passwd.pdf");
  expect(cleanName("..\\..\\.htaccess", "pdf", "document")).toBe("document.pdf");
  expect(cleanName("a\r\nSet-Cookie: x\u200f\u0000.pdf", "pdf", "document")).toBe("aSet-Cookie x.pdf");
  expect(cleanName("é".repeat(300), "webp", "picture")).toBe(`${"é".repeat(115)}.webp`);
  expect(cleanName("\ud800", "webp", "picture")).toBe("\ufffd.webp");
  expect(disposition("attachment", 'Été "50 %"; x’(1).pdf')).toBe(
    "attachment; filename=\"_t_ _50 __; x_(1).pdf\"; filename*=UTF-8''%C3%89t%C3%A9%20%2250%20%25%22%3B%20x%E2%80%99%281%29.pdf",
  );
});
