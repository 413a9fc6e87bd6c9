import type { ThreadPage } from "./thread-page.server";

/** What search engines read of a public thread: its question, who asked, when, and how many answered (schema.org). Comments stand in the page itself. */
export function structuredThread({ title, lead, language, createdAt, starter, postCount, reactionCount }: ThreadPage, address: string) {
  const count = (type: string, number: number) => ({
    "@type": "InteractionCounter",
    interactionType: `https://schema.org/${type}`,
    userInteractionCount: number,
  });

  return {
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    headline: title,
    url: address,
    inLanguage: language,
    datePublished: createdAt,
    text: lead ?? title,
    ...(starter ? { author: { "@type": "Person", name: starter.name } } : {}),
    interactionStatistic: [count("CommentAction", Math.max(0, postCount - 1)), count("LikeAction", reactionCount)],
  };
}
