import type { Role } from "~/generated/prisma/enums";

export const MIN_LENGTH = 10;

/** Those who review, moderate or administer guard more than themselves. */
export const MIN_LENGTH_OF_STAFF = 15;

export const MAX_LENGTH = 256;

export const MOST_PASSKEYS = 20;

const staffRoles: readonly Role[] = ["EDITOR", "MODERATOR", "ADMINISTRATOR"];

export const isStaff = (roles: readonly Role[]): boolean => roles.some((role) => staffRoles.includes(role));
