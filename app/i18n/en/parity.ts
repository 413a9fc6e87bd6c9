export const parity = {
  editor: {
    legend: "For translators",
    unchanged: "This save changes nothing for the other language",
    unchangedHint: "For corrections that need no translation. It is noted, and the other language is not marked as behind.",
    behind_one: "1 part is behind the other language.",
    behind_other: "{{count}} parts are behind the other language.",
    see: "See what changed there",
  },
  notice: {
    title: {
      en: "The French was updated on {{date}}, and this text has not followed everywhere yet",
      fr: "The English was updated on {{date}}, and this text has not followed everywhere yet",
    },
    sections: "It concerns: {{sections}}.",
    read: { en: "Read the text in English", fr: "Read the text in French" },
  },
  lags: {
    CHANGED: "The other language changed it. Underlined: new. Struck out: gone.",
    MOVED: "It stands at another place in the other language.",
    MISSING: "The other language has it, and this one does not yet.",
    REMOVED: "The other language took it out.",
  },
  parts: { title: "Title", summary: "Summary", sources: "Sources", order: "Order of the sections" },
  page: {
    step: "Both languages",
    title: "What is behind in “{{title}}”",
    lead: {
      en: "What the English has changed since this text last followed it.",
      fr: "What the French has changed since this text last followed it.",
    },
    alone: "There is no text in the other language yet",
    translate: "Begin it",
    inStep: "Both languages say the same",
    write: "Write on this text",
    own: "Read this text",
    needsNothing: "Needs nothing here",
    declareHint: "What needs nothing in this language can be declared so; that is noted with your name.",
    declare: "Declare the marked parts",
    declared: "Noted: the marked parts need nothing here.",
  },
  error: { movedOn: "The other language was revised meanwhile. Look at what it says now." },
} as const;
