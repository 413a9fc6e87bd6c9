/** Second factors, passkeys, sessions and new addresses. */
export const security = {} as const;
