/** How much an application and what decides about it may say, for forms and their schemas alike. */
export const applicationLimits = { name: 200, about: 600, message: 1_500, city: 100, site: 300, reason: 1_500, search: 200 } as const;

/** So many applications may one person have open at a time. */
export const MOST_OPEN = 5;
