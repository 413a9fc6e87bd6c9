import { randomUUID } from "node:crypto";

import type { Actor, Viewer } from "~/features/accounts/actor";
import type { Book, BookFormat } from "~/features/exchange/book";
import { getBook, picturesOf } from "~/features/exchange/book.server";
import { drawBook } from "~/features/exchange/book-formats.server";
import { importGuide } from "~/features/exchange/import-guide.server";
import type { Fields } from "~/features/publishing/fields";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { change, publish } from "./editions";
import { everything, sources } from "./fixed-book";
import { faceAt, vocabulary } from "./world";

/** A published guide that was brought as Markdown, with a picture in it. Gives its address. */
export async function travelled(
  by: Actor,
  { body = everything, language = "en" as Language, title = "Walking together in winter", fields = {} as Partial<Fields> } = {},
): Promise<string> {
  await vocabulary();
  const { default: sharp } = await import("sharp");
  const picture = await sharp({ create: { width: 320, height: 200, channels: 3, background: "#2a7" } })
    .jpeg()
    .toBuffer();
  const inline = `data:image/jpeg;base64,${picture.toString("base64")}`;
  const front = `---\ntitle: ${JSON.stringify(title)}\nsummary: How to walk together when it is cold, step by step.\n---\n\n`;
  const file = Buffer.from(front + body.replaceAll("{picture}", inline));
  const slug = await importGuide(by, language, { id: randomUUID(), organization: by.organizations[0]?.id ?? "", title: "" }, file);
  const { revisions } = await faceAt(slug, language);
  const { details } = revisions.at(-1) ?? {};
  const known = { topics: ["food"] };
  await change(by, slug, { ...(details as object), ...known, sources, ...fields }, language);
  await publish(by, slug, language);
  return slug;
}

/** The book of a version at an address that answers with it. */
export async function bookOf(viewer: Viewer, slug: string, { language = "en" as Language, number = 1, both = false } = {}) {
  const found = await getBook(viewer, "practice", language, slug, number, both);
  if (found.outcome !== "page") throw new Error(`it leads on to ${found.slug}`);
  return found;
}

/** The same as a file. */
export async function draw(format: BookFormat, { book, citation }: { book: Book; citation: { id: string } }): Promise<Uint8Array> {
  return drawBook(format, book, await picturesOf(citation.id, book.pictures));
}

/** The version of a guide that stands. */
export const versionOf = async (slug: string, language: Language = "en") =>
  (await db.version.findFirstOrThrow({ where: { face: { slug, language } }, orderBy: { number: "desc" } })).id;
