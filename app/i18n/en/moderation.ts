export const moderation = {
  rules: {
    "client-data": {
      title: "No clients’ data",
      text: "Nobody whom you support can be known by what you write: no names, initials with details, dates of birth, addresses, telephone or health card numbers, and no story that points to one person.",
    },
    respect: {
      title: "Respect",
      text: "No insults, threats, harassment or contempt for people or groups, and no jokes at their expense.",
    },
    privacy: {
      title: "Other people’s privacy",
      text: "No personal data of anyone else without their consent, and no private messages made public.",
    },
    unsafe: {
      title: "Safe advice",
      text: "No advice that could harm someone’s health, and none that replaces the care of a professional.",
    },
    untrue: {
      title: "Honest and sourced",
      text: "No claims that you know to be untrue, no invented evidence, and no posing as someone else or as an organization.",
    },
    spam: {
      title: "No advertising",
      text: "No advertising, no repeated posts, no links that serve only whoever posts them.",
    },
    "off-topic": {
      title: "On topic",
      text: "Write where it belongs: about social prescribing, and about the subject of the thread.",
    },
    rights: {
      title: "Other people’s work",
      text: "No texts, pictures or tools of others without their permission or licence.",
    },
    other: {
      title: "Something else",
      text: "Whatever else goes against the code of conduct.",
    },
  },
  conflict: {
    closed: "Someone has closed this case meanwhile. Your decision was not saved; what you wrote stands below.",
    changed: "Something has happened in this case since you opened it. Nothing was saved; look at what is new, then decide.",
    otherKind: "This is not how a case of this kind is decided.",
    gone: "What this case is about is no longer there.",
  },
} as const;
