/** How organizations show themselves, and how they come and go. */
export const organizations = {} as const;
