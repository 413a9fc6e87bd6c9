/** How organizations become members, close or merge. */
export const applications = {} as const;
