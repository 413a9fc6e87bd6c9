import type { Role } from "~/generated/prisma/enums";

import { hasRole, isInGoodStanding, type Viewer } from "./actor";

/** What the roles allow. Members (no role) may do what stands under `everyMember`; roles add up. Policies ask here. */
const permissions = {
  "practice.write": ["PRACTITIONER", "RESEARCHER", "EDITOR", "ADMINISTRATOR"],
  "summary.write": ["RESEARCHER", "EDITOR", "ADMINISTRATOR"],
  "webinar.run": ["HOST", "ADMINISTRATOR"],
  "practice.review": ["EDITOR", "ADMINISTRATOR"],
  "summary.review": ["RESEARCHER", "EDITOR", "ADMINISTRATOR"],
  "case.decide": ["MODERATOR", "ADMINISTRATOR"],
  "portal.administer": ["ADMINISTRATOR"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether one of the viewer's roles allows this, and no sanction stands against it. What is not listed is refused. */
export const allows = (viewer: Viewer, permission: Permission): boolean =>
  isInGoodStanding(viewer) && hasRole(viewer, ...permissions[permission]);
