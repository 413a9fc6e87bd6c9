import { submitAlone } from "#tests/support/one-language";
import { randomUUID } from "node:crypto";

import type { Actor } from "~/features/accounts/actor";
import { getCitation } from "~/features/library/citation.server";
import { kinds } from "~/features/library/kinds.server";
import type { Fields } from "~/features/publishing/fields";
import type { KindName } from "~/features/publishing/kind-shape";
import { fieldsOf } from "~/features/publishing/load.server";
import { decide } from "~/features/publishing/review.server";
import { revise } from "~/features/publishing/revision.server";
import type { Language } from "~/i18n/languages";

import { faceAt, openReview, person } from "./world";

/** Revises what is published, and has the revision published: one version more. */
export async function publishAgain(kind: KindName, by: Actor, language: Language, slug: string, changes: Partial<Fields>) {
  const { revisions } = await faceAt(slug, language);
  const latest = revisions.at(-1);
  if (!latest) throw new Error("there is no revision");
  const fields = { ...fieldsOf(latest), ...changes };
  await revise(kinds[kind], by, language, slug, { base: latest.number, sequence: 0, fields });
  await publishLatest(kind, by, language, slug);
}

/** Has the latest revision published. */
export async function publishLatest(kind: KindName, by: Actor, language: Language, slug: string) {
  const missing = await submitAlone(kinds[kind], by, language, slug);
  if (missing) throw new Error(`not complete: ${JSON.stringify(missing)}`);
  const editor = await person(`Editor ${randomUUID().slice(0, 8)}`, { roles: ["EDITOR"] });
  await decide(kinds[kind], editor, language, slug, { review: (await openReview(slug)).id, decision: "APPROVED", comment: "" });
}

/** What is cited at an address that answers with it. */
export async function cited(...asked: Parameters<typeof getCitation>) {
  const found = await getCitation(...asked);
  if (found.outcome !== "page") throw new Error(`it leads on to ${found.slug}`);
  return found.citation;
}
