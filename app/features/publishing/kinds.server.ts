import type { z } from "zod";

import type { Permission } from "~/features/accounts/roles";
import type { EventName } from "~/features/activity/events";
import type { ContributionKind, Visibility } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Transaction } from "~/platform/db.server";
import type { FormErrors } from "~/platform/forms.server";

import type { Details, Fields } from "./fields";
import type { KindName } from "./kind-shape";
import type { Own } from "./own-fields";

/** What can happen to every kind. */
type Happening<Name extends EventName> = Name extends `summary.${infer Verb}`
  ? `practice.${Verb}` extends EventName
    ? Verb
    : never
  : never;

/** What is stored beside a text, so that reading never draws. */
export type Rendered = { html: string; sourcesHtml: string; words: number };

/** A face, by its contribution. */
export type FaceAt = { id: string; contributionId: string; language: Language };

/** Whose a contribution is, and who reads it once it is published. */
export type Owned = { id: string; organizationId: string; visibility: Visibility; publishedAt: Date | null };

/** In what guides, summaries and webinars differ, as far as publishing them goes. Their feature says it once. */
export type Kind = {
  kind: ContributionKind;
  /** First word of its events and of the names of its pages: `practice.approved`, `practiceEdit`. */
  name: KindName;
  write: Permission;
  /** Who decides about submissions. */
  review: Permission;
  /** Who sees all of them, and may mend and retire any. */
  edit: Permission;
  /** Last parts of addresses that no title may take. */
  reserved: string[];
  /** The sections that a new text begins with. */
  template: (language: Language) => string;
  /** What a draft may hold in the fields that only this kind has. */
  own: Record<string, z.ZodType<string[]>>;
  /** What the choices are called that only this kind has, by field. */
  choices: (language: Language) => Record<string, Record<string, string>>;
  /** What else a text of this kind needs before others are asked to read it. */
  missing: (fields: Fields) => FormErrors;
  /** What stands against publishing it among other things that the portal holds, by field. */
  hindrances: (tx: Transaction, contribution: Owned, fields: Fields) => Promise<FormErrors>;
  /** Draws a text of this kind, and adds what its form does not carry; null: as any text is drawn. `reader`: the transaction that asks, or the database. */
  draw:
    | ((reader: Transaction, contributionId: string, fields: Fields, language: Language) => Promise<{ fields: Fields; rendered: Rendered }>)
    | null;
  /** Carries over what only this kind knows, when a revision becomes the one that counts. */
  project: (tx: Transaction, contributionId: string, details: Details) => Promise<void>;
  /** The same for one face alone: of its latest revision until one is published, then of what is published. */
  projectFace: (tx: Transaction, face: FaceAt, fields: Fields) => Promise<void>;
  /** What else an edition takes over from what it was made of, once its texts stand. The parent is locked. */
  adapted: (tx: Transaction, contributionId: string) => Promise<void>;
  /** Makes what no form carries what it was in an earlier revision. */
  restore: (tx: Transaction, contributionId: string, own: Own) => Promise<void>;
};

export const eventOf = (kind: Pick<Kind, "name">, verb: Happening<EventName>): EventName => `${kind.name}.${verb}`;
