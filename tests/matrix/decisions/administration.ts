import { randomUUID } from "node:crypto";

import type { Answer } from "../ask";
import { type Case, type Decision, everyone, only } from "../decision";
import { design } from "../design";
import type { World } from "../world";

/** For administrators alone. */
const admin = (answer: Answer) => only(design.runThePortal, answer, "403");

const at =
  (of: (world: World) => string, about: Omit<Case, "values">): Decision =>
  (world) => [{ ...about, values: { id: of(world) } }];

const page: Decision = () => [{ get: admin("page") }];

const REASON = "It is for the good of all.";

/** The administration of the portal. */
export const administration: Record<string, Decision> = {
  "admin/index": page,
  "admin/roles": page,
  "admin/role-request": at(({ requests }) => requests.stranger, {
    get: admin("page"),
    post: admin("422"),
    form: { answer: "DECLINED", note: "" },
  }),
  "admin/people": page,
  "admin/person": at(({ stranger }) => stranger, { get: admin("page") }),
  "admin/role-grant": at(({ stranger }) => stranger, {
    get: admin("page"),
    post: admin("422"),
    form: { role: "EDITOR", reason: REASON, endsOn: "2020-01-01" },
  }),
  "admin/role-removal": at(({ stranger }) => stranger, {
    get: admin("404"),
    query: { role: "EDITOR" },
    post: admin("409"),
    form: { role: "EDITOR", reason: REASON },
  }),
  "admin/permissions": page,
  "admin/factors": at(({ stranger }) => stranger, { get: admin("page"), post: admin("409") }),
  "admin/organizations": page,
  "admin/organization": at(({ organizations }) => organizations.applied.id, {
    // Who has not been let in is known to nobody else.
    get: only(design.runThePortal, "page", "404"),
  }),
  "admin/organization-approval": at(({ organizations }) => organizations.riverside.id, {
    get: everyone("moved"),
    post: admin("409"),
    form: { application: randomUUID() },
  }),
  "admin/organization-refusal": at(({ organizations }) => organizations.riverside.id, {
    get: admin("moved"),
    post: admin("409"),
    form: { application: randomUUID(), reason: REASON },
  }),
  "admin/organization-closure": at(({ organizations }) => organizations.closed.id, {
    get: admin("moved"),
    post: admin("409"),
    form: { reason: REASON },
  }),
  "admin/organization-reopening": at(({ organizations }) => organizations.riverside.id, {
    get: admin("moved"),
    post: admin("409"),
    form: { reason: REASON },
  }),
  "admin/organization-merger": ({ organizations }) => [
    {
      values: { id: organizations.riverside.id },
      get: admin("page"),
      post: admin("409"),
      form: { into: organizations.listed.id, reason: REASON },
    },
  ],
  "admin/orphans": page,
};
