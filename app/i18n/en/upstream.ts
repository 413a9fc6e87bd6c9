export const upstream = {
  step: "Changes of the original",
  title: "What the original of “{{title}}” has changed",
  lead: "Your edition rests on version {{from}} of the original; version {{to}} is out. Here is what concerns you. What you left out is not shown.",
  gone: "The original is no longer published. Your edition stands for itself.",
  read: "Read the original: “{{title}}”",
  upToDate: "Your edition rests on the current version of the original.",
  toEditor: "To the edition",
  parent: {
    CHANGED: "The original changed this section. Underlined: new. Struck out: gone.",
    REMOVED: "The original took this section out.",
    ADDED: "This section is new in the original.",
  },
  choices: {
    CHANGED: { take: "Take the text of the original", keep: "Keep ours as it is", merge: "Merge both" },
    REMOVED: { take: "Take it out here too", keep: "Keep ours as it is" },
    ADDED: { take: "Add it to ours", keep: "Leave it out" },
  },
  form: {
    nothingConcerns: "Nothing that the new version changed concerns your edition.",
    ours: "You changed this section too.",
    read: { REMOVED: "Read what was taken out", ADDED: "Read the new section" },
    readOurs: "Read ours",
    readMerged: "Read both merged: they do not touch the same places",
    readConflict: "Read both merged: where they touch the same place, both texts stand there for you to choose from",
    choice: "What becomes of it",
    after:
      "You get a new revision of your edition. It is published after its review, like any other; earlier revisions stay in its history.",
    submit: "Save these choices",
    rest: "Rest on the new version",
    done: "Your edition now rests on the current version of the original. Look it through, then submit it for review.",
    doneWithConflicts:
      "Your edition now rests on the current version of the original. In some places both texts stand, one below the other: choose there, then submit it for review.",
  },
  merge: { markOurs: "**Our text:**", markTheirs: "**Text of the original:**" },
  error: {
    choose: "Choose for each section what becomes of it.",
    parentMoved: "The original has changed again meanwhile. Below is what it says now; your choices are kept where they still apply.",
    revised: "Someone revised this edition meanwhile. Below is how it stands now; your choices are kept where they still apply.",
    inReview: "This edition is being reviewed. Withdraw it first, or wait for the decision.",
    ownDraft: "You have unsaved changes to this edition. Save or discard them first, so that nothing of them is lost.",
  },
} as const;
