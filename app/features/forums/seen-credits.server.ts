import type { Viewer } from "~/features/accounts/actor";

import { seenPosts } from "./proposal.server";

/** Whose words were taken up into a text; the posts in which they stand only for those who read there. One round trip, or none. */
export async function seenCredits<Credit extends { postId: string | null }>(viewer: Viewer, credits: Credit[]): Promise<Credit[]> {
  const seen = await seenPosts(
    viewer,
    credits.map(({ postId }) => postId),
  );
  return credits.map((credit) => ({ ...credit, postId: credit.postId && seen.has(credit.postId) ? credit.postId : null }));
}
