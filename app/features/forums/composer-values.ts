import type { Language } from "~/i18n/languages";

/** What a form for a post is for: a new thread, a reply, a change to a post. */
export type ComposerKind = "THREAD" | "REPLY" | "EDIT";

/** Where the words belong, as ids; empty where they do not belong to such a thing. */
export type ComposerPlace = { category: string; thread: string; contribution: string; post: string };

/** All that stands in the form of a post, as the form sends it. */
export type ComposerValues = ComposerPlace & {
  /** That of the draft, and then of the post. */
  id: string;
  kind: ComposerKind;
  /** Of the draft: 0 where there is none. */
  sequence: number;
  /** Of the post that is changed: 0 where it is new. */
  version: number;
  language: Language;
  replyTo: string;
  title: string;
  topics: string[];
  body: string;
  pollQuestion: string;
  pollOptions: string;
  pollMultiple: string;
  pollClosesAt: string;
  pollResults: string;
};

/** The words of a form, which a draft keeps. Where they belong stands beside them. */
export type ComposerFields = Omit<ComposerValues, keyof ComposerPlace | "id" | "kind" | "sequence">;

/** A form in which nothing is written yet. */
export const newComposer = (
  kind: ComposerKind,
  place: Partial<ComposerPlace>,
  { id, language, ...changes }: { id: string; language: Language } & Partial<ComposerValues>,
): ComposerValues => ({
  id,
  kind,
  category: "",
  thread: "",
  contribution: "",
  post: "",
  ...place,
  sequence: 0,
  version: 0,
  language,
  replyTo: "",
  title: "",
  topics: [],
  body: "",
  pollQuestion: "",
  pollOptions: "",
  pollMultiple: "",
  pollClosesAt: "",
  pollResults: "VOTED",
  ...changes,
});
