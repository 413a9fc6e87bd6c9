import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { adaptGuide } from "~/features/lineage/adapting.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import type { Fields } from "~/features/publishing/fields";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { reviewPractice, revisePractice, submitPractice } from "#tests/support/practices";

import { faceAt, openReview, person } from "./world";

/** The version of a guide that readers see. */
export const currentVersion = (slug: string, language: Language = "en") =>
  db.version.findFirstOrThrow({ where: { face: { slug, language } }, orderBy: { number: "desc" } });

/** An edition of a published guide, begun by someone for their organization. Gives its address. */
export async function edition(
  actor: Actor,
  slug: string,
  { title = "Our own walking group", language = "en" as Language, id = randomUUID() as string, otherTitle = "" } = {},
): Promise<string> {
  const version = (await currentVersion(slug, language)).id;
  const organization = actor.organizations[0]?.id ?? "";
  return adaptGuide(practiceKind, actor, language, slug, { id, version, organization, title, otherTitle });
}

/** Revises a text from its latest revision. */
export async function change(actor: Actor, slug: string, changes: Partial<Fields>, language: Language = "en") {
  const face = await faceAt(slug, language);
  const latest = face.revisions.at(-1);
  if (!latest) throw new Error("There is no revision");
  const { title, summary, body, sources } = latest;
  const { own = {}, ...details } = latest.details as unknown as Fields;
  const fields = { ...details, title, summary, body, sources, own, ...changes };
  return revisePractice(actor, language, slug, { base: latest.number, sequence: 0, fields });
}

/** Lets a text through its review, as it stands. */
export async function publish(actor: Actor, slug: string, language: Language = "en") {
  const missing = await submitPractice(actor, language, slug);
  if (missing) throw new Error(JSON.stringify(missing));
  const editor = await person(`Editor ${randomUUID().slice(0, 8)}`, { roles: ["EDITOR"] });
  await reviewPractice(editor, language, slug, { review: (await openReview(slug)).id, decision: "APPROVED", comment: "" });
}
