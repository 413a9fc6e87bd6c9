import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

/** Opens a post, so that everyone may edit it, or closes it again. */
export function WikiForm({ post }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();
  if (!post.may.openToAll) return null;

  return (
    <form
      method="post"
      action={pathTo(language, post.isWiki ? "wikiRemoval" : "postWiki", { id: post.id })}
      data-swap={`#post-${post.number}`}
    >
      <Button variant="quiet" small>
        {t(post.isWiki ? "polls.wiki.close" : "polls.wiki.open")}
      </Button>
    </form>
  );
}
