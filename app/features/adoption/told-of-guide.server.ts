import type { Viewer } from "~/features/accounts/actor";
import type { Kind } from "~/features/publishing/kinds.server";
import { Prisma } from "~/generated/prisma/client";
import type { Language } from "~/i18n/languages";

import { RUNNING, standing } from "./standing.server";
import { type Told, toldOf } from "./suppression";
import { today } from "./today";

const MOST_NAMES = 3;

type Organization = { name: string; slug: string };

/** What the database knows of who does what a guide says today. `isDone`: whether anybody is named, at whatever stage. */
export type AdoptionRow = { named: number; unnamed: number; names: Organization[]; isDone: boolean };

/** For the one question that a guide is read with: an expression over the table `c`. */
export const adoptionExpression = (viewer: Viewer, kind: Kind, language: Language): Prisma.Sql => Prisma.sql`(
  SELECT json_build_object('isDone', coalesce(bool_or(d."isNamed"), false),
    'named', count(DISTINCT d.id) FILTER (WHERE d."isNamed" AND d."isRunning"), 'unnamed', count(DISTINCT d.id) FILTER (WHERE NOT d."isNamed" AND d."isRunning"),
    'names', coalesce((SELECT json_agg(json_build_object('name', n.name, 'slug', n.slug)) FROM (
      SELECT DISTINCT o.name, o.slug FROM unnest(array_agg(d.id) FILTER (WHERE d."isNamed" AND d."isRunning")) AS named (id)
        JOIN "OrganizationFace" o ON o."organizationId" = named.id AND o.language = ${language}::"Language" ORDER BY o.name LIMIT ${MOST_NAMES}) n), '[]'))
  FROM (SELECT c.id) AS asked (id) CROSS JOIN LATERAL (
    SELECT g.id, z."isNamed", e.stage = ${RUNNING} AS "isRunning" FROM ${standing(viewer, kind, today())} WHERE a."contributionId" = asked.id) d)`;

/**
 * Whether a guide, the table `c`, is replicated: run by two member organizations that say so by name, so that readers can look. For one guide at a
 * time; replicatedGuides is for lists that are narrowed by it.
 */
export const isReplicated = (): Prisma.Sql => Prisma.sql`(
  SELECT count(DISTINCT q.id) >= 2 FROM (SELECT c.id) AS asked (id) JOIN "Adoption" a ON a."contributionId" = asked.id ${runningByName})`;

/** The same as a set of guides. */
export const replicatedGuides = (): Prisma.Sql => Prisma.sql`(
  SELECT a."contributionId" FROM "Adoption" a ${runningByName} GROUP BY a."contributionId" HAVING count(DISTINCT q.id) >= 2)`;

const runningByName = Prisma.sql`
  JOIN LATERAL (SELECT x.verb, x.stage, x."isNamed" FROM "AdoptionEvent" x WHERE x."adoptionId" = a.id ORDER BY x."on" DESC, x.id DESC LIMIT 1) s
    ON s.verb <> 'WITHDRAWN' AND s."isNamed" AND s.stage = ${RUNNING}
  JOIN "Organization" q ON q.id = a."organizationId" AND q.status = 'MEMBER' AND q."hiddenAt" IS NULL`;

/** What readers of a guide are told: how many organizations run it, some of them by name, and whether anybody is named at all. */
export type AdoptionOfGuide = { told: Told; names: Organization[]; areMore: boolean; isDone: boolean };

export function adoptionFor({ named, unnamed, names, isDone }: AdoptionRow): AdoptionOfGuide {
  const told = toldOf({ named, unnamed });
  return { told, names: told.kind === "atLeast" ? [] : names, areMore: named > names.length, isDone };
}
