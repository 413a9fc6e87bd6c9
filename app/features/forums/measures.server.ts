import type { Viewer } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";

import type { Measure } from "./policy";

type Moments = { removedAt: Date | null; hiddenAt: Date | null; barredAt: Date | null };

/** What moderation did to a post. What was taken away by someone else went at another moment. */
export function measureOf({ removedAt, hiddenAt, barredAt }: Moments): Measure | null {
  if (removedAt === null || !(hiddenAt ?? barredAt)) return null;
  if (removedAt.getTime() === hiddenAt?.getTime()) return "HIDDEN";
  return removedAt.getTime() === barredAt?.getTime() ? "BARRED" : "KEPT_BACK";
}

/** The same of post `p`: a piece of SQL. */
export const measureIn =
  (): Prisma.Sql => Prisma.sql`(CASE WHEN p."hiddenAt" = p."removedAt" THEN 'HIDDEN' WHEN p."barredAt" = p."removedAt" THEN 'BARRED'
  WHEN p."hiddenAt" IS NOT NULL OR p."barredAt" IS NOT NULL THEN 'KEPT_BACK' END)`;

/** Whether the viewer reads the words of post `p` as its author, though moderation hides it: a piece of SQL. */
export const isOwnHidden = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`coalesce(p."hiddenAt" = p."removedAt" AND p."authorId" = ${viewer?.id ?? null}::uuid, false)`;

/** Whether thread `t` went for want of words, some of which are the viewer's own and hidden by moderation: a piece of SQL. */
export const hasOwnHidden = (viewer: Viewer): Prisma.Sql =>
  viewer === null
    ? Prisma.sql`FALSE`
    : Prisma.sql`(CASE WHEN t."removedAt" IS NULL OR t."mergedIntoId" IS NOT NULL THEN FALSE ELSE
      EXISTS (SELECT 1 FROM "Post" h WHERE h."threadId" = t.id AND h."authorId" = ${viewer.id}::uuid AND h."hiddenAt" = h."removedAt")
      AND EXISTS (SELECT 1 FROM "Post" g WHERE g."threadId" = t.id AND g."removedAt" = t."removedAt") END)`;
