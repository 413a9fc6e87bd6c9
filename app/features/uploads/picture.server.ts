import { fileTypeFromBuffer } from "file-type";
import type { Sharp, SharpOptions } from "sharp";

import type { Transaction } from "~/platform/db.server";
import { unavailable, unprocessable } from "~/platform/errors";

import { MAX_ATTACHMENT_BYTES, MAX_PICTURE_BYTES, MAX_PIXELS, PICTURE_TYPES } from "./limits";
import { isTwoThings } from "./two-things";

/** A photo shows a face, in a square; a logo keeps its form, and what is see-through in it; a picture in a post is as large as a screen can show. */
const uses = {
  photo: (picture: Sharp) => picture.resize(512, 512, { fit: "cover" }).flatten({ background: "#fff" }).webp({ quality: 82 }),
  logo: (picture: Sharp) => picture.resize(640, 320, { fit: "inside", withoutEnlargement: true }).webp({ quality: 90 }),
  attachment: (picture: Sharp) => picture.resize(2048, 2048, { fit: "inside", withoutEnlargement: true }).webp({ quality: 82 }),
};

export type PictureUse = keyof typeof uses;

export type DrawnPicture = { bytes: Uint8Array<ArrayBuffer>; type: "image/webp"; width: number; height: number };

const READ: SharpOptions = { limitInputPixels: MAX_PIXELS, failOn: "error", sequentialRead: true, pages: 1 };
const MOST_STRETCHED = 20;
const DRAWN_WITHIN_S = 10;
const MOST_WAITING = 8;

const mostBytes = { photo: MAX_PICTURE_BYTES, logo: MAX_PICTURE_BYTES, attachment: MAX_ATTACHMENT_BYTES };

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Draws a picture that someone sent anew: turned upright, of the size of its use, and without anything else that came in the file.
 * Refuses what is no picture, moves, or is too large (422), and too many at once (503). To be called before the transaction, since it takes time.
 */
export async function drawPicture(bytes: Uint8Array, use: PictureUse): Promise<DrawnPicture> {
  if (bytes.length === 0) throw unprocessable("uploads.errors.none");
  if (bytes.length > mostBytes[use]) throw unprocessable("uploads.errors.tooLarge");
  if (!(await isPicture(bytes)) || isTwoThings(bytes)) throw unprocessable("uploads.errors.notPicture");

  return inTurn(() => draw(bytes, use));
}

/** Whether the bytes of a file begin as a picture of a type we take. */
export async function isPicture(bytes: Uint8Array): Promise<boolean> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return type !== undefined && PICTURE_TYPES.includes(type.mime);
}

/** Keeps a drawn picture, and gives its id. */
export async function keepPicture(tx: Transaction, uploaderId: string, picture: DrawnPicture): Promise<string> {
  const { id } = await tx.picture.create({ data: { ...picture, uploaderId }, select: { id: true } });
  return id;
}

/** Forgets a picture. Whoever showed it shows none from then on. */
export async function removePicture(tx: Transaction, id: string) {
  await tx.picture.deleteMany({ where: { id } });
}

async function draw(bytes: Uint8Array, use: PictureUse): Promise<DrawnPicture> {
  const sharp = await engine();
  try {
    const { width, height, pages = 1 } = await sharp(bytes, READ).metadata();
    if (pages > 1) throw unprocessable("uploads.errors.moves");
    if (Math.max(width / height, height / width) > MOST_STRETCHED) throw unprocessable("uploads.errors.stretched");

    const drawing = uses[use](sharp(bytes, READ).timeout({ seconds: DRAWN_WITHIN_S }).autoOrient());
    const { data, info } = await drawing.toBuffer({ resolveWithObject: true });
    return { bytes: new Uint8Array(data), type: "image/webp", width: info.width, height: info.height };
  } catch (fault) {
    if (fault instanceof Response) throw fault;
    throw unprocessable(/pixel limit/.test(String(fault)) ? "uploads.errors.tooManyPixels" : "uploads.errors.notPicture");
  }
}

/** The library, loaded when the first picture comes, with every reader shut but those of the types we take. */
async function engine() {
  const { default: sharp } = await import("sharp");
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer", "VipsForeignLoadHeifBuffer"],
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** One at a time, since a large picture fills much memory while it is drawn. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw unavailable();
  waiting++;
  const turn = last.then(work, work);
  last = turn.catch(() => {});
  try {
    return await turn;
  } finally {
    waiting--;
  }
}
