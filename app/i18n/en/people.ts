/** How people show themselves to each other. */
export const people = {} as const;
