import type { ContributionKind } from "~/generated/prisma/enums";

import type { DetailName } from "./fields";
import type { OwnShape } from "./own-fields";

/** The kinds of contributions by the word that names them in code, addresses and events. */
export const kindNames = ["practice", "summary"] as const;

export type KindName = (typeof kindNames)[number];

/** In what the forms of the kinds differ. Also needed in the browser. */
export type KindShape = {
  details: readonly DetailName[];
  hasSources: boolean /** Whether what only this kind says is written before the text. */;
  isOwnFirst: boolean;
  own: OwnShape;
};

const common = ["topics", "populations", "settings", "provinces", "licence", "visibility"] as const;

export const shapes: Record<KindName, KindShape> = {
  practice: {
    details: ["topics", "populations", "settings", "provinces", "maturity", "licence", "visibility"],
    hasSources: true,
    isOwnFirst: false,
    own: {
      texts: [],
      lists: [],
      rows: {
        // What the sections say rests on: each points to a version of a summary (its id), or to nothing.
        claims: ["claimKey", "claimSection", "claimStance", "claimVersion", "claimNote"],
        // Why an edition differs from its parent in a section, and for whom. Keys of the vocabularies, and en or fr.
        changes: ["changeSection", "changeReason", "changeSetting", "changePopulation", "changeProvince", "changeLanguage"],
      },
      // Of an edition: the version of its parent and that one's licence; and "<kind> <section>" for each section of either, in order.
      kept: ["pin", "recorded"],
      facts: [],
      prose: ["claimNote", "changeReason"],
    },
  },
  summary: {
    details: common,
    hasSources: false,
    isOwnFirst: true,
    own: {
      texts: ["picoPopulation", "picoIntervention", "picoComparison", "picoOutcomes", "evidenceUpTo", "funding", "conflicts"],
      lists: ["studyTypes"],
      rows: {
        findings: ["findingKey", "findingOutcome", "findingEffect", "findingBasis", "findingReferences"],
        ratings: [
          "ratingFinding",
          "ratingLevel",
          "ratingTool",
          "ratingBy",
          "ratingOn",
          "ratingReference",
          "ratingStart",
          "ratingRiskOfBias",
          "ratingInconsistency",
          "ratingIndirectness",
          "ratingImprecision",
          "ratingPublicationBias",
          "ratingLargeEffect",
          "ratingDoseResponse",
          "ratingConfounding",
          "ratingNote",
        ],
      },
      // Each "<key> <id>"; they have a page of their own.
      kept: ["references"],
      facts: ["studyTypes", "evidenceUpTo", "funding", "conflicts", "references"],
      prose: [
        "picoPopulation",
        "picoIntervention",
        "picoComparison",
        "picoOutcomes",
        "findingOutcome",
        "findingEffect",
        "findingBasis",
        "ratingNote",
        "funding",
        "conflicts",
      ],
    },
  },
};

/** The name of a kind as the database knows it. Webinars have no texts of their own yet. */
export const kindNameOf = (kind: ContributionKind): KindName => (kind === "SUMMARY" ? "summary" : "practice");

/** The list of each kind. */
export const listOf = { practice: "practices", summary: "summaries" } as const satisfies Record<KindName, string>;
