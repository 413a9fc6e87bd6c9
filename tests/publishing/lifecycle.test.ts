import { expect, test } from "vitest";

import { isOpenTo, type Move, stateAfter } from "~/features/publishing/lifecycle";

const states = ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "DECLINED", "PUBLISHED"] as const;

test("each move starts only where the life of a text allows it", () => {
  const open = (move: Move) => states.filter((state) => isOpenTo(move, state));

  expect(open("revise")).toEqual(["DRAFT", "CHANGES_REQUESTED", "DECLINED", "PUBLISHED"]);
  expect(open("submit")).toEqual(["DRAFT", "CHANGES_REQUESTED"]);
  for (const move of ["withdraw", "approve", "requestChanges", "decline"] as const) expect(open(move)).toEqual(["IN_REVIEW"]);
});

test("what was asked to change stays so until it is submitted again", () => {
  expect(stateAfter("revise", "CHANGES_REQUESTED")).toBe("CHANGES_REQUESTED");
  expect(stateAfter("submit", "CHANGES_REQUESTED")).toBe("IN_REVIEW");
});
