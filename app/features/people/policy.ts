import { belongsTo, isInGoodStanding, type Viewer } from "~/features/accounts/actor";
import { Audience } from "~/generated/prisma/enums";

/** Who may see something that a person tells of themselves, from the widest to the narrowest. */
export const audiences: readonly Audience[] = [Audience.EVERYONE, Audience.MEMBERS, Audience.ORGANIZATIONS, Audience.NOBODY];

/** What the policy has to know of a person. `isAway`: the account is at rest or suspended; `isHidden`: by moderation. */
export type Person = { id: string; listing: Audience; isAway: boolean; isHidden: boolean; organizationIds: string[] };

export const isSelf = (viewer: Viewer, { id }: Pick<Person, "id">): boolean => viewer?.id === id;

/** Whether a field with this audience is there for the viewer. Own fields are asked about with `isSelf`; directory.server.ts says the same in SQL. */
export function seesField(viewer: Viewer, { organizationIds }: Pick<Person, "organizationIds">, audience: Audience): boolean {
  if (audience === "EVERYONE") return true;
  if (audience === "MEMBERS") return viewer !== null;
  return audience === "ORGANIZATIONS" && organizationIds.some((id) => belongsTo(viewer, id));
}

/** Who may do what with a profile. Each is changed by its owner alone. */
export const may = {
  read: (viewer: Viewer, person: Person) =>
    !person.isAway && (isSelf(viewer, person) || (!person.isHidden && seesField(viewer, person, person.listing))),

  readField: (viewer: Viewer, person: Person, audience: Audience) =>
    may.read(viewer, person) && (isSelf(viewer, person) || seesField(viewer, person, audience)),

  change: (viewer: Viewer) => isInGoodStanding(viewer),
};
