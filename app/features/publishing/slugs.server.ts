import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import { firstFreeSlug } from "~/platform/free-slug.server";
import { slugOf } from "~/platform/slug";

import type { Kind } from "./kinds.server";

/**
 * Gives a face the address that its title asks for, with a number where that is taken. Its older addresses stay its own,
 * for ever, and lead to the new one.
 */
export async function claimSlug(tx: Transaction, kind: Kind, face: { id: string; language: Language }, title: string): Promise<string> {
  const claim = async (slug: string) => {
    const key = { kind: kind.kind, language: face.language, slug };
    const taken = await tx.$executeRaw`
      INSERT INTO "FaceSlug" (kind, language, slug, "faceId") VALUES (${kind.kind}::"ContributionKind", ${face.language}::"Language", ${slug}, ${face.id}::uuid)
      ON CONFLICT DO NOTHING`;
    const owner = taken === 1 ? face.id : (await tx.faceSlug.findUnique({ where: { kind_language_slug: key } }))?.faceId;
    return owner === face.id;
  };
  return firstFreeSlug(slugOf(title) || kind.name, claim, kind.reserved);
}

/** Whether the face already has an address that says its title. */
export const speaksFor = (slug: string, title: string): boolean => slug.replace(/-\d+$/, "") === slugOf(title) || slug === slugOf(title);
