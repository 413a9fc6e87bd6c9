import type { Actor } from "~/features/accounts/actor";
import { practiceKind } from "~/features/practices/practice-kind.server";
import { besideFields, waive } from "~/features/publishing/waiver.server";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";

const REASON = {
  en: "An example for the demo: the French is being written by a colleague.",
  fr: "Un exemple pour la démonstration : une collègue écrit le texte en anglais.",
};

const DAYS = 180;

/** Puts on record that a guide of the demo world goes without its other language for now, unless that is there. */
export async function goAlone(author: Actor, language: Language, slug: string) {
  const { contribution } = await db.face.findFirstOrThrow({
    where: { slug, language, contribution: { kind: "PRACTICE" } },
    select: { contribution: { select: { faces: besideFields } } },
  });
  if (contribution.faces.some((face) => face.language === otherLanguage(language) && face.publishedRevisionId !== null)) return;
  const until = new Date(Date.now() + DAYS * 86_400_000).toISOString().slice(0, 10);
  await waive(practiceKind, author, language, slug, { reason: REASON[language], until });
}
