/** How long texts may be, in characters, and how many there may be of what. Also needed in the browser. */
export const limits = {
  title: 150,
  shortestTitle: 5,
  body: 32_000,
  topics: 5,
  mentions: 20,
  attachments: 10,
  pollOptions: 20,
  pollText: 200,
  note: 500,
} as const;

/** Posts on a page of a thread. A post never changes its page, since numbers are never given twice. */
export const POSTS_A_PAGE = 20;

export const pageOf = (number: number): number => Math.max(1, Math.ceil(number / POSTS_A_PAGE));

/** An edit within these many minutes of posting is silent; later ones are history, for everyone to see. */
export const SILENT_MINUTES = 5;

/** What strangers may do on their first day; who belongs to an organization is no stranger. */
export const newcomer = { hours: 24, threads: 3, replies: 10, pauseSeconds: 30, mentions: 2, attachments: 1 } as const;

/** So many texts of one person can wait for a moderator. */
export const MOST_HELD = 5;

export const reactionKinds = ["THANKS", "HELPFUL", "SUPPORT", "CELEBRATE", "CURIOUS"] as const;

/** When someone can be reminded of a bookmark. "keep" leaves the time as it was set. */
export const remindChoices = ["none", "keep", "later", "tomorrow", "week", "date"] as const;

export const followLevels = ["WATCHING", "TRACKING", "WATCHING_FIRST", "NORMAL", "MUTED"] as const;
