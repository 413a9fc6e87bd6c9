import type { Actor, Viewer } from "~/features/accounts/actor";
import { allows, type Permission, permissions, roles } from "~/features/accounts/roles";
import type { Role } from "~/generated/prisma/enums";

import { may, type Subject } from "./policy";

/** Whether someone may: no, yes, or yes where their own organization is concerned. */
export type Answer = "no" | "yes" | "own";

const columns = ["VISITOR", "MEMBER", ...roles, "STEWARD"] as const;

type Column = (typeof columns)[number];

const own: Subject = { id: "own", status: "MEMBER", isHidden: false, applicantIds: [] };
const other: Subject = { id: "other", status: "MEMBER", isHidden: false, applicantIds: [] };

/** What may be done to an organization and its people, as its policy says. */
const deeds = { change: may.change, runPeople: may.runPeople };

/** Who may do what, asked of the very code that decides it: each permission, and what stewards may do, for a sample of each column. */
export function permissionTable() {
  return {
    columns,
    permissions: (Object.keys(permissions) as Permission[]).map((permission) => ({
      permission,
      answers: columns.map((column): Answer => (allows(sample(column), permission) ? "yes" : "no")),
    })),
    ofOrganizations: (Object.keys(deeds) as (keyof typeof deeds)[]).map((deed) => ({
      deed,
      answers: columns.map((column): Answer => {
        const viewer = sample(column);
        if (deeds[deed](viewer, other)) return "yes";
        return deeds[deed](viewer, own) ? "own" : "no";
      }),
    })),
  };
}

function sample(column: Column): Viewer {
  if (column === "VISITOR") return null;
  const roles: Role[] = column === "MEMBER" || column === "STEWARD" ? [] : [column];
  const organizations: Actor["organizations"] = column === "STEWARD" ? [{ id: own.id, isSteward: true }] : [];

  return {
    id: "sample",
    name: "",
    language: "en",
    timeZone: "UTC",
    roles,
    organizations,
    isSilenced: false,
    owesSecondFactor: false,
    owesConsent: false,
  };
}
