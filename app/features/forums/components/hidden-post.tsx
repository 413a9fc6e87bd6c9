import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** What stands in place of words that are gone: whether their author or a steward took them away, or moderation. */
export function GonePost({ post }: { post: PostView }) {
  const t = useTranslation();
  const { measure, isOwn } = post;
  if (measure === null || measure === "KEPT_BACK") return <p className="post-removed">{t("forums.post.removed")}</p>;

  return (
    <>
      <p className="post-removed">{t(measure === "HIDDEN" ? "hiding.post.hidden" : "hiding.post.barred")}</p>
      {isOwn && (
        <p className="hint">
          {t("hiding.post.ownBarred")} <WhyLink post={post} />
        </p>
      )}
    </>
  );
}

/** Above one's own words that moderation hides: that nobody else reads them, why, and how to mend them. */
export function OwnHiddenPost({ post }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <Notice kind="warning" title={t("hiding.post.ownTitle")}>
      <p>{t("hiding.post.own")}</p>
      <p className="button-row">
        {post.may.repair && (
          <ButtonLink variant="secondary" small href={pathTo(language, "postEdit", { id: post.id })}>
            {t("hiding.post.repair")}
          </ButtonLink>
        )}
        <WhyLink post={post} />
      </p>
    </Notice>
  );
}

function WhyLink({ post: { id } }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();
  return <a href={pathTo(language, "ownModeration", { about: id })}>{t("hiding.post.why")}</a>;
}
