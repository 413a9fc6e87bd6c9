import { type Actor, belongsTo, isInGoodStanding, isStewardOf, type Viewer } from "~/features/accounts/actor";
import { allows } from "~/features/accounts/roles";
import { limits as adoptionLimits } from "~/features/adoption/stages";
import { summaryKind } from "~/features/evidence/summary-kind.server";
import { pendingUpstream } from "~/features/lineage/pending.server";
import { getPlace } from "~/features/organizations/place.server";
import { practiceKind } from "~/features/practices/practice-kind.server";
import type { Kind } from "~/features/publishing/kinds.server";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";

import { inOrder, type Task } from "./task";

/** What is due within so many days is on the list already. */
const DAYS_AHEAD = 60;

const MOST = 200;

/** Who sees what waits for an organization: those who run it, and administrators, who help out. */
const maySeeTasks = (viewer: Viewer, organizationId: string): boolean =>
  (isInGoodStanding(viewer) && isStewardOf(viewer, organizationId)) || allows(viewer, "organization.approve");

/**
 * What waits for those who answer for an organization, what is due first: sections whose evidence has changed, reviews and waivers that run out,
 * adoptions that nobody has confirmed, originals that have moved on, texts that are behind the other language. At most 200. Refuses what there is not
 * (404), and who does not run it (403).
 */
export async function getTasks(actor: Actor, language: Language, slug: string) {
  const { id, ...place } = await getPlace(actor, language, slug);
  authorize(maySeeTasks(actor, id));
  const [own, upstream] = await Promise.all([findTasks(id, language, dayAfter(DAYS_AHEAD)), pendingUpstream(db, id)]);
  const ofOriginals = upstream.map(
    ({ contributionId, at, sections, ...text }): Found => ({
      ...{ kind: "UPSTREAM", work: "practice", id: contributionId, since: at.toISOString().slice(0, 10), due: null, parts: sections },
      ...text,
    }),
  );
  const mayWrite = { practice: writes(actor, practiceKind, id), summary: writes(actor, summaryKind, id) };
  const tasks = inOrder([...own, ...ofOriginals].map((task) => ({ ...task, mayWrite: mayWrite[task.work] })));
  return { place, tasks: tasks.slice(0, MOST), areMore: tasks.length > MOST, today: dayAfter(0) };
}

/** Who goes on with any text of the organization: its writers, and editors. */
const writes = (actor: Actor, { write, edit }: Kind, organizationId: string) =>
  (allows(actor, write) && belongsTo(actor, organizationId)) || allows(actor, edit);

const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

type Found = Omit<Task, "mayWrite">;

/** All but those of originals, in one statement. */
const findTasks = (organizationId: string, language: Language, ahead: string) => db.$queryRaw<Found[]>`
  WITH own AS (
    SELECT c.* FROM "Contribution" c WHERE c."organizationId" = ${organizationId}::uuid AND c.kind IN ('PRACTICE', 'SUMMARY')
      AND c."publishedAt" IS NOT NULL AND c."retiredAt" IS NULL AND c."discardedAt" IS NULL
  ), task AS (
    SELECT 'EVIDENCE' AS kind, c.id AS work, c.id, NULL::"Language" AS language, (min(n.at) AT TIME ZONE 'UTC')::date AS since, min(n."dueOn") AS due, count(*)::int AS parts
      FROM own c JOIN "EvidenceNotice" n ON n."contributionId" = c.id AND n."clearedAt" IS NULL GROUP BY c.id
    UNION ALL SELECT 'REVIEW', c.id, c.id, NULL, NULL, c."nextReviewDue", NULL FROM own c WHERE c."nextReviewDue" <= ${ahead}::date
    UNION ALL SELECT 'WAIVER', c.id, c.id, NULL, (w.at AT TIME ZONE 'UTC')::date, w.until, NULL FROM own c JOIN "Waiver" w ON w."contributionId" = c.id AND w.until <= ${ahead}::date
      WHERE NOT EXISTS (SELECT 1 FROM "Face" f WHERE f."contributionId" = c.id AND f.language = w.language AND f."publishedRevisionId" IS NOT NULL)
    UNION ALL SELECT 'BEHIND', c.id, c.id, f.language, (min(l."laggingSince") AT TIME ZONE 'UTC')::date, NULL, count(*)::int
      FROM own c JOIN "Face" f ON f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL JOIN "Rendering" l ON l."faceId" = f.id AND l.lag <> 'NONE'
      GROUP BY c.id, f.id
    UNION ALL SELECT 'ADOPTION', a."contributionId", a.id, NULL, (e.at AT TIME ZONE 'UTC')::date, (e.at AT TIME ZONE 'UTC')::date + ${adoptionLimits.daysToConfirm}::int, NULL
      FROM "Adoption" a JOIN LATERAL (SELECT x.* FROM "AdoptionEvent" x WHERE x."adoptionId" = a.id ORDER BY x."on" DESC, x.id DESC LIMIT 1) e
        ON e.verb <> 'WITHDRAWN' AND e.stage <> 'STOPPED' AND (e.at AT TIME ZONE 'UTC')::date + ${adoptionLimits.daysToConfirm}::int <= ${ahead}::date
      WHERE a."organizationId" = ${organizationId}::uuid)
  SELECT t.kind, CASE c.kind WHEN 'SUMMARY' THEN 'summary' ELSE 'practice' END AS work, t.id, f.title, f.slug, f.language,
    to_char(t.since, 'YYYY-MM-DD') AS since, to_char(t.due, 'YYYY-MM-DD') AS due, t.parts
  FROM task t JOIN "Contribution" c ON c.id = t.work JOIN LATERAL (
    SELECT f.title, f.slug, f.language FROM "Face" f WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
    ORDER BY coalesce(f.language = t.language, f.language = ${language}::"Language") DESC LIMIT 1) f ON TRUE
  ORDER BY t.due NULLS LAST, t.since, t.id LIMIT ${MOST + 1}`;
