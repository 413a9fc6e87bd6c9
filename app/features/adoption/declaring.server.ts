import type { Actor } from "~/features/accounts/actor";
import { spend } from "~/features/accounts/allowance.server";
import { record } from "~/features/activity/record.server";
import type { Kind } from "~/features/publishing/kinds.server";
import { type Loaded, loadFace } from "~/features/publishing/load.server";
import type { Language } from "~/i18n/languages";
import { db, isTaken, type Transaction } from "~/platform/db.server";
import { authorize, conflict, unprocessable } from "~/platform/errors";

import { checkWords, lastSaid, say } from "./saying.server";
import { may } from "./policy";
import type { Declaration } from "./schema.server";

/**
 * An organization declares that it does, or wants to do, what a guide says, in a region. The id comes from the form, so that a form sent twice declares
 * once; what was taken back is taken up again. Gives the id of the adoption. Refuses strangers to the guide (404), who may not speak for the
 * organization (403), a guide that is not published or out of use (409), and a day to come, a version that it does not have, a region that the
 * organization has declared already (422).
 */
export async function declareAdoption(kind: Kind, actor: Actor, language: Language, slug: string, input: Declaration): Promise<string> {
  authorize(may.declare(actor, input.organization));
  await checkWords(input);
  await spend(actor, "proposals");
  try {
    return await db.$transaction(async (tx) => {
      const guide = await loadFace(tx, kind, actor, language, slug);
      refuseUnused(guide);
      const { id, organization: organizationId, province, region } = input;
      const contributionId = guide.contribution.id;
      const before = await heldAlready(tx, { contributionId, organizationId, province, region });
      if (before?.id === id) return id;
      if (before && before.last?.verb !== "WITHDRAWN") throw unprocessable("adoption.error.already");

      if (!before) await tx.adoption.create({ data: { id, contributionId, organizationId, province, region } });
      const adoption = { id: before?.id ?? id, contributionId, organizationId, last: before?.last ?? null };
      await say(tx, actor, "DECLARED", adoption, input);
      await record(
        tx,
        actor,
        "adoption.declared",
        { type: "ADOPTION", id: adoption.id },
        { guide: contributionId, organization: organizationId, stage: input.stage, province },
      );
      return adoption.id;
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    const same = await db.adoption.findUnique({ where: { id: input.id }, select: { organizationId: true } });
    if (same?.organizationId === input.organization) return input.id;
    throw unprocessable("adoption.error.already");
  }
}

type Key = { contributionId: string; organizationId: string; province: string; region: string };

/** What the organization has said of this guide in this region. */
async function heldAlready(tx: Transaction, key: Key) {
  const row = await tx.adoption.findUnique({
    where: { contributionId_organizationId_province_region: key },
    select: { id: true, events: lastSaid },
  });
  return row && { id: row.id, last: row.events[0] ?? null };
}

/** Refuses a guide that readers do not see, or that is out of use (409). */
export function refuseUnused({ contribution }: Pick<Loaded, "contribution">) {
  if (contribution.retiredAt !== null) throw conflict("adoption.error.retired");
  const isPublished = contribution.faces.some(({ publishedRevisionId }) => publishedRevisionId !== null);
  if (!isPublished || contribution.hiddenAt !== null || contribution.discardedAt !== null) throw conflict("adoption.error.notPublished");
}
