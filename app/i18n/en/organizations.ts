/** How organizations show themselves, and how they come and go. */
export const organizations = {
  conflict: { movedOn: "Someone else has changed this in the meantime. Please look at the page anew." },
} as const;
