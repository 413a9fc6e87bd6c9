import type { PartOf } from "~/features/accounts/archive.server";
import type { Language } from "~/i18n/languages";
import type { ArchiveFile, Entry } from "~/platform/archive";
import { db } from "~/platform/db.server";

import { type Fields, noDetails } from "./fields";
import { fieldsOf } from "./load.server";

const AT_ONCE = 20;

/** What this person wrote, word for word, and what they said and were told in reviews. */
export const writingPart: PartOf = async ({ id, language }) => {
  const [contributions, reviewsReceived, reviewsGiven, reviewsTaken] = await Promise.all([
    contributionsOf(id, language),
    reviewsWhere({ submitterId: id }),
    reviewsWhere({ deciderId: id }),
    reviewsWhere({ claimantId: id, decision: null }),
  ]);

  return {
    facts: { contributions, reviewsReceived, reviewsGiven, reviewsTaken },
    lists: { revisions: revisionsOf(id), drafts: draftsOf(id), suggestions: suggestionsOf(id) },
  };
};

async function contributionsOf(id: string, language: Language) {
  const contributions = await db.contribution.findMany({
    where: { OR: [{ creatorId: id }, { authors: { some: { accountId: id } } }] },
    orderBy: { id: "asc" },
    include: {
      faces: { select: { title: true }, orderBy: { language: "asc" } },
      authors: { where: { accountId: id } },
      organization: { select: { faces: { where: { language }, select: { name: true } } } },
    },
  });
  return contributions.map(({ faces, authors, organization, creatorId, createdAt, publishedAt, licence, visibility }) => ({
    titles: faces.map(({ title }) => title),
    organization: organization.faces[0]?.name ?? "",
    isCreator: creatorId === id,
    isAuthor: authors.length > 0,
    createdAt,
    publishedAt,
    licence,
    visibility,
  }));
}

type Whose = { submitterId: string } | { deciderId: string } | { claimantId: string; decision: null };

async function reviewsWhere(where: Whose) {
  const reviews = await db.review.findMany({
    where,
    orderBy: { submittedAt: "asc" },
    include: { revision: { select: { title: true, number: true } }, face: { select: { language: true } } },
  });
  return reviews.map(({ revision, face, submittedAt, decision, decidedAt, comment }) => ({
    ...revision,
    language: face.language,
    submittedAt,
    decision,
    decidedAt,
    comment,
  }));
}

async function* revisionsOf(authorId: string): AsyncGenerator<Entry> {
  for (let after = ""; ; ) {
    const revisions = await db.revision.findMany({
      where: { authorId, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      omit: { html: true, sourcesHtml: true, sections: true },
      include: { face: { select: { slug: true, language: true, contribution: { select: { kind: true } } } } },
    });
    for (const { face, number, title, createdAt, restoredFrom, words, ...revision } of revisions) {
      const text = fieldsOf({ ...revision, title });
      const file = fileOf(`${placeOf(face)}-${number}`, text);
      yield { row: { title, number, language: face.language, createdAt, restoredFrom, words, file: file.name, text }, file };
    }
    if (revisions.length < AT_ONCE) return;
    after = revisions.at(-1)?.id ?? "";
  }
}

/** What is not saved as a revision yet; nobody else has seen it. */
async function* draftsOf(accountId: string): AsyncGenerator<Entry> {
  const drafts = await db.draft.findMany({
    where: { accountId },
    orderBy: { id: "asc" },
    include: { face: { select: { slug: true, language: true, contribution: { select: { kind: true } } } } },
  });
  for (const { face, fields, updatedAt } of drafts) {
    const text = { ...noDetails, ...(fields as unknown as Fields) };
    const file = fileOf(`${placeOf(face)}-draft`, text);
    yield { row: { title: text.title, language: face.language, changedAt: updatedAt, file: file.name, text }, file };
  }
}

/** Words from a discussion that this person offered for a guide, wrote, or decided about. */
async function* suggestionsOf(id: string): AsyncGenerator<Entry> {
  const suggestions = await db.suggestion.findMany({
    where: { OR: [{ proposerId: id }, { authorId: id }, { deciderId: id }] },
    orderBy: { id: "asc" },
    include: { face: { select: { title: true, language: true } } },
  });
  for (const { face, body, proposerId, authorId, deciderId, note, reason, ...suggestion } of suggestions) {
    const { state, createdAt, consentedAt, decidedAt } = suggestion;
    const part = { isProposer: proposerId === id, isAuthor: authorId === id, isDecider: deciderId === id };
    yield { row: { ...face, state, ...part, createdAt, consentedAt, decidedAt, note, reason, text: { body } } };
  }
}

type Face = { slug: string; language: Language; contribution: { kind: string } };

const placeOf = ({ slug, language, contribution }: Face) => `${contribution.kind.toLowerCase()}-${slug}-${language}`;

function fileOf(name: string, { title, summary, body, sources, own = {} }: Fields): ArchiveFile {
  const { references: _, ...others } = own;
  const said = Object.values(others).map((values) => values.filter(Boolean).join("\n"));
  const text = [`# ${title}`, summary, body, ...said, sources].filter((piece) => piece.trim() !== "").join("\n\n");
  return { name: `texts/${name}.md`, bytes: Buffer.from(`${text}\n`) };
}
