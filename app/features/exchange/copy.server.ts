import type { Viewer } from "~/features/accounts/actor";
import { currentOf } from "~/features/library/citation";
import { getCitation } from "~/features/library/citation.server";
import { kindNameOf } from "~/features/publishing/kind-shape";
import { changesBetween, type Recorded } from "~/features/publishing/section-changes";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found, notFound } from "~/platform/errors";

import { travelling } from "./book";

const texts = { title: true, summary: true, body: true, sources: true } as const;

/** What is beside the sections of a text. */
const beside = ["title", "summary", "sources"] as const;

export type Copy = Awaited<ReturnType<typeof getCopy>>;

/** A part of the text that was changed, added or dropped since the copy was made. */
export type ChangedSection = Recorded;

/**
 * Whether the copy that someone holds, of the version with this id, is what stands; if not, what has changed since, section by section; or that the
 * guide was taken out of use. What the viewer may not read does not exist (404); a version that moderation took from sight is gone (410).
 */
export async function getCopy(viewer: Viewer, id: string) {
  const version = found(
    await db.version.findUnique({
      where: { id },
      select: {
        number: true,
        revision: { select: texts },
        face: {
          select: {
            slug: true,
            language: true,
            contribution: { select: { kind: true } },
            publishedRevision: { select: texts },
          },
        },
      },
    }),
  );
  const { number, face, revision } = version;
  const kind = travelling.find((each) => each === kindNameOf(face.contribution.kind));
  if (!kind) throw notFound();
  const answer = await getCitation(viewer, kind, face.language, face.slug, number);
  if (answer.outcome === "moved") throw notFound();

  const { citation } = answer;
  const newest = currentOf(citation);
  const now = face.publishedRevision;
  const isRetired = citation.retiredOn !== null;
  return {
    kind,
    title: revision.title,
    slug: citation.slug,
    language: face.language as Language,
    version: citation.version,
    citation,
    retiredOn: citation.retiredOn,
    newest: isRetired ? null : newest,
    is: isRetired ? ("retired" as const) : newest ? ("changed" as const) : ("current" as const),
    ...(newest && now && !isRetired ? changesSince(revision, now) : { sections: [], beside: [] }),
  };
}

type Texts = { title: string; summary: string; body: string; sources: string };

/** Sections in their order, those that were dropped last. */
function changesSince(then: Texts, now: Texts): { sections: ChangedSection[]; beside: (typeof beside)[number][] } {
  return {
    sections: changesBetween(then.body, now.body)
      .filter(({ kind }) => kind !== "KEPT")
      .map(({ kind, key, heading }) => ({ kind, key, heading })),
    beside: beside.filter((part) => then[part].trim() !== now[part].trim()),
  };
}
