/** Signing in through one’s own organization. */
export const sso = {} as const;
