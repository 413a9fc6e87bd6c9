import type { Actor } from "~/features/accounts/actor";
import { unknownKeys } from "~/features/vocabularies/queries.server";
import type { AdoptionEvent, Prisma } from "~/generated/prisma/client";
import type { AdoptionVerb } from "~/generated/prisma/enums";
import type { Transaction } from "~/platform/db.server";
import { unprocessable } from "~/platform/errors";
import { newId } from "~/platform/new-id.server";

import type { Change, Declaration } from "./schema.server";
import { dayOf, FIRST_DAY } from "./stages";
import { today } from "./today";

/** What was said last of an adoption, for a relation. */
export const lastSaid: { orderBy: Prisma.AdoptionEventOrderByWithRelationInput[]; take: number } = {
  orderBy: [{ on: "desc" }, { id: "desc" }],
  take: 1,
};

type Details = Omit<Change, "base">;

/** The words of the vocabularies that are not there (422). Asked before a transaction, since they are read beside it. */
export async function checkWords({ settings, populations, ...input }: Details & Partial<Pick<Declaration, "province">>) {
  const [unknownSettings, unknownPopulations, unknownProvinces] = await Promise.all([
    unknownKeys("SETTING", settings),
    unknownKeys("POPULATION", populations),
    input.province === undefined ? [] : unknownKeys("PROVINCE", [input.province]),
  ]);
  if (unknownSettings.length + unknownPopulations.length > 0) throw unprocessable("publishing.error.unknownChoice");
  if (unknownProvinces.length > 0) throw unprocessable("adoption.error.province");
}

type Adoption = { id: string; contributionId: string; organizationId: string; last: AdoptionEvent | null };

/**
 * Adds to what was said of an adoption. Refuses a day that is to come, long past, or before what was said last, a version that the guide does not have,
 * and a stop without a reason (422).
 */
export async function say(tx: Transaction, actor: Actor, verb: AdoptionVerb, { id, contributionId, last }: Adoption, input: Details) {
  if (input.on > today()) throw unprocessable("adoption.error.future");
  if (input.on < FIRST_DAY) throw unprocessable("adoption.error.longPast");
  if (last && input.on < dayOf(last.on)) throw unprocessable("adoption.error.beforeLast");
  if (input.stage === "STOPPED" && input.reason === "") throw unprocessable("adoption.error.why");
  if (input.version !== last?.versionId) await checkVersion(tx, contributionId, input.version);

  const { stage, reason, note, settings, populations, languages, peopleReached, staff, version, on, naming, contact } = input;
  await tx.adoptionEvent.create({
    data: {
      ...{ id: newId(), adoptionId: id, verb, on: new Date(on), recorderId: actor.id, versionId: version, stage },
      ...{
        note,
        settings: [...new Set(settings)],
        populations: [...new Set(populations)],
        languages: [...new Set(languages)],
        peopleReached,
        staff,
      },
      reason: stage === "STOPPED" ? reason : "",
      isNamed: naming === "named",
      contactId: contact === "me" ? actor.id : contact === "same" ? (last?.contactId ?? null) : null,
    },
  });
}

async function checkVersion(tx: Transaction, contributionId: string, id: string) {
  const version = await tx.version.findFirst({ where: { id, hiddenAt: null, face: { contributionId } }, select: { id: true } });
  if (!version) throw unprocessable("adoption.error.version");
}
