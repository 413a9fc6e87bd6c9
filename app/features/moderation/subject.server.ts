import type { Viewer } from "~/features/accounts/actor";
import type { CaseSubject } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";

import type { CaseThing } from "./case.server";

/** Kinds of things that can be reported. */
export type Flaggable = Extract<CaseSubject, "POST" | "CONTRIBUTION" | "ACCOUNT" | "ORGANIZATION">;

export const flaggable: readonly Flaggable[] = ["POST", "CONTRIBUTION", "ACCOUNT", "ORGANIZATION"];

/** Whether a case of this kind of subject is about something that can be reported. */
export const isFlaggable = (type: CaseSubject): type is Flaggable => (flaggable as readonly CaseSubject[]).includes(type);

/** A thing as moderation knows it, with the version of its text. */
export type Thing = CaseThing & { subjectType: Flaggable; version: number; isHidden: boolean; isGone: boolean };

/**
 * What moderation does with one kind of thing. Each is carried out by the feature that owns it, in the transaction of the decision; whoever calls has
 * asked the policy of moderation, and has locked the case.
 */
export type Keeper = {
  /** The thing as this viewer sees it; null where it does not exist for them. */
  find: (tx: Transaction, viewer: Viewer, language: Language, id: string) => Promise<Thing | null>;
  /** The thing whoever looks; null where it is gone for good. Locked until the transaction ends. */
  load: (tx: Transaction, id: string) => Promise<Thing | null>;
  /** Nobody but its author and those who decide sees it. Done twice it is done once. */
  hide: (tx: Transaction, id: string, actorId: string | null) => Promise<void>;
  /** As it was before it was hidden or removed. Done twice it is done once. */
  show: (tx: Transaction, id: string, actorId: string | null) => Promise<void>;
  /** Taken away for good; only an appeal brings it back. */
  remove: (tx: Transaction, id: string, actorId: string | null) => Promise<void>;
  /** Where it stands, for a link; null where this viewer cannot go there. */
  addressOf: (tx: Transaction, viewer: Viewer, language: Language, id: string) => Promise<string | null>;
};
