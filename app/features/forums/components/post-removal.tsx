import type { ReactNode } from "react";

import type { getRemoval } from "~/features/forums/removal.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatTime } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { useTimeZone } from "~/ui/time-zone";

import { useThreadCrumb } from "./composing-page";

type Post = Awaited<ReturnType<typeof getRemoval>>;
type Props = { id: string; post: Post };

/** Asks before a post is removed: what readers then see, and what goes with it. */
export function RemovePost({ id, post }: Props) {
  const t = useTranslation();
  const language = useLanguage();

  return (
    <Frame post={post} title={t("posting.removal.title", { number: post.number })}>
      <ul>
        <li>{t(post.isLast ? "posting.removal.lastOfThread" : "posting.removal.lead")}</li>
        {post.isAccepted && <li>{t("posting.removal.accepted")}</li>}
        <li>{t(post.isHidden ? "hiding.removal" : post.isOwn ? "posting.removal.undo" : "posting.removal.others")}</li>
      </ul>
      <form className="button-row" method="post" action={pathTo(language, "postRemoval", { id })}>
        <Button variant="danger">{t("posting.removal.confirm")}</Button>
        <ButtonLink variant="quiet" href={pathTo(language, "postPlace", { id })}>
          {t("posting.removal.cancel")}
        </ButtonLink>
      </form>
    </Frame>
  );
}

/** A post that is removed: whether, and until when, it can be put back. */
export function RemovedPost({ id, post, removed: { mayRestore, until } }: Props & { removed: NonNullable<Post["removed"]> }) {
  const t = useTranslation();
  const language = useLanguage();
  const zone = useTimeZone();

  return (
    <Frame post={post} title={t("posting.removal.doneTitle", { number: post.number })}>
      {!mayRestore && <p>{t("posting.removal.doneOver")}</p>}
      {mayRestore && (
        <>
          <p>{until ? t("posting.removal.doneUntil", { time: formatTime(until, language, zone) }) : t("posting.removal.doneAlways")}</p>
          <form method="post" action={pathTo(language, "postRestoration", { id })}>
            <Button variant="secondary">{t("posting.removal.restore")}</Button>
          </form>
        </>
      )}
    </Frame>
  );
}

function Frame({ post: { thread }, title, children }: { post: Post; title: string; children: ReactNode }) {
  const t = useTranslation();
  const language = useLanguage();
  const crumb = useThreadCrumb()(thread);
  const lang = thread.language === language ? undefined : thread.language;

  return (
    <>
      <Breadcrumbs
        steps={[{ label: t("forums.title"), href: pathTo(language, "forums") }, ...(thread.isRemoved ? [] : [crumb]), { label: title }]}
      />
      <div className="page page-narrow">
        <PageHeader eyebrow={<span lang={lang}>{thread.title}</span>} title={title} />
        {children}
      </div>
    </>
  );
}
