/**
 * What someone can be told of. A new kind is added here, with its words in the dictionary (`notifications.kinds`). What its subject is
 * called is asked of the feature to which the subject belongs, when the line is read.
 */
export const notificationKinds = [
  "mentioned",
  "organization_mentioned",
  "replied",
  "posted",
  "started",
  "reacted",
  "answered",
  "bookmark_due",
  "suggestion_offered",
  "suggestion_made",
  "suggestion_taken",
  "suggestion_declined",
  "case_news",
  "case_opened",
  "evidence_changed",
  "upstream_changed",
  "version_published",
  "improvement_offered",
] as const;

export type NotificationKind = (typeof notificationKinds)[number];

/** What a notification is about: a kind of thing, as in the record of events, a SUGGESTION or the QUEUE of moderation, and its id. */
export type NotificationSubject = { type: "THREAD" | "POST" | "CONTRIBUTION" | "SUGGESTION" | "CASE" | "QUEUE"; id: string };
