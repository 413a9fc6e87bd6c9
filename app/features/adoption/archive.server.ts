import type { PartOf } from "~/features/accounts/archive.server";
import { db } from "~/platform/db.server";

import { dayOf } from "./stages";

/** What this person put on record of the adoptions of their organizations, and where they are named as whom to ask. */
export const adoptionPart: PartOf = async ({ id, language }) => {
  const events = await db.adoptionEvent.findMany({
    where: { OR: [{ recorderId: id }, { contactId: id }] },
    orderBy: { at: "asc" },
    select: {
      verb: true,
      on: true,
      at: true,
      stage: true,
      reason: true,
      note: true,
      adoption: { select: { contribution: { select: { faces: { select: { title: true, language: true } } } } } },
    },
  });
  return {
    facts: {
      adoptions: events.map(({ verb, on, at, stage, reason, note, adoption: { contribution } }) => ({
        title: (contribution.faces.find((face) => face.language === language) ?? contribution.faces[0])?.title ?? "",
        what: verb,
        state: stage,
        since: dayOf(on),
        reason,
        note,
        at,
      })),
    },
    lists: {},
  };
};
