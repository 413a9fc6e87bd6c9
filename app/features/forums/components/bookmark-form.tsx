import { limits, remindChoices } from "~/features/forums/limits";
import type { PostView } from "~/features/forums/post-view";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Time } from "~/ui/time";

/** Keeps a post among one's bookmarks with one press. One that is kept opens what belongs to it: a note, a reminder, and the way to let it go. */
export function BookmarkForm({ post }: { post: PostView }) {
  const t = useTranslation();
  const language = useLanguage();
  if (!post.may.bookmark) return null;
  if (post.bookmark) return <KeptBookmark post={post} bookmark={post.bookmark} />;

  return (
    <form method="post" action={pathTo(language, "postBookmark", { id: post.id })} data-swap={`#post-${post.number}`}>
      <Button variant="quiet" small data-key="b">
        {t("polls.bookmark.add")}
      </Button>
    </form>
  );
}

function KeptBookmark({ post, bookmark }: { post: PostView; bookmark: NonNullable<PostView["bookmark"]> }) {
  const t = useTranslation();
  const language = useLanguage();
  const swap = { "data-swap": `#post-${post.number}` };

  return (
    <details className="menu bookmark" data-menu>
      <summary className="button button-quiet button-small" data-key="b">
        {t("polls.bookmark.change")}
      </summary>
      <div className="menu-panel bookmark-panel">
        <form className="stack stack-small" method="post" action={pathTo(language, "postBookmark", { id: post.id })} {...swap}>
          <BookmarkFields note={bookmark.note} remindAt={bookmark.remindAt} />
          <Button small>{t("polls.bookmark.save")}</Button>
        </form>
        <form method="post" action={pathTo(language, "bookmarkRemoval", { id: post.id })} {...swap}>
          <Button variant="quiet" small>
            {t("polls.bookmark.remove")}
          </Button>
        </form>
      </div>
    </details>
  );
}

/** What can be said about a bookmark. Many of these stand on one page, so that labels hold their fields. */
function BookmarkFields({ note, remindAt }: { note: string; remindAt: string | null }) {
  const t = useTranslation();

  return (
    <>
      <label className="field">
        <span className="field-label">{t("polls.bookmark.note")}</span>
        <textarea className="input" name="note" rows={2} maxLength={limits.note} defaultValue={note} />
      </label>
      {remindAt && (
        <p className="field-hint">
          {t("polls.bookmark.due")} <Time at={remindAt} withTime />
        </p>
      )}
      <label className="field">
        <span className="field-label">{t("polls.bookmark.remind")}</span>
        <select className="input" name="remind" defaultValue={remindAt ? "keep" : "none"}>
          {remindChoices.map((choice) =>
            choice === "keep" && !remindAt ? null : (
              <option key={choice} value={choice}>
                {t(`polls.bookmark.when.${choice}`)}
              </option>
            ),
          )}
        </select>
      </label>
      <label className="field">
        <span className="field-label">{t("polls.bookmark.date")}</span>
        <input className="input" type="date" name="date" />
      </label>
    </>
  );
}
