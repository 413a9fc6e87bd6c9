import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

/** What one does about a post that should not be there, or about who wrote it: report it, decide about it, hear less of them. */
export function PostConcerns({ post: { id, number, author, may } }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      {may.report && (
        <a
          className="button button-quiet button-small"
          href={pathTo(language, "postFlag", { id })}
          aria-label={t("flags.postLabel", { number })}
          data-key="!"
        >
          {t("flags.link")}
        </a>
      )}
      {may.decide && (
        <form method="post" action={pathTo(language, "postCase", { id })}>
          <Button variant="quiet" small aria-label={t("flags.decideLabel", { number })}>
            {t("flags.decide")}
          </Button>
        </form>
      )}
      {may.keepAway && author && (
        <a
          className="button button-quiet button-small"
          href={pathTo(language, "distance", { id: author.id, to: pathTo(language, "postPlace", { id }) })}
          aria-label={t("flags.distances.linkOf", { name: author.name })}
        >
          {t("flags.distances.link")}
        </a>
      )}
    </>
  );
}
