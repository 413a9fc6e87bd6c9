import type { ThreadRow } from "~/features/forums/list.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";

import { CategoryMark } from "./category-mark";
import { Day } from "./day";

/** Threads one below the other. Each says where it stands, what came last and, to members, what is new to them. */
export function ThreadRows({
  threads,
  level = "h2",
  inCategory = false,
}: {
  threads: ThreadRow[];
  level?: "h2" | "h3";
  inCategory?: boolean;
}) {
  return (
    <ol className={inCategory ? "thread-rows thread-rows-plain" : "thread-rows"} data-live="lists">
      {threads.map((thread) => (
        <Row key={thread.id} thread={thread} level={level} inCategory={inCategory} />
      ))}
    </ol>
  );
}

function Row({ thread, level: Heading, inCategory }: { thread: ThreadRow; level: "h2" | "h3"; inCategory: boolean }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, slug, category } = thread;
  const name = thread.lastPoster ?? t("forums.someone");

  return (
    <li className={thread.unread > 0 || thread.isNew ? "thread-row thread-row-new" : "thread-row"} data-thread={id}>
      {!inCategory && <CategoryMark colour={category.colour} icon={category.icon} />}
      <div className="thread-row-main">
        <Heading className="thread-row-title">
          <a href={pathTo(language, "thread", { id, slug })} lang={thread.language === language ? undefined : thread.language}>
            {thread.title}
          </a>
        </Heading>
        <Marks thread={thread} />
        <p className="meta-line">
          {!inCategory && (
            <span>
              <a href={pathTo(language, "category", { slug: category.slug })}>{category.name}</a>
            </span>
          )}
          {thread.topics.map(({ key, label }) => (
            <span key={key}>
              <a href={pathTo(language, "forumTopic", { key })}>{label}</a>
            </span>
          ))}
          <span>
            {thread.replies === 0
              ? t("forums.row.startedBy", { name: thread.starter ?? t("forums.someone") })
              : t("forums.row.lastBy", { name })}
            {", "}
            <Day at={thread.lastPostAt} />
          </span>
        </p>
      </div>
      <p className="thread-row-counts">
        <span>{t("forums.row.replies", { count: thread.replies })}</span>
        {thread.reactions > 0 && <span>{t("forums.row.reactions", { count: thread.reactions })}</span>}
      </p>
    </li>
  );
}

function Marks({ thread }: { thread: ThreadRow }) {
  const t = useTranslation();
  const language = useLanguage();
  const { id, slug, unread, isNew, isPinned, isLocked, isArchived, isAnswered, isDiscussion } = thread;
  if (unread === 0 && !(isNew || isPinned || isLocked || isArchived || isAnswered || isDiscussion)) return null;

  return (
    <p className="badge-list">
      {unread > 0 && (
        <a className="badge badge-accent" href={pathTo(language, "threadUnread", { id, slug })}>
          {t("forums.row.unread", { count: unread })}
        </a>
      )}
      {isNew && <Badge tone="accent">{t("forums.row.fresh")}</Badge>}
      {isAnswered && <Badge tone="success">{t("forums.row.answered")}</Badge>}
      {isPinned && <Badge tone="brand">{t("forums.row.pinned")}</Badge>}
      {isDiscussion && <Badge>{t("forums.row.discussion")}</Badge>}
      {isLocked && <Badge tone="outline">{t("forums.row.locked")}</Badge>}
      {isArchived && <Badge tone="outline">{t("forums.row.archived")}</Badge>}
    </p>
  );
}
