import type { Actor } from "~/features/accounts/actor";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";

import { may } from "./policy";

type Described = { title: string; slug: string; language: Language };

/** What this person was last told of these cases, by the id of the case. */
export async function describeCases(actor: Actor, ids: string[]): Promise<Map<string, Described>> {
  if (ids.length === 0) return new Map();
  const notices = await db.caseNotice.findMany({
    where: { accountId: actor.id, caseId: { in: ids } },
    orderBy: { sentAt: "asc" },
    select: { caseId: true, subject: true, language: true },
  });
  return new Map(notices.map(({ caseId, subject, language }) => [caseId, { title: subject, slug: "", language }]));
}

/** The queue of moderation, which has no title of its own; nothing for who has no part in it any more. */
export const describeQueue = (actor: Actor, language: Language, ids: string[]): Map<string, Described> =>
  new Map(may.moderate(actor) ? ids.map((id) => [id, { title: "", slug: "", language }]) : []);
