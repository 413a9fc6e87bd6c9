import type { Actor } from "~/features/accounts/actor";
import { Prisma } from "~/generated/prisma/client";
import type { ContributionKind } from "~/generated/prisma/enums";
import { type Language, languages } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { authorize, found } from "~/platform/errors";
import { alternatesAt } from "~/platform/alternates";
import { pathTo } from "~/platform/paths";

import { findFlaggable, findOwnFlag, type Flagged } from "./flag.server";
import { keepers } from "./keepers.server";
import { may } from "./policy";
import type { Flaggable } from "./subject.server";

const EXCERPT = 400;

export type FlagPage = Awaited<ReturnType<typeof getFlagPage>>;

/**
 * What the page of a report shows: the thing, and whether this person has reported it already. Refuses like flagThing, but never for a report that
 * was made.
 */
export async function getFlagPage(actor: Actor, language: Language, { type, id }: Flagged) {
  authorize(may.flag(actor));
  const own = await findOwnFlag(db, actor, { type, id });
  if (own) {
    const thing = await keepers[type].find(db, actor, language, id);
    return { ...about(type, thing), at: own.at.toISOString(), isPrivate: false, address: await placeOf(actor, language, { type, id }) };
  }
  const thing = await findFlaggable(actor, { type, id }, language);
  return {
    ...about(type, thing),
    at: null,
    isPrivate: thing.categoryId !== null && thing.organizationIds.length > 0,
    address: await placeOf(actor, language, { type, id }),
  };
}

/** Where something stands for this viewer, or else the home page. */
export const placeOf = async (actor: Actor, language: Language, { type, id }: Flagged): Promise<string> =>
  (await keepers[type].addressOf(db, actor, language, id)) ?? pathTo(language, "home");

type Told = { title: string; words: string; language: Language } | null;

function about(type: Flaggable, thing: Told) {
  const words = thing?.words.trim() ?? "";
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT).trimEnd()}…` : words;
  return { type, title: thing?.title ?? "", excerpt, language: thing?.language ?? null };
}

const facesOf = (kind: ContributionKind) =>
  Prisma.sql`SELECT f."contributionId" AS id, s.language FROM "FaceSlug" s JOIN "Face" f ON f.id = s."faceId" WHERE s.kind = ${kind}::"ContributionKind"`;

const slugged = {
  practice: facesOf("PRACTICE"),
  summary: facesOf("SUMMARY"),
  ACCOUNT: Prisma.sql`SELECT s."accountId" AS id, NULL AS language FROM "Profile" s WHERE TRUE`,
  ORGANIZATION: Prisma.sql`SELECT s."organizationId" AS id, s.language FROM "OrganizationSlug" s WHERE TRUE`,
};

/**
 * What is meant by an address word: in this language, or else in the other where this person sees something there. Refuses who may report nothing
 * (403), and where nothing is (404).
 */
export async function flaggedAt(actor: Actor, place: keyof typeof slugged, language: Language, slug: string): Promise<Flagged> {
  authorize(may.flag(actor));
  const rows = await db.$queryRaw<{ id: string; language: Language | null }[]>`${slugged[place]} AND s.slug = ${slug}`;
  const type = place === "practice" || place === "summary" ? "CONTRIBUTION" : place;
  const ids = rows.toSorted((a, b) => Number(b.language === language) - Number(a.language === language)).map(({ id }) => id);
  for (const id of ids) if (await keepers[type].addressOf(db, actor, language, id)) return { type, id };
  return { type, id: found(ids[0]) };
}

/** The same page in each language that the thing has words in. */
export async function alternatesOfFlag({ type, id }: Flagged): Promise<Partial<Record<Language, string>>> {
  if (type === "POST" || type === "ACCOUNT") return {};
  const { page, faces } = type === "ORGANIZATION" ? await organizationFlag(id) : await workFlag(id);
  // Where there is nothing in a language, its page of the report tells of what there is in the other.
  const slugs = Object.fromEntries(
    languages.map((language) => [language, (faces.find((face) => face.language === language) ?? faces[0])?.slug]),
  );
  return alternatesAt(page, slugs);
}

const organizationFlag = async (organizationId: string) => ({
  page: "organizationFlag" as const,
  faces: await db.organizationFace.findMany({ where: { organizationId }, select: { language: true, slug: true } }),
});

async function workFlag(id: string) {
  const { kind, faces } = await db.contribution.findUniqueOrThrow({
    where: { id },
    select: { kind: true, faces: { where: { publishedRevisionId: { not: null } }, select: { language: true, slug: true } } },
  });
  return { page: kind === "SUMMARY" ? ("summaryFlag" as const) : ("practiceFlag" as const), faces };
}
