/** Consent, one’s own data, and leaving. */
export const leaving = {} as const;
