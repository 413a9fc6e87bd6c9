import { z } from "zod";

import type { Actor } from "~/features/accounts/actor";
import { record } from "~/features/activity/record.server";
import type { FaceState } from "~/generated/prisma/enums";
import { type Language, otherLanguage } from "~/i18n/languages";
import { db, type Transaction } from "~/platform/db.server";
import { authorize, conflict, unprocessable } from "~/platform/errors";
import type { FormErrors } from "~/platform/forms.server";

import { getFaceAtWork } from "./face-at-work.server";
import { eventOf, type Kind } from "./kinds.server";
import { limits } from "./limits";
import { loadFace } from "./load.server";
import { mayFor } from "./policy";

const MOST_MONTHS = 12;

/** Why a text is published in one language alone, and the last day on which that holds. */
export const waiverSchema = z.object({
  reason: z.string().trim().min(10, "parity.error.reason").max(limits.reason, `parity.error.reasonTooLong:${limits.reason}`),
  until: z.iso.date("parity.error.until"),
});

/** What stands beside a face: nothing, a draft, or a text that readers see or that is on its way to them; and whether one may go without. */
export type BesideIt = {
  is: "none" | "draft" | "ready";
  slug: string | null;
  waiver: { until: string; reason: string; holds: boolean } | null;
};

/** What besideIt has to know of the faces. */
export const besideFields = { select: { language: true, slug: true, state: true, publishedRevisionId: true } } as const;

type Faces = { language: Language; slug: string; state: FaceState; publishedRevisionId: string | null }[];

/** What a face of a contribution has beside it in the other language. */
export async function besideIt(tx: Transaction, contribution: { id: string; faces: Faces }, language: Language): Promise<BesideIt> {
  const missing = otherLanguage(language);
  const other = contribution.faces.find((face) => face.language === missing);
  const isReady = other !== undefined && (other.publishedRevisionId !== null || other.state === "IN_REVIEW");
  const waiver = await tx.waiver.findUnique({
    where: { contributionId_language: { contributionId: contribution.id, language: missing } },
    select: { until: true, reason: true },
  });
  return {
    is: isReady ? "ready" : other ? "draft" : "none",
    slug: other?.slug ?? null,
    waiver: waiver && { ...waiver, until: dayOf(waiver.until), holds: dayOf(waiver.until) >= dayOf(new Date()) },
  };
}

/**
 * The rule of both languages: a text is put up for review once the other one is begun, and published once that is published or in review as well;
 * or, without it, until the day that someone put on record with a reason.
 */
export function faultsOfLanguages({ is, waiver }: BesideIt, at: "submission" | "publication"): FormErrors {
  const isEnough = is === "ready" || (is === "draft" && at === "submission");
  return isEnough || waiver?.holds ? {} : { otherLanguage: [is === "none" ? "parity.error.alone" : "parity.error.onlyDraft"] };
}

/** What is on record about a text that is to go without its other language, for those who may write it. Refuses others (404, 403). */
export async function getForWaiver(kind: Kind, actor: Actor, language: Language, slug: string) {
  const { face, contribution, subject, may } = await getFaceAtWork(kind, actor, language, slug);
  authorize(may.revise(actor, subject));
  const { title } = await db.revision.findFirstOrThrow({ where: { faceId: face.id, number: face.latestNumber }, select: { title: true } });
  return { slug: face.slug, title, beside: await besideIt(db, contribution, language), first: dayOf(new Date()), last: dayOf(lastDay()) };
}

/**
 * Puts on record that a text is published without its other language until a day, and why; again to put that off. Refuses strangers (404), who may not
 * write it (403), a text whose other language is published (409), and a day that is past or more than a year away (422).
 */
export async function waive(kind: Kind, actor: Actor, language: Language, slug: string, { reason, until }: z.output<typeof waiverSchema>) {
  await db.$transaction(async (tx) => {
    const { contribution, subject } = await loadFace(tx, kind, actor, language, slug);
    authorize(mayFor(kind).revise(actor, subject));
    const missing = otherLanguage(language);
    if (contribution.faces.some((face) => face.language === missing && face.publishedRevisionId !== null))
      throw conflict("parity.error.isThere");
    if (until < dayOf(new Date()) || until > dayOf(lastDay())) throw unprocessable("parity.error.untilRange");

    const said = { reason, until: new Date(until), accountId: actor.id, at: new Date() };
    await tx.waiver.upsert({
      where: { contributionId_language: { contributionId: contribution.id, language: missing } },
      create: { contributionId: contribution.id, language: missing, ...said },
      update: said,
    });
    await record(tx, actor, eventOf(kind, "waived"), { type: "CONTRIBUTION", id: contribution.id }, { language: missing, until });
  });
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

function lastDay(): Date {
  const day = new Date();
  day.setUTCMonth(day.getUTCMonth() + MOST_MONTHS);
  return day;
}
