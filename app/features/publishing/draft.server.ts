import { type Actor, isInGoodStanding } from "~/features/accounts/actor";
import type { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";

import { areSame, type Fields } from "./fields";
import type { Kind } from "./kinds.server";
import { loadFace } from "./load.server";
import { mayFor } from "./policy";

export type DraftSaved = { outcome: "saved"; sequence: number } | { outcome: "stale"; sequence: number };

/**
 * Keeps what a person is writing, in one transaction; nobody else sees it, so it is no event. A window that does not know
 * the newest draft changes nothing and is told so. Refuses strangers (404, 403).
 */
export async function saveDraft(
  kind: Kind,
  actor: Actor,
  language: Language,
  slug: string,
  { base, sequence, fields }: { base: number; sequence: number; fields: Fields },
): Promise<DraftSaved> {
  return db.$transaction(async (tx) => {
    const { face, subject } = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).revise(actor, subject));

    const key = { faceId_accountId: { faceId: face.id, accountId: actor.id } };
    const draft = await tx.draft.findUnique({ where: key, include: baseNumber });
    if (draft && !isKnownTo({ base, sequence }, draft)) {
      // The same text sent twice, because the first answer was lost on the way.
      const isRepeat = areSame(draft.fields as unknown as Fields, fields);
      return { outcome: isRepeat ? "saved" : "stale", sequence: draft.sequence };
    }
    const revision = await tx.revision.findUnique({ where: { faceId_number: { faceId: face.id, number: base } }, select: { id: true } });
    const content = {
      fields: fields as unknown as Prisma.InputJsonValue,
      baseRevisionId: revision?.id ?? null,
      sequence: sequence + 1,
      updatedAt: new Date(),
    };
    await tx.draft.upsert({ where: key, create: { ...content, faceId: face.id, accountId: actor.id }, update: content });
    return { outcome: "saved", sequence: sequence + 1 };
  });
}

type Standing = { base: number; sequence: number };

/** What a window has to be compared with. */
export const baseNumber = { baseRevision: { select: { number: true } } } as const;

/**
 * Whether a window has seen a draft. Counting begins anew after each revision, so the sequence alone does not tell: a draft
 * that was begun upon a newer revision is unknown to a window that still stands on an older one.
 */
export const isKnownTo = (window: Standing, draft: { sequence: number; baseRevision: { number: number } | null }): boolean =>
  draft.sequence === window.sequence && (draft.baseRevision?.number ?? 0) <= window.base;

/** Throws away what a person wrote since the last revision; the revisions stay. Refuses strangers (404) and who is silenced (403). */
export async function discardDraft(kind: Kind, actor: Actor, language: Language, slug: string) {
  await db.$transaction(async (tx) => {
    const { face } = await loadFace(tx, kind, actor, language, slug);
    authorize(isInGoodStanding(actor));
    await tx.draft.deleteMany({ where: { faceId: face.id, accountId: actor.id } });
  });
}
