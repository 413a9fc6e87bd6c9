import { db } from "~/platform/db.server";
import { authorize } from "~/platform/errors";

import type { Viewer } from "./actor";
import { may } from "./policy";

/** How many requests for a role wait for an administrator. Refuses all others (403). */
export async function countRoleRequests(viewer: Viewer): Promise<number> {
  authorize(may.decideRoles(viewer));

  return db.roleRequest.count({ where: { answer: null } });
}
