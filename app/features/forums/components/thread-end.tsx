import type { ThreadPage } from "~/features/forums/thread-page.server";
import { useLanguage, useTranslation } from "~/i18n/context";
import { formatClock } from "~/i18n/format";
import { pathTo } from "~/platform/paths";
import { Notice } from "~/ui/notice";
import { useTimeZone } from "~/ui/time-zone";

import { Composer, type ComposerProps } from "./composer";
import { JoinFirst } from "./start-thread";

/** Below the posts: the form of a reply for who may write, and for others the reason why there is none. */
export function ThreadEnd({ thread: { closed, waiting }, reply }: { thread: ThreadPage; reply: ComposerProps | null }) {
  const t = useTranslation();

  return (
    <section className="thread-end no-print" aria-labelledby="your-reply">
      <h2 id="your-reply" className="visually-hidden">
        {t("forums.closed.title")}
      </h2>
      {waiting.length > 0 && <Waiting since={waiting} />}
      {reply && <Composer {...reply} />}
      {closed === "visitor" && <JoinFirst words={t("forums.closed.visitor")} />}
      {closed && closed !== "visitor" && <Notice>{t(`forums.closed.${closed}`)}</Notice>}
    </section>
  );
}

/** That words of one's own wait for a moderator, which nobody else is told. */
function Waiting({ since }: { since: string[] }) {
  const t = useTranslation();
  const language = useLanguage();
  const zone = useTimeZone();
  const times = new Intl.ListFormat(language, { type: "conjunction" }).format(since.map((at) => formatClock(at, language, zone)));

  return (
    <Notice>
      <p>
        {t("holds.thread.waiting", { count: since.length, times })} <a href={pathTo(language, "heldPosts")}>{t("holds.thread.more")}</a>
      </p>
    </Notice>
  );
}
