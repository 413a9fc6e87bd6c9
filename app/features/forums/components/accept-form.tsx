import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

/** For who asked, and those who keep the place: this post answers the thread, or does no longer. The whole page changes with it. */
export function AcceptForm({ post }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();
  // The first post asks.
  if (!post.may.accept || post.number === 1) return null;

  return (
    <form method="post" action={pathTo(language, post.isAccepted ? "acceptanceRemoval" : "postAcceptance", { id: post.id })}>
      <Button variant="quiet" small>
        {t(post.isAccepted ? "polls.answer.withdraw" : "polls.answer.accept")}
      </Button>
    </form>
  );
}
