import type { BookPicture } from "./book";

/** So large on the longer side: sharp on a whole page of paper. */
const LONGEST = 1600;

/** `data` as JPEG, or PNG where something in it can be seen through. */
export type Drawn = { data: Buffer; type: "jpg" | "png"; width: number; height: number };

/** The pictures of a book as every program knows them, large ones smaller. One that cannot be drawn is left out. */
export async function drawn(pictures: BookPicture[]): Promise<Map<string, Drawn>> {
  if (pictures.length === 0) return new Map();
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  const all = new Map<string, Drawn>();
  for (const { id, bytes } of pictures) {
    try {
      const picture = sharp(bytes, { limitInputPixels: 50_000_000, pages: 1 }).resize(LONGEST, LONGEST, {
        fit: "inside",
        withoutEnlargement: true,
      });
      const { isOpaque } = await sharp(bytes, { pages: 1 }).stats();
      const drawing = isOpaque ? picture.jpeg({ quality: 82 }) : picture.png({ compressionLevel: 9 });
      const { data, info } = await drawing.toBuffer({ resolveWithObject: true });
      all.set(id, { data, type: isOpaque ? "jpg" : "png", width: info.width, height: info.height });
    } catch {
      // What cannot be read stays in the portal: its words stand in its place.
    }
  }
  return all;
}
