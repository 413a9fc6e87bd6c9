import type { ThreadPage } from "~/features/forums/thread-page.server";
import { useTranslation } from "~/i18n/context";
import { Notice } from "~/ui/notice";

import { Composer, type ComposerProps } from "./composer";
import { JoinFirst } from "./start-thread";

/** Below the posts: the form of a reply for who may write, and for others the reason why there is none. */
export function ThreadEnd({ thread: { closed }, reply }: { thread: ThreadPage; reply: ComposerProps | null }) {
  const t = useTranslation();

  return (
    <section className="thread-end no-print" aria-labelledby="your-reply">
      <h2 id="your-reply" className="visually-hidden">
        {t("forums.closed.title")}
      </h2>
      {reply && <Composer {...reply} />}
      {closed === "visitor" && <JoinFirst words={t("forums.closed.visitor")} />}
      {closed && closed !== "visitor" && <Notice>{t(`forums.closed.${closed}`)}</Notice>}
    </section>
  );
}
