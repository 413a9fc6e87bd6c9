import type { Viewer } from "~/features/accounts/actor";
import { db, type Transaction } from "~/platform/db.server";
import { origin } from "~/platform/env.server";
import type { Pictures } from "~/platform/markdown-post";
import { referencesIn } from "~/platform/markdown-references";
import { fileAt } from "~/platform/paths";

import { kindNameOf, type KindName } from "./kind-shape";
import type { Kind } from "./kinds.server";
import { subjectsOf } from "./load.server";
import { mayFor } from "./policy";

export type FoundFile = { name: string; type: string; isPublic: boolean; read: () => Promise<Uint8Array<ArrayBuffer>> };

/** The pictures that a text of a contribution may show: those that belong to it. */
export async function picturesIn(reader: Transaction, contributionId: string, body: string): Promise<Pictures> {
  const { files } = referencesIn(body, origin);
  if (files.length === 0) return new Map();
  const rows = await reader.attachment.findMany({
    where: { id: { in: files }, contributions: { some: { contributionId } } },
    select: { id: true, width: true, height: true },
  });
  return new Map(rows.flatMap(({ id, width, height }) => (width && height ? [[id, { width, height }]] : [])));
}

/** Gives a contribution those files of another that stand in these texts: what is adapted brings its pictures along. */
export async function shareFiles(tx: Transaction, from: string, to: string, bodies: string[]) {
  const files = bodies.flatMap((body) => referencesIn(body, origin).files);
  if (files.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "ContributionAttachment" ("contributionId", "attachmentId")
    SELECT ${to}::uuid, x."attachmentId" FROM "ContributionAttachment" x
    WHERE x."contributionId" = ${from}::uuid AND x."attachmentId" = ANY(${files}::uuid[]) ON CONFLICT DO NOTHING`;
}

/**
 * A file of a guide or summary, where the viewer may read a text in which it stands: a published one, or any for those who work on it.
 * `isPublic` when everyone may see it.
 */
export async function findFile(kinds: Record<KindName, Kind>, viewer: Viewer, id: string): Promise<FoundFile | null> {
  const file = await db.attachment.findUnique({
    where: { id },
    omit: { bytes: true },
    include: {
      contributions: {
        include: { contribution: { include: { authors: { select: { accountId: true } }, faces: { select: { state: true } } } } },
      },
    },
  });
  if (!file || file.contributions.length === 0) return null;

  const contributions = file.contributions.map(({ contribution }) => contribution);
  const published = await publishedWith(id);
  const seen = (await subjectsOf(db, contributions)).map((subject, index) => {
    const { id: contributionId = "", kind = "PRACTICE" } = contributions[index] ?? {};
    const may = mayFor(kinds[kindNameOf(kind)]);
    const isPublished = published.has(contributionId);
    return {
      isSeen: may.readDrafts(viewer, subject) || (isPublished && may.read(viewer, subject)),
      isPublic: isPublished && may.read(null, subject),
    };
  });
  if (!seen.some(({ isSeen }) => isSeen)) return null;

  return {
    name: file.name,
    type: file.type,
    isPublic: seen.some(({ isPublic }) => isPublic),
    read: async () => (await db.attachment.findUniqueOrThrow({ where: { id }, select: { bytes: true } })).bytes,
  };
}

/** The contributions of which a published version has the file. */
async function publishedWith(id: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ contributionId: string }[]>`
    SELECT DISTINCT f."contributionId" FROM "ContributionAttachment" x JOIN "Face" f ON f."contributionId" = x."contributionId"
      JOIN "Version" v ON v."faceId" = f.id AND v."hiddenAt" IS NULL JOIN "Revision" r ON r.id = v."revisionId"
    WHERE x."attachmentId" = ${id}::uuid AND r.body LIKE ${`%${fileAt(id)}%`}`;
  return new Set(rows.map(({ contributionId }) => contributionId));
}
