export const hiding = {
  conflict: {
    held: "Moderation hides or has removed this. You can see why, and contest it, under “Moderation” in your settings.",
  },
  post: {
    hidden: "Moderation has hidden this post.",
    barred: "Moderation has removed this post.",
    ownTitle: "Only you see this post",
    own: "Moderation has hidden it. You can repair it: it stays hidden until a moderator has looked at your new words.",
    ownBarred: "It was yours. You can contest the decision.",
    why: "See why",
    repair: "Repair",
  },
  thread: "Nobody else comes to this thread: there is nothing left in it to read.",
  edit: {
    lead: "Moderation has hidden this post. Change what was found fault with: a moderator then looks at it again. Your former words stay out of its public history.",
  },
  removal: "Moderation hides this post at present. If you take it away, it does not come back when moderation shows it again.",
  guide: {
    title: "Moderation has hidden this text",
    lead: "Only those who write and review it, and the stewards of its organization, see it. Once a revision that mends it is approved, a moderator looks at it again.",
    barredTitle: "Moderation has removed this text",
    barred: "Nobody can recover it. Whoever began it can contest the decision.",
    why: "See why",
    flag: "Hidden by moderation",
  },
  profile: {
    title: "Moderation has hidden your profile",
    lead: "Only you see it. Change what was found fault with: a moderator then looks at it again.",
    why: "See why",
  },
  organization: {
    title: "Moderation has hidden this page",
    lead: "Only the organization’s own people and administrators see it. Once a steward changes it, a moderator looks at it again.",
  },
} as const;
