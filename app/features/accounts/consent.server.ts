import type { Document } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import { record } from "~/features/activity/record.server";
import { type PageVersion, readPageVersion } from "~/platform/content.server";
import { db, type Transaction } from "~/platform/db.server";
import { unprocessable } from "~/platform/errors";

import type { Actor } from "./actor";

const pages = { TERMS: "terms", PRIVACY: "privacy" } as const satisfies Record<Document, string>;

/** The present versions of what people agree to, and the oldest ones whose consent still counts. */
export const currentDocuments = (): Record<Document, PageVersion> => ({
  TERMS: readPageVersion(pages.TERMS),
  PRIVACY: readPageVersion(pages.PRIVACY),
});

/**
 * Writes down that someone agreed to the terms and the privacy policy as they are now, shown in this language, and tells how much
 * of that is new. For every door through which an account is made: the page before it says what one agrees to.
 */
export async function recordConsents(tx: Transaction, accountId: string, language: Language): Promise<number> {
  const data = Object.entries(currentDocuments()).map(([document, { version }]) => ({
    accountId,
    document: document as Document,
    version,
    language,
  }));
  return (await tx.consent.createMany({ data, skipDuplicates: true })).count;
}

/**
 * Agrees to the terms and the privacy policy, in the versions that the page showed. Done twice it is on record once.
 * Refuses when there are newer versions by now (422). A silenced account may.
 */
export async function giveConsent(actor: Actor, language: Language, shown: { terms: string; privacy: string }) {
  const { TERMS, PRIVACY } = currentDocuments();
  if (shown.terms !== TERMS.version || shown.privacy !== PRIVACY.version) throw unprocessable("settings.consent.newer");

  await db.$transaction(async (tx) => {
    const isNew = (await recordConsents(tx, actor.id, language)) > 0;
    if (isNew)
      await record(
        tx,
        actor,
        "account.consented",
        { type: "ACCOUNT", id: actor.id },
        {
          terms: TERMS.version,
          privacy: PRIVACY.version,
        },
      );
  });
}

/** What someone agreed to so far, newest first for each document, beside what holds now. */
export async function getConsents(actor: Actor) {
  const given = await db.consent.findMany({
    where: { accountId: actor.id },
    select: { document: true, version: true, givenAt: true },
    orderBy: { version: "desc" },
  });
  return Object.entries(currentDocuments()).map(([document, { version, asksAgainSince }]) => {
    const last = given.find((consent) => consent.document === document) ?? null;
    return { document: document as Document, version, last, isOwed: last === null || last.version < asksAgainSince };
  });
}
