/** How much an organization may say of itself, for its form and its schema alike. */
export const limits = { name: 200, about: 4_000, regions: 300, city: 100, site: 300, email: 254, phone: 40, languages: 30 } as const;

/** Who may see how to reach an organization, from all to none. */
export const audiences = ["EVERYONE", "MEMBERS", "ORGANIZATIONS", "NOBODY"] as const;
