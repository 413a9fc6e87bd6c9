import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Icon } from "~/ui/icons";

import { Day } from "./day";

/** What happened to the thread at this point, in words; with the other thread that it concerns, where the viewer sees it. */
export function PostNotice({ post, notice: { kind, other } }: { post: PostView; notice: NonNullable<PostView["notice"]> }) {
  const t = useTranslation();
  const language = useLanguage();
  const notice = t(`forums.notice.${kind}`, { name: post.author?.name ?? t("forums.someone") });

  return (
    <p className="post-notice">
      <Icon name="info" />
      <span>
        {other ? t("forums.notice.linked", { notice }) : notice}{" "}
        {other && (
          <a
            href={pathTo(language, "thread", { id: other.id, slug: other.slug })}
            lang={other.language === language ? undefined : other.language}
          >
            {other.title}
          </a>
        )}{" "}
        <span className="post-notice-day">
          (<Day at={post.createdAt} />)
        </span>
      </span>
    </p>
  );
}
