import { type Actor, isInGoodStanding } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { formatTime } from "~/i18n/format";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/new-id.server";

import { organizationsToWriteFor } from "./contribution.server";
import type { Details } from "./fields";
import { shapes } from "./kind-shape";
import type { Kind } from "./kinds.server";
import { isOpenTo } from "./lifecycle";
import { fieldsOf } from "./load.server";
import { mayFor } from "./policy";
import { type EditPage, getForEdit } from "./queries.server";
import { missingIn } from "./schema.server";
import { besideFields, besideIt, faultsOfLanguages } from "./waiver.server";

/** Why someone who is signed in cannot begin a text. */
export type Hindrance = "role" | "organization" | "silenced";

/** What a new text starts from: its id, and the organizations that may own it; or what stands against writing one. */
export async function getForNew(kind: Kind, actor: Actor, language: Language) {
  const hindrance = hindranceOf(kind, actor);
  if (hindrance) return { hindrance, id: "", organizations: [] };
  const organizations = await organizationsToWriteFor(kind, actor, language);

  return { hindrance, id: newId(), organizations: organizations.map(({ organizationId, name }) => ({ id: organizationId, name })) };
}

function hindranceOf(kind: Kind, actor: Actor): Hindrance | null {
  if (!isInGoodStanding(actor)) return "silenced";
  if (!allows(actor, kind.write)) return "role";
  return actor.organizations.some(({ id }) => mayFor(kind).draft(actor, id)) ? null : "organization";
}

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

export type EditorPage = ReturnType<typeof editorOf>;

/** What the page of the form shows. Times come in words, since a browser and the server may write them differently. */
export function editorOf(page: EditPage, language: Language, timeZone: string) {
  const { state, review, source, draftSavedAt } = page;
  const time = (instant: Date) => formatTime(instant, language, timeZone);

  return {
    slug: page.slug,
    fields: page.fields,
    base: page.base,
    latest: page.latest,
    sequence: page.sequence,
    state,
    isPublished: page.isPublished,
    other: page.other,
    behind: page.behind,
    draftSavedAt: draftSavedAt?.toISOString() ?? null,
    draftSavedAtText: draftSavedAt && time(draftSavedAt),
    source: source && { ...source, html: withoutIds(source.html) },
    submitted: state === "IN_REVIEW" && review ? { number: review.revision.number, on: time(review.submittedAt) } : null,
    verdict: state === "IN_REVIEW" ? null : verdictOf(review, time),
  };
}

const wordsOf = ({ title, summary, body, sources }: Record<"title" | "summary" | "body" | "sources", string>) => ({
  title,
  summary,
  body,
  sources,
});

/** What only its kind says in sentences, by field. */
const proseOf = (kind: Kind, { own = {} }: Details): Record<string, string> =>
  Object.fromEntries(shapes[kind.name].own.prose.map((name) => [name, (own[name] ?? []).filter(Boolean).join("\n")]));

/** What a reviewer wants from the author, as long as it stands. */
function verdictOf(review: EditPage["review"], time: (instant: Date) => string) {
  if (review?.decision !== "CHANGES_REQUESTED" && review?.decision !== "DECLINED") return null;
  const { decision, comment, decider, decidedAt } = review;
  return { decision, comment, by: decider?.name ?? null, on: decidedAt ? time(decidedAt) : "" };
}

/** A page that shows two texts may not have the same ids twice, nor links to those that are gone. */
const withoutIds = (html: string): string => html.replace(/ (?:(?:id|aria-describedby)="[^"]*"|href="#[^"]*"|role="doc-[a-z]*")/g, "");

/** What a translation starts from: the text that is there, in whichever language, and the language that it lacks. Refuses like openForEdit. */
export async function getForTranslation(kind: Kind, actor: Actor, language: Language, slug: string) {
  const opened = await openForEdit(kind, actor, language, slug);
  const from = opened.outcome === "missing" ? otherLanguage(language) : language;
  const page = await getForEdit(kind, actor, from, opened.outcome === "moved" ? opened.slug : slug);

  return { from, to: otherLanguage(from), slug: page.slug, title: page.fields.title, existing: page.other?.slug ?? null };
}

export type SubmissionPage = NonNullable<Awaited<ReturnType<typeof getForSubmission>>["page"]>;

/**
 * The latest revision for whoever wants to submit it: what is still missing by field, and whether its state allows it.
 * Refuses like openForEdit.
 */
export async function getForSubmission(kind: Kind, actor: Actor, language: Language, slug: string) {
  const opened = await openForEdit(kind, actor, language, slug);
  if (opened.outcome !== "page") return { ...opened, page: null, words: null };
  const { page } = opened;
  const latest = await db.revision.findFirstOrThrow({
    where: { number: page.latest, face: { language, slug, contribution: { kind: kind.kind } } },
    select: {
      number: true,
      title: true,
      summary: true,
      body: true,
      sources: true,
      details: true,
      createdAt: true,
      face: {
        select: { contribution: { select: { id: true, organizationId: true, visibility: true, publishedAt: true, faces: besideFields } } },
      },
    },
  });
  const time = (instant: Date) => formatTime(instant, language, actor.timeZone);
  const { face, ...revision } = latest;
  const fields = fieldsOf(revision);
  const missing = { ...(await kind.hindrances(db, face.contribution, fields)), ...missingIn(kind, fields) };
  const beside = await besideIt(db, face.contribution, language);

  return {
    outcome: "page" as const,
    page: {
      slug,
      title: latest.title,
      number: latest.number,
      savedOn: time(latest.createdAt),
      state: page.state,
      hasDraft: page.draftSavedAt !== null,
      submitted: editorOf(page, language, actor.timeZone).submitted,
      verdict: verdictOf(page.review, time),
      missing,
      beside,
      lacksLanguage: Object.keys(faultsOfLanguages(beside, "submission")).length > 0,
      maySubmit: isOpenTo("submit", page.state),
    },
    words: { ...wordsOf(latest), ...proseOf(kind, latest.details as Details) },
  };
}
