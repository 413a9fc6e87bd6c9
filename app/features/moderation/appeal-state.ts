import type { ContentMeasure, PersonMeasure, Ruling } from "~/generated/prisma/enums";

import { isDismissal } from "./lifecycle";

type Decided = {
  content: ContentMeasure;
  person: PersonMeasure;
  appealableUntil: Date | null;
  appeal: { ruling: Ruling | null } | null;
};

/** How things stand with the one appeal against a decision. */
export type AppealState = "dismissed" | "open" | "over" | "waiting" | Ruling;

export function appealStateOf({ content, person, appealableUntil, appeal }: Decided, now = new Date()): AppealState {
  if (appeal) return appeal.ruling ?? "waiting";
  if (isDismissal({ content, person })) return "dismissed";
  return appealableUntil && appealableUntil > now ? "open" : "over";
}
