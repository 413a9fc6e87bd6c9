import { z } from "zod";

import type { Maturity } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";
import type { Faults, Place, Read } from "~/platform/content-files.server";
import { both, date, key, keys, language, missing, slug, text } from "~/platform/content-shapes.server";
import type { Transaction } from "~/platform/db.server";

import type { Fields } from "./fields";
import type { Kind, Rendered } from "./kinds.server";
import type { Own } from "./own-fields";

/** What the YAML file of every kind says: it holds for both languages. */
export const sharedFields = {
  organization: key,
  sourceLanguage: language,
  authors: z.array(both, { error: missing("a list of authors") }).min(1, "names nobody"),
  topics: keys.min(1, "has no key"),
  populations: keys,
  settings: keys,
  provinces: keys,
  licence: z.string({ error: missing("a licence") }),
  reviewedOn: date,
  nextReviewDue: date,
};

/** What stands in front of the text of every kind. */
export const frontFields = { title: text(5, 150), slug, summary: text(40, 400) };

export type Shared = z.output<z.ZodObject<typeof sharedFields>>;

export type Front = z.output<z.ZodObject<typeof frontFields>>;

/** One language of a contribution; its sources are one a line. */
export type ContentText = Pick<Fields, "title" | "summary" | "sources" | "body"> & { slug: string; own: Own };

export type ContentFace = ContentText & { at: Place; rendered: Rendered };

/** One contribution with its faces, drawn. */
export type ContentContribution = Shared & {
  key: string;
  maturity: Maturity;
  faces: Partial<Record<Language, ContentFace>>;
  bring: Bring | null;
};

/** A text as its file has it, before it is drawn. */
export type ReadFace<MoreFront = unknown> = {
  file: string;
  bodyLine: number;
  front: Read<Front & MoreFront>;
  text: ContentText;
  /** Published to the letter in the portal: people checked it there. */
  isPublished: boolean;
};

/** What else a contribution needs in the portal, looked up in the transaction of its import. */
export type Bring = (tx: Transaction, contributionId: string) => Promise<Brought>;

export type Brought = {
  /** Own fields of a revision with what stands behind their ids, so that a file can be compared with it. */
  comparable: (own: Own) => Own;
  /** Takes over what the file brings, before the first text of it is written. */
  take: () => Promise<void>;
  /** Own fields of a file with the ids that the portal has given. */
  placed: (own: Own) => Own;
};

/** What a file of a kind says beside what all kinds say: how it is read, checked, drawn and written. */
export type Speech<MoreShared, MoreFront> = {
  kind: Kind;
  /** Below the content folder. */
  folder: string;
  /** In the folder of a contribution. */
  file: string;
  counted: "guides" | "summaries";
  sharedShape: z.ZodType<Shared & MoreShared>;
  frontShape: z.ZodType<Front & MoreFront>;
  maturityOf: (shared: Shared & MoreShared) => Maturity;
  fieldsOf: (front: Front & MoreFront, shared: (Shared & MoreShared) | null) => Pick<ContentText, "sources" | "own">;
  /** Tells faults that only this kind can have. `shared` is null where its file has faults itself. */
  check: (
    shared: Read<Shared & MoreShared> | null,
    faces: Partial<Record<Language, ReadFace<MoreFront>>>,
    place: string,
    faults: Faults,
  ) => void;
  /** Makes ready what draws the faces, and what is brought along. */
  prepare: (shared: Shared & MoreShared) => Promise<Prepared>;
} & Written;

export type Prepared = {
  draw: (text: ContentText, language: Language) => Promise<{ own: Own; rendered: Rendered }>;
  bring: Bring | null;
};

/** How a kind is written to files. */
export type Written = {
  /** Own fields that both languages share in their file. */
  sharedOwn: readonly string[];
  /** Own fields as they come out of a file into which they were written. */
  canonicalOwn: (own: Own) => Own;
  /** Lines at the end of its YAML file. */
  sharedLines: (contribution: Exported) => Promise<string[]>;
  /** Lines at the end of its front matter. */
  frontLines: (fields: Fields) => string[];
};

/** What is exported: a contribution with the fields of what is published of it. */
export type Exported = { id: string; sourceLanguage: Language; faces: { language: Language; fields: Fields }[] };
