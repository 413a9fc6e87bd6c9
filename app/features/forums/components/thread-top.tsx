import type { ThreadPage } from "~/features/forums/thread-page.server";
import { kindNameOf } from "~/features/publishing/kind-shape";
import { useLanguage, useTranslation } from "~/i18n/context";
import { pathTo } from "~/platform/paths";
import { Badge } from "~/ui/badge";
import { Icon } from "~/ui/icons";
import { Notice } from "~/ui/notice";

import { CategoryMark } from "./category-mark";
import { Day } from "./day";

type Props = { thread: ThreadPage };

/** The head of a thread: what it is about, where it stands, whether it is answered, and the ways into it. */
export function ThreadTop({ thread }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const { title, category, topics } = thread;

  return (
    <header className="thread-top">
      <p className="thread-place">
        <CategoryMark colour={category.colour} icon={category.icon} />
        <a href={pathTo(language, "category", { slug: category.slug })}>{category.name}</a>
        {topics.map(({ key, label }) => (
          <a className="badge badge-brand" key={key} href={pathTo(language, "forumTopic", { key })}>
            {label}
          </a>
        ))}
        <Marks thread={thread} />
      </p>
      <h1 tabIndex={-1} lang={thread.language === language ? undefined : thread.language}>
        {title}
      </h1>
      <Facts thread={thread} />
      <Guide thread={thread} />
      {thread.subject.isRemoved && <Notice kind="warning">{t(thread.may.restore ? "forums.thread.removed" : "hiding.thread")}</Notice>}
      <Ways thread={thread} />
    </header>
  );
}

function Marks({ thread: { isPinned, subject } }: Props) {
  const t = useTranslation();
  const { seenBy } = subject.space;

  return (
    <>
      {isPinned && <Badge tone="brand">{t("forums.thread.pinned")}</Badge>}
      {subject.isLocked && <Badge tone="outline">{t("forums.row.locked")}</Badge>}
      {subject.isArchived && <Badge tone="outline">{t("forums.row.archived")}</Badge>}
      {seenBy !== "EVERYONE" && <Badge tone="warning">{t(`forums.thread.private.${seenBy}`)}</Badge>}
    </>
  );
}

function Facts({ thread }: Props) {
  const t = useTranslation();
  const { postCount, participantCount, page, pages, createdAt, starter } = thread;

  return (
    <p className="meta-line" id="thread-counts">
      <span>
        {t("forums.thread.startedBy", { name: starter?.name ?? t("forums.someone") })}, <Day at={createdAt} />
      </span>
      <span>{t("forums.thread.posts", { count: postCount })}</span>
      {participantCount > 1 && (
        <span>{participantCount < 1000 ? t("forums.thread.people", { count: participantCount }) : t("forums.thread.peopleMore")}</span>
      )}
      {pages > 1 && <span>{t("forums.thread.page", { page, pages })}</span>}
    </p>
  );
}

function Guide({ thread: { guide } }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  if (!guide) return null;

  return (
    <p className="thread-guide">
      {t("forums.thread.about")}{" "}
      <a
        href={pathTo(language, kindNameOf(guide.kind), { slug: guide.slug })}
        lang={guide.language === language ? undefined : guide.language}
      >
        {guide.title}
      </a>
    </p>
  );
}

/** The answer, the first post that is new, the reply: whatever there is to jump to. */
function Ways({ thread: { id, slug, answer, read, lastNumber, may } }: Props) {
  const t = useTranslation();
  const language = useLanguage();
  const unread = read === null || read === 0 ? 0 : lastNumber - read;

  return (
    <>
      {answer && (
        <p className="thread-answer">
          <Icon name="success" />
          <span>
            <strong>{t("forums.thread.answeredBy", { name: answer.writer?.name ?? t("forums.someone") })}</strong>{" "}
            <a href={pathTo(language, "post", { id, slug, number: answer.number })}>
              {t("forums.thread.toAnswer", { number: answer.number })}
            </a>
          </span>
        </p>
      )}
      {(unread > 0 || may.reply) && (
        <p className="button-row thread-ways">
          {may.reply && (
            <a className="button button-primary button-small" href="#composer">
              {t("forums.thread.toReply")}
            </a>
          )}
          {unread > 0 && (
            <a className="button button-secondary button-small" href={pathTo(language, "threadUnread", { id, slug })}>
              {t("forums.thread.toUnread", { count: unread })}
            </a>
          )}
        </p>
      )}
    </>
  );
}
