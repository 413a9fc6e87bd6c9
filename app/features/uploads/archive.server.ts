import type { PartOf } from "~/features/accounts/archive.server";
import type { Entry } from "~/platform/archive";
import { db } from "~/platform/db.server";
import { slugOf } from "~/platform/slug";

/** The files that this person brought to their posts. */
export const uploadsPart: PartOf = async ({ id }) => ({ facts: {}, lists: { attachments: attachmentsOf(id) } });

/** One at a time, since each may be large. */
async function* attachmentsOf(uploaderId: string): AsyncGenerator<Entry> {
  const ids = await db.attachment.findMany({ where: { uploaderId }, select: { id: true }, orderBy: { id: "asc" } });
  for (const { id } of ids) {
    const attachment = await db.attachment.findUnique({ where: { id } });
    if (!attachment) continue;
    const { name, type, bytes, size, createdAt } = attachment;
    const file = { name: `files/${id}-${fileName(name)}`, bytes };
    yield { row: { name, type, size, createdAt, file: file.name }, file };
  }
}

/** A name that every system can unpack. */
function fileName(name: string): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ""];
  return [slugOf(stem) || "file", slugOf(ending)].filter(Boolean).join(".");
}
