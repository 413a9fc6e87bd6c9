import type { Viewer } from "~/features/accounts/actor";
import type { Kind } from "~/features/publishing/kinds.server";
import type { AdoptionVerb } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { db } from "~/platform/db.server";
import { found, notFound } from "~/platform/errors";

import { contactOf } from "./list.server";
import { may } from "./policy";
import { guideSeenBy, isMember } from "./seen.server";
import { naming } from "./standing.server";
import { limits, type Stage } from "./stages";
import { isTooFew } from "./suppression";

/** All that was said of an adoption at one time. */
export type Event = {
  id: string;
  verb: AdoptionVerb;
  on: string;
  at: string;
  stage: Stage;
  reason: string;
  note: string;
  version: { id: string; number: number; language: Language };
  settings: string[];
  populations: string[];
  languages: string[];
  peopleReached: number | null;
  staff: number | null;
};

type Row = {
  id: string;
  organizationId: string;
  organization: { name: string; slug: string };
  province: string;
  region: string;
  guide: { title: string; slug: string; language: Language } | null;
  isNamed: boolean;
  contributionId: string;
  contactId: string | null;
  contactName: string | null;
  contact: { name: string; slug: string } | null;
  isSeen: boolean;
  events: Event[];
};

export type AdoptionPage = Awaited<ReturnType<typeof getAdoption>>;

/**
 * One adoption with its past, that said last first. What is not named, of an organization that is no member, or of a guide that the viewer may not
 * read, does not exist (404) but for those who speak for the organization. Numbers of people under 5 are told to them alone. One round trip.
 */
export const getAdoption = async (kind: Kind, viewer: Viewer, language: Language, id: string) =>
  (await getHeldAdoption(kind, viewer, language, id)).page;

/** The same, with what is told to those alone who change it. */
export async function getHeldAdoption(kind: Kind, viewer: Viewer, language: Language, id: string) {
  const row = found((await findAdoption(kind, viewer, language, id))[0]);
  const mayChange = may.declare(viewer, row.organizationId);
  if (!mayChange && !(row.isSeen && may.read(viewer, row))) throw notFound();

  const { isSeen: _, events, contributionId, contactId, contactName, ...adoption } = row;
  const told = events.map(({ peopleReached, ...event }) => {
    const isHidden = peopleReached !== null && isTooFew(peopleReached) && !mayChange;
    return { ...event, peopleReached: isHidden ? null : peopleReached, isFew: isHidden };
  });
  return {
    page: { ...adoption, events: told, last: found(told[0]), mayChange },
    contributionId,
    contactId,
    contactName: contactName ?? "",
  };
}

const findAdoption = (kind: Kind, viewer: Viewer, language: Language, id: string) => db.$queryRaw<Row[]>`
    SELECT a.id, a."organizationId", a."contributionId", a.province, a.region, z."isNamed",
      z."contactId", (SELECT k.name FROM "Account" k WHERE k.id = z."contactId") AS "contactName", json_build_object('name', o.name, 'slug', o.slug) AS organization,
      (SELECT json_build_object('title', f.title, 'slug', f.slug, 'language', f.language) FROM "Face" f WHERE f."contributionId" = c.id AND f."publishedRevisionId" IS NOT NULL
        ORDER BY f.language = ${language}::"Language" DESC LIMIT 1) AS guide,
      (${contactOf(viewer)}) AS contact, ${guideSeenBy(viewer, kind)} AND ${isMember} AS "isSeen",
      (SELECT json_agg(json_build_object('id', x.id, 'verb', x.verb, 'on', x."on", 'at', x.at, 'stage', x.stage, 'reason', x.reason, 'note', x.note,
          'version', json_build_object('id', v.id, 'number', v.number, 'language', s.language),
          'settings', x.settings, 'populations', x.populations, 'languages', x.languages, 'peopleReached', x."peopleReached", 'staff', x.staff) ORDER BY x."on" DESC, x.id DESC)
        FROM (SELECT * FROM "AdoptionEvent" WHERE "adoptionId" = a.id ORDER BY "on" DESC, id DESC LIMIT ${limits.history}) x
          JOIN "Version" v ON v.id = x."versionId" JOIN "Face" s ON s.id = v."faceId") AS events
    FROM "Adoption" a JOIN "Contribution" c ON c.id = a."contributionId" JOIN "Organization" g ON g.id = a."organizationId"
      JOIN "OrganizationFace" o ON o."organizationId" = g.id AND o.language = ${language}::"Language"
      ${naming}
    WHERE a.id = ${id}::uuid`;
