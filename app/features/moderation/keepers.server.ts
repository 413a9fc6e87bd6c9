import type { Transaction } from "~/platform/db.server";

import { contributionKeeper } from "./keep-contribution.server";
import { organizationKeeper } from "./keep-organization.server";
import { postKeeper } from "./keep-post.server";
import { profileKeeper } from "./keep-profile.server";
import { stewardsOf } from "./stewards.server";
import type { Flaggable, Keeper, Thing } from "./subject.server";

/** What moderation does with each kind of thing that can be reported. */
export const keepers: Record<Flaggable, Keeper> = {
  POST: postKeeper,
  CONTRIBUTION: contributionKeeper,
  ACCOUNT: profileKeeper,
  ORGANIZATION: organizationKeeper,
};

/** Who is told of what becomes of a thing: its author; of an organization all its stewards. */
export async function audienceOf(
  tx: Transaction,
  { subjectType, subjectId, authorId }: { subjectType: string } & Pick<Thing, "subjectId" | "authorId">,
): Promise<string[]> {
  if (subjectType === "ORGANIZATION") return stewardsOf(tx, subjectId);
  return authorId ? [authorId] : [];
}
