import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { kindNameOf, type KindName } from "./kind-shape";
import type { Kind } from "./kinds.server";
import { subjectsOf } from "./load.server";
import { mayFor } from "./policy";

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

/** Guides and summaries that this person may read, in this language where there is one, by their id. */
export async function describeTexts(
  kinds: Record<KindName, Kind>,
  actor: Actor,
  language: Language,
  ids: string[],
): Promise<Map<string, Described & { of: KindName }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.contribution.findMany({
    where: { id: { in: ids }, discardedAt: null },
    include: {
      authors: { select: { accountId: true } },
      faces: { select: { title: true, slug: true, language: true, state: true, publishedRevisionId: true } },
    },
  });
  const subjects = await subjectsOf(db, rows);
  return new Map(
    rows.flatMap((row, index) => {
      const [subject, may] = [subjects[index], mayFor(kinds[kindNameOf(row.kind)])];
      if (!subject || !may.read(actor, subject)) return [];
      const faces = may.readDrafts(actor, subject) ? row.faces : row.faces.filter((face) => face.publishedRevisionId !== null);
      const face = faces.find((each) => each.language === language) ?? faces[0];
      return face ? [[row.id, { title: face.title, slug: face.slug, language: face.language, of: kindNameOf(row.kind) }] as const] : [];
    }),
  );
}
