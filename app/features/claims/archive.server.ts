import type { PartOf } from "~/features/accounts/archive.server";
import { db } from "~/platform/db.server";

/** What this person put on record after the evidence under a guide had changed, and the lists of retractions that they brought. */
export const claimsPart: PartOf = async ({ id, language }) => {
  const [reviews, lists] = await Promise.all([
    db.evidenceNotice.findMany({
      where: { clearerId: id },
      orderBy: { clearedAt: "asc" },
      select: {
        section: true,
        outcome: true,
        note: true,
        clearedAt: true,
        contribution: { select: { faces: { select: { title: true, language: true } } } },
      },
    }),
    db.retractionList.findMany({ where: { accountId: id }, orderBy: { at: "asc" }, select: { name: true, at: true, total: true } }),
  ]);
  return {
    facts: {
      evidenceReviews: reviews.map(({ section, outcome, note, clearedAt, contribution: { faces } }) => ({
        title: (faces.find((face) => face.language === language) ?? faces[0])?.title ?? "",
        value: section,
        decision: outcome,
        note,
        at: clearedAt,
      })),
      retractionLists: lists,
    },
    lists: {},
  };
};
