import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { draftContribution } from "~/features/publishing/contribution.server";
import { limits } from "~/features/publishing/limits";
import { mayFor } from "~/features/publishing/policy";
import { renderFields } from "~/features/publishing/revision.server";
import { withKeys } from "~/features/publishing/sections";
import { drawPicture } from "~/features/uploads/picture.server";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { authorize, unprocessable } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";
import { fileAt } from "~/platform/paths";

import type { ReadGuide } from "./import-guide";
import { readGuide } from "./import-read.server";

type Input = { id: string; organization: string; title: string };

type Kept = { id: string; name: string; bytes: Uint8Array<ArrayBuffer>; type: string; size: number; width: number; height: number };

/**
 * Begins a guide with the text, the tables and the pictures of a file: a draft that nobody else sees yet, to be looked through. Gives its address.
 * Refuses who may not write for the organization (403), what cannot be read or is too long (422), and too much at once (429); then nothing is kept.
 */
export async function importGuide(actor: Actor, language: Language, input: Input, bytes: Uint8Array): Promise<string> {
  authorize(mayFor(practiceKind).draft(actor, input.organization));
  await spend(actor, "uploads");
  const read = cleaned(await readGuide(bytes));
  const wanted = input.title || read.title;
  if (wanted.length < 5) throw unprocessable("importing.fault.noTitle");
  const title = wanted.slice(0, limits.title).trim();

  const pictures = await drawn(read.pictures);
  const fields = fieldsOf(read, pictures, title === wanted ? "" : wanted);
  const sizes = new Map(pictures.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  const rendered = await renderFields(fields, language, sizes);
  return draftContribution(practiceKind, actor, language, { ...input, title }, { fields, rendered, keep });

  async function keep(tx: Transaction, contributionId: string) {
    const kept = [...sizes.values()];
    await tx.attachment.createMany({ data: kept.map((one) => ({ ...one, uploaderId: actor.id })) });
    await tx.contributionAttachment.createMany({ data: kept.map(({ id }) => ({ contributionId, attachmentId: id })) });
  }
}

/** Without what neither the database nor XML can hold, and with one form of writing for each character. */
function cleaned(read: ReadGuide): ReadGuide {
  const clean = (text: string) =>
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
      .toWellFormed()
      .normalize("NFC");
  const { title, summary, body, sources, pictures } = read;
  return { title: clean(title), summary: clean(summary), body: clean(body), sources: clean(sources), pictures };
}

/** The pictures drawn anew; null for what the portal does not show (drawings of Windows, for one): a line in the text says so. */
async function drawn(pictures: Uint8Array[]): Promise<(Kept | null)[]> {
  const kept: (Kept | null)[] = [];
  for (const [index, bytes] of pictures.entries()) {
    try {
      const picture = await drawPicture(bytes, "attachment");
      kept.push({ id: newId(), name: `picture-${index + 1}.webp`, size: picture.bytes.length, ...picture });
    } catch (refusal) {
      if (!(refusal instanceof Response) || refusal.status !== 422) throw refusal;
      kept.push(null);
    }
  }
  return kept;
}

/** What is too long for its own place stands at the beginning of the text. */
function fieldsOf({ summary, body, sources }: ReadGuide, pictures: (Kept | null)[], longTitle: string) {
  const isShort = summary.length <= limits.summary;
  const placed = body.replace(/!\[((?:\\.|[^\]\\])*)\]\(picture:(\d+)\)/g, (_, alt: string, number: string) => {
    const picture = pictures[Number(number) - 1];
    return picture ? `![${alt}](${fileAt(picture.id)})` : alt;
  });
  const whole = [longTitle, isShort ? "" : summary, placed].filter((part) => part !== "").join("\n\n");
  const fields = { summary: isShort ? summary : "", body: withKeys(whole), sources };
  if (fields.body.length > limits.body) throw unprocessable("publishing.error.bodyTooLong");
  if (sources.length > limits.sources) throw unprocessable("publishing.error.sourcesTooLong");
  if ((fields.body.match(/^##[ \t]/gm)?.length ?? 0) > limits.sections) throw unprocessable("publishing.error.tooManySections");
  return fields;
}
