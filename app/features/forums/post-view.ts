import type { NoticeKind, PollResults, ReactionKind, SuggestionState } from "~/generated/prisma/enums";
import type { Language } from "~/i18n/languages";

/** Who wrote something, as far as the viewer may know. Null stands for someone who left for good. */
export type Writer = {
  id: string;
  name: string;
  /** The address of their profile, where the viewer may see it. */
  slug: string | null;
  photoId: string | null;
  /** An organization in good standing to which they belong. */
  organization: { name: string; slug: string } | null;
} | null;

/** A poll as one person sees it. Counts are null as long as they are hidden from this viewer. */
export type PollView = {
  question: string;
  isMultiple: boolean;
  results: PollResults;
  closesAt: string | null;
  isClosed: boolean;
  voters: number;
  hasVoted: boolean;
  options: { id: string; label: string; votes: number | null; isOwn: boolean }[];
};

/** A post as one person sees it on the page of its thread. */
export type PostView = {
  id: string;
  number: number;
  notice: { kind: NoticeKind; other: { id: string; slug: string; title: string; language: Language } | null } | null;
  author: Writer;
  isStarter: boolean;
  language: Language;
  /** Empty where the words were removed. */
  html: string;
  version: number;
  createdAt: string;
  /** When it was last edited in public. */
  editedAt: string | null;
  isWiki: boolean;
  isRemoved: boolean;
  /** What moderation did to it. Its author reads the words that are hidden. */
  measure: "HIDDEN" | "BARRED" | "KEPT_BACK" | null;
  isOwn: boolean;
  isAccepted: boolean;
  replyTo: { number: number; name: string | null } | null;
  reactions: { kind: ReactionKind; count: number; isOwn: boolean }[];
  bookmark: { note: string; remindAt: string | null } | null;
  poll: PollView | null;
  /** Files that stand in the text and are no pictures. */
  files: { id: string; name: string; size: number }[];
  /** Guides for which these words were proposed. */
  proposals: { title: string; slug: string; language: Language; state: SuggestionState }[];
  /** The viewer wants to hear less of who wrote it: its words are folded away. */
  distance: "MUTED" | "BLOCKED" | null;
  may: {
    reply: boolean;
    edit: boolean;
    repair: boolean;
    remove: boolean;
    restore: boolean;
    react: boolean;
    bookmark: boolean;
    accept: boolean;
    openToAll: boolean;
    vote: boolean;
    closePoll: boolean;
    propose: boolean;
    /** Keep its author away. */
    keepAway: boolean;
    report: boolean;
    /** Open a case about it. */
    decide: boolean;
  };
};
