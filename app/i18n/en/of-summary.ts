/** What is said of evidence summaries where the words for guides would be wrong: under the same keys. */
export const ofSummary = {
  writing: {
    new: {
      title: "Summarize evidence",
      lead: "A title is enough to begin. Then you write at your own pace: until it is published, only your organization and the reviewers can see the summary.",
      titleHint:
        "In English, the language of this page: say what the evidence is about. Example: Does social prescribing reduce loneliness? A French version can follow.",
      organizationHint: "It owns the summary. You are named as its author.",
      begin: "Begin the summary",
      good: "What makes a good summary",
      goodPoints: {
        one: "One question, and what research says about it, with the answer first.",
        steps: "Each finding as its source states it, with its numbers and their qualifiers.",
        lessons: "Both sides: what was found, what was not, and how sure one may be.",
        equity: "Who was studied, and who was not.",
        sources: "Every reference, so that anyone can check. You can import them.",
      },
      nextText:
        "You fill in the parts, import the references and submit the summary. Another researcher or an editor reads it and publishes it or tells you what to change.",
    },
    notYet: {
      title: "You cannot write evidence summaries yet",
      role: "Evidence summaries are written by researchers of organizations. Your account does not have this role yet.",
      organization: "Every summary is owned by an organization, and your account does not belong to one yet.",
      steward: "You can ask for the role of researcher in your settings. Administrators decide about it, and say why when they decline.",
      read: "Read the evidence summaries",
    },
    mine: {
      title: "My summaries",
      begin: "Summarize evidence",
      beginFirst: "Write your first summary",
    },
    edit: {
      eyebrow: "Evidence summary in English",
      summaryHint: "The answer in one or two plain sentences, with its qualifier. Shown in lists and search results: 40 to 400 characters.",
      bodyHint: "Cite references by their keys, such as [@kiely2022]. Text may be formatted with Markdown.",
    },
    submission: { completeText: "Title, bottom line, text, topic, question, findings and references are there." },
  },
  publishing: {
    field: { summary: "Bottom line" },
  },
  practices: {
    list: { title: "Evidence summaries" },
    retirement: { exampleSlug: "another-summary" },
    retired: {
      eyebrow: "Evidence summary",
      text: "This summary was retired on {{date}} and should not be used any more.",
      all: "See all summaries",
    },
  },
} as const;
