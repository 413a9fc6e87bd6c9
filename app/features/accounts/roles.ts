import { Role } from "~/generated/prisma/enums";

import { hasRole, isInGoodStanding, type Viewer } from "./actor";

/**
 * What the roles allow: the one table of the portal, which the administrators' page prints. VISITOR is everyone, MEMBER everyone with an
 * account; roles add up. A steward's rights are those over one organization, and stand in that feature's policy. Policies ask here.
 */
export const permissions = {
  "public.read": "VISITOR",
  "members.read": "MEMBER",
  "post.write": "MEMBER",
  "practice.write": ["PRACTITIONER", "RESEARCHER", "EDITOR", "ADMINISTRATOR"],
  "summary.write": ["RESEARCHER", "EDITOR", "ADMINISTRATOR"],
  "webinar.run": ["HOST", "ADMINISTRATOR"],
  "practice.review": ["EDITOR", "ADMINISTRATOR"],
  "summary.review": ["RESEARCHER", "EDITOR", "ADMINISTRATOR"],
  "summary.edit": ["EDITOR", "ADMINISTRATOR"],
  "case.decide": ["MODERATOR", "ADMINISTRATOR"],
  "audit.read": ["ADMINISTRATOR"],
  "thread.keep": ["MODERATOR", "ADMINISTRATOR"],
  "category.run": ["ADMINISTRATOR"],
  "organization.approve": ["ADMINISTRATOR"],
  "role.grant": ["ADMINISTRATOR"],
  "portal.administer": ["ADMINISTRATOR"],
} as const satisfies Record<string, "VISITOR" | "MEMBER" | readonly Role[]>;

export type Permission = keyof typeof permissions;

/** All roles, from the narrowest to the widest. */
export const roles = Object.values(Role);

/** Roles that may decide over others, and so want a second factor. */
export const staffRoles: readonly Role[] = ["EDITOR", "MODERATOR", "ADMINISTRATOR"];

/** Whether this viewer may, by their roles, and no sanction stands against it. What is not listed is refused. */
export function allows(viewer: Viewer, permission: Permission): boolean {
  const holders = permissions[permission];
  if (holders === "VISITOR") return true;
  if (holders === "MEMBER") return permission === "members.read" ? viewer !== null : isInGoodStanding(viewer);

  return isInGoodStanding(viewer) && hasRole(viewer, ...holders);
}

/** What a role alone allows, beyond what every member may. */
export const permissionsOf = (role: Role): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => (permissions[permission] as readonly string[]).includes(role));

/** Whether this viewer may do all that a role allows: nobody grants what they do not hold. */
export const holds = (viewer: Viewer, role: Role): boolean => permissionsOf(role).every((permission) => allows(viewer, permission));
