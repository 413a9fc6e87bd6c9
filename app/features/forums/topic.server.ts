import type { Viewer } from "~/features/accounts/actor";
import { vocabulary } from "~/features/vocabularies/vocabulary.server";
import type { FollowLevel } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found } from "~/platform/errors";

/** A topic of the vocabulary, and how closely the viewer follows it. Refuses a key that there is not (404). */
export async function getTopic(
  viewer: Viewer,
  language: Language,
  key: string,
): Promise<{ key: string; label: string; level: FollowLevel }> {
  const topic = found((await vocabulary()).TOPIC.find((choice) => choice.key === key));
  const [follow] = viewer
    ? await db.$queryRaw<{ level: FollowLevel }[]>`
        SELECT f.level FROM "Term" m JOIN "Follow" f ON f."subjectId" = m.id AND f."subjectType" = 'TOPIC'
        WHERE m.kind = 'TOPIC' AND m.key = ${key} AND f."accountId" = ${viewer.id}::uuid`
    : [];
  return { key, label: topic[language], level: follow?.level ?? "NORMAL" };
}
