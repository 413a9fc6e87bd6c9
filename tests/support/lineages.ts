import { randomUUID } from "node:crypto";

import type { ChangeKind, Stance } from "~/generated/prisma/enums";
import { db } from "~/platform/db.server";

export type Planted = {
  id: string;
  organizationId: string;
  parentId: string | null;
  rootId: string;
  claims: { section: string; summaryId: string; versionId: string; stance?: Stance }[];
  /** What an edition did with the sections of its parent. */
  changes: { section: string; kind: ChangeKind }[];
};

const AT_ONCE = 1_000;

/** Puts published guides and their editions into the database as they are, many at once: parents before their editions. */
export async function plant(guides: Planted[]) {
  const rows = guides.map((guide) => ({ ...guide, faceId: randomUUID(), revisionId: randomUUID(), versionId: randomUUID() }));
  const at = new Date();
  const ofGuide = new Map(rows.map((row) => [row.id, row]));
  const slug = (id: string) => `guide-${id}`;
  const title = (id: string) => `Guide ${id.slice(0, 8)}`;
  const common = { licence: "CC-BY-4.0", publishedAt: at, sourceLanguage: "en", kind: "PRACTICE" } as const;

  await inParts(rows, (some) =>
    db.contribution.createMany({ data: some.map(({ id, organizationId }) => ({ id, organizationId, ...common })) }),
  );
  await inParts(rows, (some) =>
    db.practice.createMany({ data: some.map(({ id }) => ({ contributionId: id, maturity: "TRIED" as const })) }),
  );
  await inParts(rows, (some) =>
    db.face.createMany({
      data: some.map(({ id, faceId }) => ({
        id: faceId,
        contributionId: id,
        language: "en" as const,
        slug: slug(id),
        title: title(id),
        summary: "A guide that was planted.",
        latestNumber: 1,
      })),
    }),
  );
  await inParts(rows, (some) =>
    db.faceSlug.createMany({
      data: some.map(({ id, faceId }) => ({ kind: "PRACTICE" as const, language: "en" as const, slug: slug(id), faceId })),
    }),
  );
  await inParts(rows, (some) =>
    db.revision.createMany({
      data: some.map(({ id, faceId, revisionId }) => ({
        id: revisionId,
        faceId,
        number: 1,
        title: title(id),
        summary: "A guide that was planted.",
        body: "## Purpose {#purpose}\n\nText.\n",
        sources: "",
        details: {},
        html: '<h2 id="s-purpose">Purpose</h2>\n<p>Text.</p>\n',
        sourcesHtml: "",
        sections: [{ key: "purpose", heading: "Purpose" }],
        words: 2,
        renderer: 1,
      })),
    }),
  );
  await inParts(rows, (some) =>
    db.version.createMany({ data: some.map(({ faceId, revisionId, versionId }) => ({ id: versionId, faceId, number: 1, revisionId })) }),
  );
  await db.$executeRaw`
    UPDATE "Face" f SET "publishedRevisionId" = w.revision, state = 'PUBLISHED', "publishedAt" = now(), "modifiedAt" = now()
    FROM unnest(${rows.map(({ faceId }) => faceId)}::uuid[], ${rows.map(({ revisionId }) => revisionId)}::uuid[]) AS w (face, revision) WHERE f.id = w.face`;

  const editions = rows.flatMap((row) => (row.parentId === null ? [] : [{ ...row, parentId: row.parentId }]));
  await inParts(editions, (some) =>
    db.edition.createMany({ data: some.map(({ id, parentId, rootId }) => ({ contributionId: id, parentId, rootId })) }),
  );
  await inParts(editions, (some) =>
    db.pin.createMany({ data: some.map(({ faceId, parentId }) => ({ faceId, versionId: ofGuide.get(parentId)?.versionId ?? "" })) }),
  );
  await inParts(
    editions.flatMap(({ faceId, changes }) =>
      changes.map(({ section, kind }, position) => ({ faceId, section, kind, position, heading: section })),
    ),
    (data) => db.sectionChange.createMany({ data }),
  );
  await inParts(
    rows.flatMap(({ id, faceId, claims }) =>
      claims.map((claim, position) => ({
        faceId,
        contributionId: id,
        key: `c${position + 1}`,
        position,
        stance: "SUPPORTS" as const,
        ...claim,
      })),
    ),
    (data) => db.claim.createMany({ data }),
  );
}

async function inParts<Row>(rows: Row[], put: (some: Row[]) => Promise<unknown>) {
  for (let begin = 0; begin < rows.length; begin += AT_ONCE) await put(rows.slice(begin, begin + AT_ONCE));
}
