/** What administrators see and decide, and how roles are asked for and given. */
export const admin = {} as const;
