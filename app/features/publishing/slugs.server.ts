import { randomInt } from "node:crypto";

import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { slugOf } from "~/platform/slug";

import type { Kind } from "./kinds.server";

/** Beyond this many of one name, figures by chance: nobody can use up the addresses of a title. */
const MOST_IN_ORDER = 20;
const MOST_TRIES = 40;

/**
 * Gives a face the address that its title asks for, with a number where that is taken. Its older addresses stay its own,
 * for ever, and lead to the new one.
 */
export async function claimSlug(tx: Transaction, kind: Kind, face: { id: string; language: Language }, title: string): Promise<string> {
  const wanted = slugOf(title) || kind.name;
  for (let count = kind.reserved.includes(wanted) ? 2 : 1; count < MOST_TRIES; count += 1) {
    const slug = count === 1 ? wanted : `${wanted}-${count <= MOST_IN_ORDER ? count : randomInt(1_000, 1_000_000_000)}`;
    const key = { kind: kind.kind, language: face.language, slug };
    const taken = await tx.$executeRaw`
      INSERT INTO "FaceSlug" (kind, language, slug, "faceId") VALUES (${kind.kind}::"ContributionKind", ${face.language}::"Language", ${slug}, ${face.id}::uuid)
      ON CONFLICT DO NOTHING`;
    if (taken === 1) return slug;
    const owner = await tx.faceSlug.findUnique({ where: { kind_language_slug: key }, select: { faceId: true } });
    if (owner?.faceId === face.id) return slug;
  }
  throw new Error(`No address is left for the title of face ${face.id}.`);
}

/** Whether the face already has an address that says its title. */
export const speaksFor = (slug: string, title: string): boolean => slug.replace(/-\d+$/, "") === slugOf(title) || slug === slugOf(title);
