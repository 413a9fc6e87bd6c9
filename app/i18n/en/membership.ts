/** How people come into an organization, and who answers for it. */
export const membership = {} as const;
