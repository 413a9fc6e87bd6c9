import { type Actor, isTrusted } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { allows } from "~/features/accounts/roles";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, unprocessable } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";
import { fileAt } from "~/platform/paths";

import { asWords, cleanName } from "./file-name";
import { MAX_ATTACHMENT_BYTES, MAX_STORED_BYTES, MOST_ATTACHMENTS, MOST_ON_FIRST_DAY } from "./limits";
import { drawPicture, isPicture } from "./picture.server";
import { isPdf } from "./two-things";

type Ready = { name: string; type: string; bytes: Uint8Array<ArrayBuffer>; size: number; width: number | null; height: number | null };

/** A file that was kept, and the line of Markdown that leads to it. */
export type KeptAttachment = { id: string; name: string; type: string; markdown: string };

const DAY_MS = 86_400_000;

/**
 * Keeps files for a post that is being written: pictures drawn anew, PDF files as they are. All of them, or none. Refuses the silenced (403),
 * what is neither, too large, or too much (422), and too many within an hour (429).
 */
export async function keepAttachments(actor: Actor, files: File[]): Promise<KeptAttachment[]> {
  authorize(allows(actor, "post.write"));
  if (files.length > MOST_ATTACHMENTS) throw unprocessable("uploads.attachments.errors.tooMany");
  const ready: Ready[] = [];
  for (const file of files) {
    await spend(actor, "uploads");
    ready.push(await readied(file));
  }
  if (ready.length === 0) return [];

  return db.$transaction(async (tx) => {
    // Of two that send at once the second waits, and then counts what the first has sent.
    await tx.$queryRaw`SELECT id FROM "Account" WHERE id = ${actor.id}::uuid FOR UPDATE`;
    await refuseTooMuch(tx, actor, ready);
    const kept = ready.map((file) => ({ id: newId(), ...file }));
    await tx.attachment.createMany({ data: kept.map((file) => ({ ...file, uploaderId: actor.id })) });
    return kept.map(({ id, name, type }) => ({ id, name, type, markdown: markdownOf(id, name, type) }));
  });
}

/** Forgets files that stand nowhere. */
export async function forgetAttachments(tx: Transaction, ids: string[]) {
  await tx.attachment.deleteMany({ where: { id: { in: ids }, posts: { none: {} }, contributions: { none: {} } } });
}

/** The files that someone sent, without their bytes, oldest first: for their archive, which reads each by itself. */
export const attachmentsOf = (accountId: string) =>
  db.attachment.findMany({
    where: { uploaderId: accountId },
    omit: { bytes: true, uploaderId: true },
    orderBy: [{ createdAt: "asc" }, { name: "asc" }],
  });

/** A picture asks for words to say what it shows: the form leaves their place open. */
const markdownOf = (id: string, name: string, type: string) =>
  type === "application/pdf" ? `[${asWords(name)}](${fileAt(id)})` : `![](${fileAt(id)})`;

/** What a file really is, its bytes tell. */
async function readied(file: File): Promise<Ready> {
  if (file.size === 0) throw unprocessable("uploads.attachments.errors.empty");
  if (file.size > MAX_ATTACHMENT_BYTES) throw unprocessable("uploads.attachments.errors.tooLarge");
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (await isPicture(bytes)) {
    const drawn = await drawPicture(bytes, "attachment");
    return { ...drawn, name: cleanName(file.name, "webp", "picture"), size: drawn.bytes.length };
  }
  const saysPdf = /\.pdf$/i.test(file.name) || file.type === "application/pdf";
  if (!isPdf(bytes)) throw unprocessable(`uploads.attachments.errors.${saysPdf ? "notPdf" : "wrongType"}`);

  return { name: cleanName(file.name, "pdf", "document"), type: "application/pdf", bytes, size: bytes.length, width: null, height: null };
}

async function refuseTooMuch(tx: Transaction, actor: Actor, files: Ready[]) {
  const { _sum, _count } = await tx.attachment.aggregate({ where: { uploaderId: actor.id }, _sum: { size: true }, _count: true });
  const size = files.reduce((sum, file) => sum + file.size, _sum.size ?? 0);
  if (size > MAX_STORED_BYTES) throw unprocessable("uploads.attachments.errors.storage");
  if (isTrusted(actor) || _count + files.length <= MOST_ON_FIRST_DAY) return;

  const { createdAt } = await tx.account.findUniqueOrThrow({ where: { id: actor.id }, select: { createdAt: true } });
  if (Date.now() - createdAt.getTime() < DAY_MS) throw unprocessable("uploads.attachments.errors.newcomer");
}
