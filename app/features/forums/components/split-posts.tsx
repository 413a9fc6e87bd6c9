import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { FieldErrors, fieldClass, fieldId, RequiredMark } from "~/ui/field-parts";
import { Time } from "~/ui/time";

import type { getForSplitting } from "../keeping-queries.server";

type Split = Awaited<ReturnType<typeof getForSplitting>>;
type Props = { thread: Split; chosen: string[]; isRest: boolean; errors: string[] | undefined };

/** The posts of one page of a thread, to choose those that go. */
export function SplitPosts({ thread, chosen, isRest, errors }: Props) {
  const t = useTranslation();
  const first = thread.posts.find(({ isStart }) => !isStart)?.id;

  return (
    <fieldset className={`${fieldClass(errors)} choices`} {...(first ? {} : { id: fieldId("posts"), tabIndex: -1 })}>
      <legend className="field-label">
        {t("threads.split.posts")}
        <RequiredMark />
      </legend>
      <FieldErrors name="posts" errors={errors} />
      <div className="choice-list split-posts">
        {thread.posts.map((post) => (
          <PostChoice key={post.id} post={post} isFirst={post.id === first} isChosen={chosen.includes(post.id)} />
        ))}
        <div className="choice">
          <input type="checkbox" id="field-rest" name="rest" value="yes" defaultChecked={isRest} />
          <label htmlFor="field-rest">{t("threads.split.rest")}</label>
        </div>
      </div>
      <Pages thread={thread} />
    </fieldset>
  );
}

function PostChoice({ post, isFirst, isChosen }: { post: Split["posts"][number]; isFirst: boolean; isChosen: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  const id = isFirst ? fieldId("posts") : `field-posts-${post.number}`;

  return (
    <div className="choice">
      <input
        type="checkbox"
        id={id}
        name="posts"
        value={post.id}
        defaultChecked={isChosen}
        disabled={post.isStart}
        aria-describedby={`${id}-about`}
      />
      <label htmlFor={id}>
        #{post.number} {post.name ?? t("threads.split.someone")}, <Time at={post.createdAt} withTime />
      </label>
      <span className="choice-hint" id={`${id}-about`}>
        {post.isStart ? (
          t("threads.split.start")
        ) : post.isRemoved ? (
          t("threads.split.removed")
        ) : (
          <span lang={post.language === language ? undefined : post.language}>{post.text}</span>
        )}
      </span>
    </div>
  );
}

function Pages({ thread: { id, slug, page, pages } }: { thread: Split }) {
  const t = useTranslation();
  const language = useLanguage();
  if (pages < 2) return null;

  return (
    <p className="cluster">
      {page > 1 && <a href={pathTo(language, "threadSplit", { id, slug, page: page - 1 })}>{t("threads.split.earlier")}</a>}
      <span>{t("threads.split.page", { page, pages })}</span>
      {page < pages && <a href={pathTo(language, "threadSplit", { id, slug, page: page + 1 })}>{t("threads.split.later")}</a>}
    </p>
  );
}
