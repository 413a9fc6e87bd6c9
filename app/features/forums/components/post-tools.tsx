import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";

import { AcceptForm } from "./accept-form";
import { BookmarkForm } from "./bookmark-form";
import type { Place } from "./post-article";
import { PostConcerns } from "./post-concerns";
import { WikiForm } from "./wiki-form";

type Props = { post: PostView; thread: Place };

/** What the viewer may do with a post: what is done often at hand, the rest in a menu. Visitors have none of it. */
export function PostTools({ post, thread }: Props) {
  if (!Object.values(post.may).includes(true)) return null;
  // Once there is an answer, another one is rarely chosen.
  const isAtHand = post.isAccepted || !thread.isAnswered;

  return (
    <div className="post-tools">
      {post.may.reply && <ReplyLinks post={post} thread={thread} />}
      <BookmarkForm post={post} />
      {isAtHand && <AcceptForm post={post} />}
      {post.may.restore && <Restore post={post} />}
      <More post={post} isAcceptance={post.may.accept && !isAtHand} />
    </div>
  );
}

function ReplyLinks({ post: { id, number }, thread: { id: thread, slug } }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <>
      <ToolLink
        href={pathTo(language, "reply", { id: thread, slug, to: number })}
        words={t("forums.post.reply")}
        label={t("forums.post.replyTo", { number })}
        shortcut="r"
      />
      <ToolLink
        href={pathTo(language, "reply", { id: thread, slug, quote: id })}
        words={t("forums.post.quote")}
        label={t("forums.post.quotePost", { number })}
        shortcut="q"
      />
    </>
  );
}

/** The label begins with the words that one sees, so that it can be spoken too. */
const ToolLink = ({ href, words, label, shortcut }: { href: string; words: string; label: string; shortcut?: string }) => (
  <a className="button button-quiet button-small" href={href} aria-label={label} data-key={shortcut}>
    {words}
  </a>
);

function Restore({ post }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <form method="post" action={pathTo(language, "postRestoration", { id: post.id })}>
      <Button variant="quiet" small>
        {t("forums.post.restore")}
      </Button>
    </form>
  );
}

function More({ post, isAcceptance }: { post: PostView; isAcceptance: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, number, may } = post;
  if (!(isAcceptance || may.edit || may.openToAll || may.propose || may.remove || may.report || may.keepAway)) return null;

  return (
    <details className="menu post-more" data-menu>
      <summary className="button button-quiet button-small" aria-label={t("forums.post.moreOf", { number })}>
        {t("forums.post.more")}
      </summary>
      <div className="menu-panel">
        {may.edit && (
          <ToolLink
            href={pathTo(language, "postEdit", { id })}
            words={t("forums.post.edit")}
            label={t("forums.post.editPost", { number })}
            shortcut="e"
          />
        )}
        {isAcceptance && <AcceptForm post={post} />}
        <WikiForm post={post} />
        {may.propose && (
          <a className="button button-quiet button-small" href={pathTo(language, "postProposal", { id })}>
            {t("suggestions.post.propose")}
          </a>
        )}
        {may.remove && (
          <ToolLink
            href={pathTo(language, "postRemoval", { id })}
            words={t("forums.post.remove")}
            label={t("forums.post.removePost", { number })}
          />
        )}
        <PostConcerns post={post} />
      </div>
    </details>
  );
}
