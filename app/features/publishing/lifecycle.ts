import type { FaceState } from "~/generated/prisma/enums";

/** The life of a face: which move leads from where to where. What is published stays live while its next revision is on the way. */
const moves = {
  revise: { DRAFT: "DRAFT", CHANGES_REQUESTED: "CHANGES_REQUESTED", DECLINED: "DRAFT", PUBLISHED: "DRAFT" },
  submit: { DRAFT: "IN_REVIEW", CHANGES_REQUESTED: "IN_REVIEW" },
  withdraw: { IN_REVIEW: "DRAFT" },
  approve: { IN_REVIEW: "PUBLISHED" },
  requestChanges: { IN_REVIEW: "CHANGES_REQUESTED" },
  decline: { IN_REVIEW: "DECLINED" },
} satisfies Record<string, Partial<Record<FaceState, FaceState>>>;

export type Move = keyof typeof moves;

export const stateAfter = (move: Move, state: FaceState): FaceState | undefined =>
  (moves[move] as Partial<Record<FaceState, FaceState>>)[state];

export const isOpenTo = (move: Move, state: FaceState): boolean => stateAfter(move, state) !== undefined;
