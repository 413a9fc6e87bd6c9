import type { CaseKind, CaseSubject, ContentMeasure, PersonMeasure } from "~/generated/prisma/enums";

/** What of a case its state and kind allow. Who may is said in policy.ts. */
export const isOpenTo = (
  move: "claim" | "hide" | "decide" | "release" | "rule",
  { kind, isOpen }: { kind: CaseKind; isOpen: boolean },
): boolean => {
  if (!isOpen) return false;
  switch (move) {
    case "claim":
      return true;
    case "hide":
    case "decide":
      return kind === "FLAG" || kind === "REPAIR";
    case "release":
      return kind === "HELD";
    case "rule":
      return kind === "APPEAL";
  }
};

/** What can become of each kind of thing. Guides, profiles and organizations are mended by those whose they are. */
export const contentMeasures: Partial<Record<CaseSubject, readonly ContentMeasure[]>> = {
  POST: ["NONE", "EDIT", "HIDE", "REMOVE"],
  CONTRIBUTION: ["NONE", "HIDE", "REMOVE"],
  ACCOUNT: ["NONE", "HIDE"],
  ORGANIZATION: ["NONE", "HIDE"],
};

/** An organization is nobody whom one could silence; its stewards are told. */
export const personMeasures: Partial<Record<CaseSubject, readonly PersonMeasure[]>> = {
  POST: ["NONE", "WARN", "SILENCE", "SUSPEND"],
  CONTRIBUTION: ["NONE", "WARN", "SILENCE", "SUSPEND"],
  ACCOUNT: ["NONE", "WARN", "SILENCE", "SUSPEND"],
  ORGANIZATION: ["NONE", "WARN"],
};

/** Whether nothing came of the reports. */
export const isDismissal = ({ content, person }: { content: ContentMeasure; person: PersonMeasure }) =>
  content === "NONE" && person === "NONE";
