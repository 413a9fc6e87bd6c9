/** New addresses, sessions, time zones and consent. */
export const settings = {} as const;
