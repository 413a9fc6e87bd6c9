import { Portrait } from "~/features/people/components/portrait";
import { FollowForm } from "~/features/notifications/components/follow-form";
import { levelsOf } from "~/features/forums/levels";
import type { ThreadPage } from "~/features/forums/thread-page.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";

import { type KeptThread, ThreadTools } from "./thread-tools";

/** Beside the posts: how closely one follows, and who writes here. */
export function ThreadAside({ thread, isVisitor }: { thread: ThreadPage; isVisitor: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, slug, level, participants } = thread;

  return (
    <aside className="thread-aside stack stack-large no-print">
      {!isVisitor && <FollowForm action={pathTo(language, "threadFollow", { id, slug })} level={level} levels={levelsOf("THREAD")} />}
      <ThreadTools thread={keptOf(thread)} />
      {participants.length > 0 && (
        <section>
          <h2 className="aside-title">{t("forums.thread.participants")}</h2>
          <ul className="participant-list">
            {participants.map(({ writer, posts }) =>
              writer ? (
                <li key={writer.id}>
                  <Portrait name={writer.name} photo={writer.photoId} />
                  <span>
                    {writer.slug ? <a href={pathTo(language, "person", { slug: writer.slug })}>{writer.name}</a> : writer.name}
                    <span className="participant-posts">{t("forums.thread.participantPosts", { count: posts })}</span>
                  </span>
                </li>
              ) : null,
            )}
          </ul>
        </section>
      )}
    </aside>
  );
}

const keptOf = ({ id, slug, isPinned, subject, guide, may }: ThreadPage): KeptThread => ({
  id,
  slug,
  isPinned,
  isLocked: subject.isLocked,
  isArchived: subject.isArchived,
  isRemoved: subject.isRemoved,
  isDiscussion: guide !== null || subject.space.kind === "DISCUSSIONS",
  may,
});
