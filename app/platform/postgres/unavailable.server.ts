/** Why the database cannot be used, in one line for the person who runs the portal. */
export class DatabaseUnavailable extends Error {}
