import type { Permission } from "~/features/accounts/roles";
import type { EventName } from "~/features/activity/events";
import type { ContributionKind } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import type { PageName } from "~/platform/paths";

import type { Details } from "./fields";

type Happening<Name extends EventName> = Name extends `practice.${infer Verb}` ? Verb : never;

/** In what guides, summaries and webinars differ, as far as publishing them goes. Their feature says it once. */
export type Kind = {
  kind: ContributionKind;
  /** First word of the events: `practice.approved`. */
  name: "practice";
  write: Permission;
  review: Permission;
  /** Pages of the kind. */
  pages: { show: PageName; edit: PageName; review: PageName };
  /** Last parts of addresses that no title may take. */
  reserved: string[];
  /** The sections that a new text begins with. */
  template: (language: Language) => string;
  /** Carries over what only this kind knows, when a revision becomes the one that counts. */
  project: (tx: Transaction, contributionId: string, details: Details) => Promise<void>;
};

export const eventOf = (kind: Kind, verb: Happening<EventName>): EventName => `${kind.name}.${verb}`;
