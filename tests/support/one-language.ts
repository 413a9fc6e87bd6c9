import type { Actor } from "~/features/accounts/actor";
import type { Kind } from "~/features/publishing/kinds.server";
import { submit } from "~/features/publishing/review.server";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";

/** A day so many days from today, as a form sends it. */
export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Submits a text that may be published without its other language: most tests write in one alone. */
export async function submitAlone(kind: Kind, by: Actor, language: Language, slug: string) {
  await goAlone(kind, language, slug);
  return submit(kind, by, language, slug);
}

/** Has it on record that a text may be published without its other language. */
export async function goAlone(kind: Kind, language: Language, slug: string) {
  const face = await db.face.findFirst({ where: { slug, language, contribution: { kind: kind.kind } }, select: { contributionId: true } });
  if (!face) return;
  const key = { contributionId: face.contributionId, language: otherLanguage(language) };
  const said = { reason: "The other language follows.", until: new Date(dayIn(90)) };
  await db.waiver.upsert({ where: { contributionId_language: key }, create: { ...key, ...said }, update: said });
}
