/** The home page: what this is, and what to do first. */
export const home = {
  title: "Practice guides for social prescribing, shared across Canada",
  pageTitle: "Practice guides for social prescribing",
  lead: "Social prescribing connects people with what matters to their health beyond medicine: company, food, movement, nature, the arts, good advice. Here, organizations write down how they go about it, step by step and with their sources, so that you need not start from nothing.",
  find: "Find a practice",
  findExample: "e.g. caregivers",
  findHint: "Reading is open to all. You need no account.",
  share: "Share a practice",
  summarize: "Summarize evidence",
  shareHint: "You write from a template, and your draft is saved as you go. Nothing is public before an editor has reviewed it.",
  all: "See all guides",
  newest: { title: "Newest guides", none: "No guide has been published yet." },
  topics: "Browse by topic",
  making: {
    title: "How a guide comes to be",
    write: {
      title: "It is written",
      text: "Someone from a member organization describes how they do it: what it takes, the steps, who could be left out, and what the evidence says. Facts name their sources.",
    },
    review: {
      title: "It is reviewed",
      text: "An editor other than the author reads it, and approves it, asks for changes or declines it. The author is told why.",
    },
    publish: {
      title: "It is published",
      text: "Anyone may read and print it, and adapt it under the licence it shows. It says when it was last reviewed and when the next review is due.",
    },
    note: "The guides that the portal began with were written by its editorial team from public sources, and are signed by that team.",
    more: "More about the portal",
  },
  invitation: {
    title: "Do you have a practice to share?",
    visitor: "Start by creating an account. Writing is open to people whose organization takes part in the portal.",
    member: "Writing is open to people whose organization takes part in the portal. Ask those who answer for yours to open it to you.",
  },
} as const;
