import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

type Described = { title: string; slug: string; language: Language };

/** The texts for which words of this person are offered, by the id of the suggestion. */
export async function describeSuggestions(actor: Actor, ids: string[]): Promise<Map<string, Described>> {
  if (ids.length === 0) return new Map();
  const rows = await db.suggestion.findMany({
    where: { id: { in: ids }, authorId: actor.id, face: { contribution: { hiddenAt: null } } },
    select: { id: true, face: { select: { title: true, slug: true, language: true } } },
  });
  return new Map(rows.map(({ id, face }) => [id, face]));
}

/** Texts of this person's own, in this language where there is one, by their id. */
export async function describeOwnTexts(actor: Actor, language: Language, ids: string[]): Promise<Map<string, Described>> {
  if (ids.length === 0) return new Map();
  const rows = await db.contribution.findMany({
    where: { id: { in: ids }, discardedAt: null, OR: [{ creatorId: actor.id }, { authors: { some: { accountId: actor.id } } }] },
    select: { id: true, faces: { select: { title: true, slug: true, language: true } } },
  });
  return new Map(
    rows.flatMap(({ id, faces }) => {
      const face = faces.find((each) => each.language === language) ?? faces[0];
      return face ? [[id, face] as const] : [];
    }),
  );
}
