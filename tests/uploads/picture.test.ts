import { deflateSync } from "node:zlib";

import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";

import { drawPicture, keepPicture, removePicture } from "~/features/uploads/picture.server";
import { db } from "~/platform/db.server";
import { person } from "#tests/support/world";

/** Red on the left, blue on the right. */
const flag = (width = 900, height = 600): Sharp =>
  sharp({ create: { width, height, channels: 3, background: "#f00" } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: "#00f" } }, left: width / 2, top: 0 },
  ]);

const jpeg = (picture = flag()) => picture.jpeg().toBuffer();

const colourAt = async (bytes: Uint8Array, left: number, top: number) =>
  [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())].map((value) => (value > 128 ? 1 : 0));

/** A picture that says of itself that it has this size, whatever comes after. */
function pngOf(width: number, height: number, rows = Buffer.alloc(1000)) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer) {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc(named), named.length + 4);
  return framed;
}

function crc(bytes: Buffer) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

const refusal = async (bytes: Uint8Array) => {
  const refused: unknown = await drawPicture(bytes, "photo").catch((response: unknown) => response);
  if (!(refused instanceof Response)) return "drawn";
  return `${refused.status} ${(await refused.text()).replace("uploads.errors.", "")}`;
};

test.each(["jpeg", "png", "webp", "avif"] as const)("a photo as %s becomes a square of 512 in WebP", async (format) => {
  const drawn = await drawPicture(await flag().toFormat(format).toBuffer(), "photo");

  expect(drawn).toMatchObject({ type: "image/webp", width: 512, height: 512 });
  expect(await sharp(drawn.bytes).metadata()).toMatchObject({ format: "webp", width: 512, height: 512 });
  expect([await colourAt(drawn.bytes, 10, 256), await colourAt(drawn.bytes, 500, 256)]).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ]);
});

test("a logo keeps its form and what is see-through, fits into 640 by 320, and is not made larger", async () => {
  const clear = sharp({ create: { width: 1000, height: 800, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  const drawn = await drawPicture(await clear.png().toBuffer(), "logo");
  expect(drawn).toMatchObject({ width: 400, height: 320 });
  expect((await sharp(drawn.bytes).stats()).isOpaque).toBe(false);

  expect(await drawPicture(await jpeg(flag(200, 100)), "logo")).toMatchObject({ width: 200, height: 100 });
});

test("a photo is turned upright, and place, camera, words and colours' profile stay behind", async () => {
  const secret = "Canary Street 5";
  const sent = await flag()
    .withExif({
      IFD0: { Artist: secret, Make: "CanaryCamera" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "45/1 30/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "73/1 34/1 0/1" },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secret}</a></x:xmpmeta>`)
    .withIccProfile("p3")
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(sent.includes("CanaryCamera")).toBe(true);

  const { bytes } = await drawPicture(sent, "photo");
  const { exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
  expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
  expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Canary|EXIF|XMP|ICCP|GPS/);
  expect([await colourAt(bytes, 256, 10), await colourAt(bytes, 256, 500)]).toEqual([
    [1, 0, 0],
    [0, 0, 1],
  ]);
});

test("what is no picture, or one of a kind that is not taken, is refused", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>`;
  const files: Record<string, Uint8Array> = {
    nothing: new Uint8Array(),
    text: Buffer.from("not a picture"),
    svg: Buffer.from(svg),
    "svg with a declaration": Buffer.from(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg}`),
    html: Buffer.from("<!doctype html><script>alert(1)</script>"),
    pdf: Buffer.from("%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF"),
    gif: await flag().gif().toBuffer(),
    tiff: await flag(60, 40).tiff().toBuffer(),
    "the first bytes of a JPEG": Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    "text that calls itself PNG": Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from("<b>")]),
  };
  const refused = Object.fromEntries(await Promise.all(Object.entries(files).map(async ([name, bytes]) => [name, await refusal(bytes)])));

  expect(refused).toEqual({ ...Object.fromEntries(Object.keys(files).map((name) => [name, "422 notPicture"])), nothing: "422 none" });
});

test("a file that is two things at once is refused, and what hides further in does not come through", async () => {
  const photo = await jpeg();
  const comment = (text: string) =>
    Buffer.concat([photo.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, text.length + 2]), Buffer.from(text), photo.subarray(2)]);
  const archive = Buffer.concat([photo, Buffer.from("PK\x03\x04 payload"), Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);

  expect(await refusal(comment("<script>alert(1)</script>"))).toBe("422 notPicture");
  expect(await refusal(comment("%PDF-1.4 and more"))).toBe("422 notPicture");
  expect(await refusal(archive)).toBe("422 notPicture");

  const { bytes } = await drawPicture(Buffer.concat([photo, Buffer.from("<script>payload()</script>")]), "photo");
  expect(Buffer.from(bytes).includes("payload")).toBe(false);
});

test("pictures that are bombs are refused at once, and take no memory", async () => {
  const before = process.memoryUsage().rss;
  expect(await refusal(pngOf(30_000, 30_000))).toBe("422 tooManyPixels");
  expect(await refusal(pngOf(60_000, 60_000, Buffer.alloc(3_000_000)))).toBe("422 tooManyPixels");
  expect(await refusal(pngOf(2_000_000_000, 2_000_000_000))).toMatch(/^422 /);
  expect(await refusal(pngOf(7_000, 7_000))).toBe("422 notPicture"); // it has not got the pixels that it speaks of
  expect(await refusal(pngOf(20_000, 2))).toBe("422 stretched");
  expect(await refusal(Buffer.concat([await jpeg(), Buffer.alloc(8_000_000)]))).toBe("422 tooLarge");
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
});

test("what is cut off or moves is refused", async () => {
  const noise = await sharp({
    create: { width: 800, height: 600, channels: 3, background: "#888", noise: { type: "gaussian", mean: 128, sigma: 40 } },
  })
    .jpeg()
    .toBuffer();
  expect(await refusal(noise)).toBe("drawn");
  expect(await refusal(noise.subarray(0, noise.length / 2))).toBe("422 notPicture");

  const frames = await sharp([await jpeg(flag(60, 40)), await jpeg(flag(60, 40).negate())], { join: { animated: true } })
    .webp()
    .toBuffer();
  expect(await refusal(frames)).toBe("422 moves");
});

test("a picture is kept for whoever sent it, and forgotten", async () => {
  const amira = await person("Amira");
  const drawn = await drawPicture(await jpeg(), "photo");

  const id = await db.$transaction((tx) => keepPicture(tx, amira.id, drawn));
  expect(await db.picture.findUniqueOrThrow({ where: { id } })).toMatchObject({ ...drawn, uploaderId: amira.id });

  await db.$transaction((tx) => removePicture(tx, id));
  expect(await db.picture.count()).toBe(0);
});
