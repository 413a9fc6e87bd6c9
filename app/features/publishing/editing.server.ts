import type { Actor } from "~/features/accounts/actor";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import type { FormErrors } from "~/platform/forms.server";
import { errorsOf } from "~/platform/forms.server";

import type { Kind } from "./kinds";
import { isOpenTo } from "./lifecycle";
import { fieldsOf } from "./load.server";
import { type EditPage, getForEdit } from "./queries.server";
import { completeSchema } from "./schema.server";

export type OpenedForEdit =
  | { outcome: "page"; page: EditPage }
  /** The text stands at another address of the language asked for. */
  | { outcome: "moved"; slug: string }
  /** There is such a text, but not in the language asked for yet. */
  | { outcome: "missing" };

/**
 * What the form starts from, or where to go instead: an old address leads to the new one, and that of the other language to
 * its counterpart. Refuses strangers (404), readers who may not write and what is retired (403).
 */
export async function openForEdit(kind: Kind, actor: Actor, language: Language, slug: string): Promise<OpenedForEdit> {
  try {
    const page = await getForEdit(kind, actor, language, slug);
    return page.slug === slug ? { outcome: "page", page } : { outcome: "moved", slug: page.slug };
  } catch (refusal) {
    if (!(refusal instanceof Response) || refusal.status !== 404) throw refusal;
  }
  const there = await getForEdit(kind, actor, otherLanguage(language), slug);
  return there.other ? { outcome: "moved", slug: there.other.slug } : { outcome: "missing" };
}

export type SubmissionPage = NonNullable<Awaited<ReturnType<typeof getForSubmission>>["page"]>;

/**
 * The latest revision for whoever wants to submit it: what is still missing by field, and whether its state allows it.
 * Refuses like openForEdit.
 */
export async function getForSubmission(kind: Kind, actor: Actor, language: Language, slug: string) {
  const opened = await openForEdit(kind, actor, language, slug);
  if (opened.outcome !== "page") return { ...opened, page: null };
  const { page } = opened;
  const latest = await db.revision.findFirstOrThrow({
    where: { number: page.latest, face: { language, slug, contribution: { kind: kind.kind } } },
    select: { number: true, title: true, summary: true, body: true, sources: true, details: true, createdAt: true },
  });
  const complete = completeSchema.safeParse(fieldsOf(latest));
  const missing: FormErrors = complete.success ? {} : errorsOf(complete.error);

  return {
    outcome: "page" as const,
    page: {
      slug,
      title: latest.title,
      number: latest.number,
      savedAt: latest.createdAt,
      state: page.state,
      isPublished: page.isPublished,
      hasDraft: page.draftSavedAt !== null,
      review: page.review,
      missing,
      maySubmit: isOpenTo("submit", page.state),
    },
  };
}
